/** What the build tells the worker: the module that it runs. */
export const core = 'this build';

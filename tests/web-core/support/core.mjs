// Stands for `broadsheet-core` in a worker of a test: whoever starts the worker gives it the core.
export const createCore = () => self.createCore();

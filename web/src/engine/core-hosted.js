// The core of the hosted page: a file beside the worker's script.
import createBroadsheet from 'broadsheet-wasm';

export const createCore = () => createBroadsheet();

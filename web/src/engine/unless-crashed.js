/**
 * Ignores an error, unless the core has crashed: then it is unusable and the error is rethrown.
 * @param {unknown} error
 * @returns {null}
 */
export function unlessCrashed(error) {
  if (error instanceof WebAssembly.RuntimeError) throw error;
  return null;
}

// The core of the hosted page: a file next to the worker's script.
import createBroadsheet from 'broadsheet-wasm';

/** Unlike Emscripten's own loader, logs nothing if the user leaves the page while it loads. */
export const createCore = () =>
  new Promise((resolve, reject) => {
    createBroadsheet({
      /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance, module: WebAssembly.Module) => void} done */
      instantiateWasm(imports, done) {
        instantiate(imports).then(({ instance, module }) => done(instance, module), reject);
        return {};
      },
    }).then(resolve, reject);
  });

/** @param {WebAssembly.Imports} imports */
async function instantiate(imports) {
  const url = new URL('broadsheet.wasm', self.location.href);
  try {
    return await WebAssembly.instantiateStreaming(fetch(url), imports);
  } catch (error) {
    // Some hosts serve it with another media type.
    if (!(error instanceof TypeError)) throw error;
    const response = await fetch(url);
    if (!response.ok) throw error;
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
  }
}

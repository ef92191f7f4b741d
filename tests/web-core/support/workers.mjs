// The page's worker, bundled as the build does it, and run in this thread: so it shares the database with the page, as
// in a browser, which the threads of Node do not. All between the two goes through ports, copied or given away.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../../../', import.meta.url);
/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, root));

const createBroadsheet = createRequire(import.meta.url)(path('build/wasm/broadsheet.js'));
const compiled = WebAssembly.compile(readFileSync(path('build/wasm/broadsheet.wasm')));

/** A core as the page's worker makes it. */
export const createCore = () =>
  createBroadsheet({
    /** @param {WebAssembly.Imports} imports @param {(instance: WebAssembly.Instance) => void} done */
    instantiateWasm(imports, done) {
      compiled.then((module) => WebAssembly.instantiate(module, imports)).then(done);
      return {};
    },
  });

const { outputFiles } = await build({
  entryPoints: [path('web/src/engine/worker.js')],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
  alias: {
    'broadsheet-bundle': path('tests/web-core/support/bundle.mjs'),
    'broadsheet-core': path('tests/web-core/support/core.mjs'),
  },
});
const script = new Function('self', 'indexedDB', 'MessageChannel', outputFiles[0].text);

/**
 * Starts workers for an engine.
 * @param {object} [how]
 * @param {Set<string>} [how.deadly]  names of files at which the core stops
 * @param {IDBFactory} [how.database]  of the worker, where that is not the page's (WebKit, from a file)
 */
export function createPlatform({ deadly = new Set(), database } = {}) {
  /** @type {Set<any>} */
  const running = new Set();
  /** How many were started. */
  let started = 0;

  async function createMortalCore() {
    const core = await createCore();
    const { read } = core.Library.prototype;
    core.Library.prototype.read = function (/** @type {string} */ name, /** @type {Uint8Array} */ bytes) {
      if (deadly.has(name)) throw new WebAssembly.RuntimeError('unreachable');
      return read.call(this, name, bytes);
    };
    return core;
  }

  /** @param {WorkerOptions} [options] */
  function startWorker({ name = '' } = {}) {
    started += 1;
    const { port1, port2 } = new MessageChannel();
    let alive = true;
    /** Within the thread. Node would deliver what is sent meanwhile in one go, before anything from elsewhere. */
    function OwnChannel() {
      const own = { onmessage: (/** @type {any} */ _) => {} };
      const postMessage = (/** @type {any} */ data) => setImmediate(() => alive && own.onmessage({ data }));
      return { port1: own, port2: { postMessage } };
    }
    const self = {
      name,
      createCore: createMortalCore,
      onmessage: (/** @type {MessageEvent} */ _) => {},
      /** @param {any} reply @param {StructuredSerializeOptions} options */
      postMessage: (reply, options) => alive && port2.postMessage(reply, options),
      /** @param {() => void} work @param {number} ms */
      setTimeout: (work, ms) => setTimeout(() => alive && work(), ms),
    };
    port2.onmessage = (event) => self.onmessage(event);
    const worker = {
      onmessage: (/** @type {MessageEvent} */ _) => {},
      onerror: (/** @type {ErrorEvent} */ _) => {},
      /** @param {any} request @param {Transferable[]} [moved] */
      postMessage: (request, moved) => alive && port1.postMessage(request, moved),
      terminate() {
        alive = false;
        running.delete(worker);
        port1.close();
        port2.close();
      },
    };
    port1.onmessage = (event) => alive && worker.onmessage(event);
    running.add(worker);
    script(self, database ?? indexedDB, OwnChannel);
    return /** @type {any} */ (worker);
  }

  return {
    startWorker,
    started: () => started,
    /** Ends all that runs: a test that is over leaves nothing behind. */
    end: () => running.forEach((worker) => worker.terminate()),
    /** A worker that dies by itself says so to whoever started it. */
    crash: () => running.forEach((worker) => worker.onerror({ preventDefault() {}, message: 'crashed' })),
  };
}

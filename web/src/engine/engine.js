// The main thread's side of the worker: ids, cancel, restart.
import { createLatest } from './latest.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Reply} Reply */
/** @typedef {{ startWorker(): Worker, loadWasm(): Promise<ArrayBuffer> }} Platform */
/** @typedef {{ resolve(value: any): void, reject(error: Error): void, onProgress?: (done: number, total: number) => void }} Pending */

/** The worker died; what was asked of it will not be answered. */
export class EngineStopped extends Error {}

/**
 * @param {Platform} platform
 * @param {(message: string) => void} onStop called once for each worker that dies
 */
export function createEngine(platform, onStop) {
  /** @type {Worker | undefined} */
  let worker;
  /** @type {Promise<unknown>} */
  let ready = Promise.resolve();
  let lastId = 0;
  /** @type {Map<number, Pending>} */
  const pending = new Map();

  /** @param {string} message @param {(message: string) => void} [tell] */
  function stop(message, tell = onStop) {
    if (!worker) return;
    worker.terminate();
    worker = undefined;
    const error = new EngineStopped(message);
    for (const waiting of pending.values()) waiting.reject(error);
    pending.clear();
    tell(message);
  }

  function start() {
    const started = platform.startWorker();
    worker = started;
    started.onmessage = (/** @type {MessageEvent<Reply>} */ { data }) => {
      const waiting = pending.get(data.id);
      if (!waiting) return;
      if ('done' in data) return waiting.onProgress?.(data.done, data.total);
      if ('failure' in data) return stop(data.failure);
      pending.delete(data.id);
      waiting.resolve(data.answer);
    };
    started.onerror = (event) => {
      event.preventDefault();
      stop(event.message ?? 'worker error');
    };
    started.onmessageerror = () => stop('unreadable message');
    ready = platform.loadWasm().then(
      (wasm) => send('start', { wasm }),
      (error) => {
        // A load is aborted where the person leaves the page: no failure. Should they stay, the next call starts anew.
        stop(String(error), error?.name === 'AbortError' ? () => {} : onStop);
        throw new EngineStopped(String(error));
      },
    );
    ready.catch(() => {});
  }

  /**
   * @template {keyof Calls} C
   * @param {C} call @param {Calls[C]['ask']} ask
   * @param {{ onProgress?: Pending['onProgress'], id?: number }} [options]
   * @returns {Promise<Calls[C]['answer']>}
   */
  function send(call, ask, { onProgress, id = ++lastId } = {}) {
    return new Promise((resolve, reject) => {
      if (!worker) return reject(new EngineStopped('not running'));
      pending.set(id, { resolve, reject, onProgress });
      worker.postMessage({ id, call, ask });
    });
  }

  /** @template {keyof Calls} C @param {C} call @param {Calls[C]['ask']} ask */
  async function request(call, ask) {
    if (!worker) start();
    await ready;
    return send(call, ask);
  }

  const latest = createLatest(request);

  return {
    /** Starts the worker before anything is asked of it: the first file should not wait for the core. */
    prepare() {
      if (!worker) start();
    },
    /**
     * @param {string} name @param {Uint8Array<ArrayBuffer>} bytes
     * @param {{ signal: AbortSignal, onProgress: (done: number, total: number) => void }} options
     */
    async read(name, bytes, { signal, onProgress }) {
      if (!worker) start();
      await ready;
      const id = ++lastId;
      const cancel = () => worker?.postMessage({ id, call: 'cancel' });
      signal.addEventListener('abort', cancel);
      try {
        return await send('read', { name, bytes }, { onProgress, id });
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
    /** Takes what a reader has prepared. @param {Uint8Array<ArrayBuffer>} library */
    adopt: (library) => request('adopt', { library }),
    // Of these four only the newest counts: null says that a newer one was asked before this one's turn came.
    /** @param {Calls['search']['ask']} ask */
    search: (ask) => latest('search', ask),
    /** @param {Calls['complete']['ask']} ask */
    complete: (ask) => latest('complete', ask),
    /** @param {Calls['explain']['ask']} ask */
    explain: (ask) => latest('explain', ask),
    /** @param {Calls['similar']['ask']} ask */
    similar: (ask) => latest('similar', ask),
    /**
     * The files inside a container, one after the other.
     * @param {string} name @param {Uint8Array<ArrayBuffer>} bytes
     */
    async *unpack(name, bytes) {
      await request('unpack', { name, bytes });
      for (let file = await request('unpackNext', {}); file; file = await request('unpackNext', {}))
        yield file;
    },
    /** @param {Calls['rows']['ask']} ask */
    rows: (ask) => request('rows', ask),
    /** @param {string} key @param {boolean} verbatim as it stands in the file, nothing mended */
    paper: (key, verbatim) => request('paper', { key, verbatim }),
    reset: () => request('reset', {}),
  };
}

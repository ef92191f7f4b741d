// The main thread's side of the worker: ids, cancel, restart.
import { createLatest } from './latest.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Reply} Reply */
/** @typedef {{ startWorker(): Worker }} Platform */
/** @typedef {{ resolve(value: any): void, reject(error: Error): void, onProgress?: (done: number, total: number) => void }} Pending */

/** The worker died; what was asked of it will not be answered. */
export class EngineStopped extends Error {}

/**
 * @param {Platform} platform
 * @param {object} callbacks
 * @param {(message: string) => void} callbacks.onStop  called once for each worker that dies
 * @param {() => Promise<unknown>} callbacks.mark  marks the page's database as such, for a worker that starts
 * @param {() => Promise<Record<string, string[]>>} callbacks.sets  the works of `is:` and `tag:`, for a worker that starts
 */
export function createEngine(platform, { onStop, mark, sets }) {
  /** @type {Worker | undefined} */
  let worker;
  /** The worker knows the sets. @type {Promise<unknown> | undefined} */
  let ready;
  /** Does anybody wait for it? */
  let awaited = false;
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
    const begun = platform.startWorker();
    worker = begun;
    awaited = false;
    ready = undefined;
    let started = false;
    begun.onmessage = (/** @type {MessageEvent<Reply>} */ { data }) => {
      // Where nobody waits for the core, failing to load it is no news: the next call starts anew.
      if ('failure' in data) return started || awaited ? stop(data.failure) : stop(data.failure, () => {});
      started = true;
      const waiting = pending.get(data.id);
      if (!waiting) return;
      if ('done' in data) return waiting.onProgress?.(data.done, data.total);
      pending.delete(data.id);
      waiting.resolve(data.answer);
    };
    begun.onerror = (event) => {
      event.preventDefault();
      stop(event.message ?? 'worker error');
    };
    begun.onmessageerror = () => stop('unreadable message');
    send('start', {}).catch(() => {});
  }

  /**
   * @template {keyof Calls} C
   * @param {C} call @param {Calls[C]['ask']} ask
   * @param {{ onProgress?: Pending['onProgress'], id?: number, moved?: Transferable[] }} [options] moved: given away, not copied
   * @returns {Promise<Calls[C]['answer']>}
   */
  function send(call, ask, { onProgress, id = ++lastId, moved = [] } = {}) {
    return new Promise((resolve, reject) => {
      if (!worker) return reject(new EngineStopped('not running'));
      pending.set(id, { resolve, reject, onProgress });
      worker.postMessage({ id, call, ask }, moved);
    });
  }

  /** The worker does what it is asked once it is up. @param {Promise<unknown>} first what is done before the sets are told */
  function begin(first) {
    awaited = true;
    // Whatever is asked comes behind the sets: it need not wait for the answer to them.
    ready = first.then(sets).then((all) => void send('sets', { all }).catch(() => {}));
    ready.catch(() => {});
  }

  async function started() {
    if (!worker) start();
    if (!ready) begin(mark());
    await ready;
  }

  /** @template {keyof Calls} C @param {C} call @param {Calls[C]['ask']} ask @param {Transferable[]} [moved] */
  async function request(call, ask, moved) {
    await started();
    return send(call, ask, { moved });
  }

  const latest = createLatest(request);

  return {
    /** What is asked after this, or was not answered yet, never is. */
    end() {
      worker?.terminate();
    },
    /** Starts the worker before anything is asked of it: the first file should not wait for the core. */
    prepare() {
      if (!worker) start();
    },
    /**
     * What is asked from now on has its turn when the library is open. The sets are told behind it, too: they need not
     * be looked at for each paper.
     * @param {boolean} stopped the last worker stopped
     * @param {boolean} marked  the page's database is marked already
     * @returns {Promise<Calls['openKept']['answer']>}
     */
    async openKept(stopped, marked) {
      if (!worker) start();
      const first = marked ? Promise.resolve() : mark();
      const opens = first.then(() => send('openKept', { stopped }));
      begin(first);
      return opens;
    },
    /**
     * @param {Calls['read']['ask']} ask its bytes are given away
     * @param {{ signal: AbortSignal, onProgress: (done: number, total: number) => void }} options
     */
    async read(ask, { signal, onProgress }) {
      await started();
      const id = ++lastId;
      const cancel = () => worker?.postMessage({ id, call: 'cancel' });
      signal.addEventListener('abort', cancel);
      try {
        return await send('read', ask, { onProgress, id, moved: [ask.bytes.buffer] });
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
    /** Takes what a reader has prepared. @param {Calls['adopt']['ask']} ask its bytes are given away */
    adopt: (ask) => request('adopt', ask, [ask.saved.buffer, ...(ask.text ? [ask.text.bytes.buffer] : [])]),
    /** @param {string[]} labels */
    remove: (labels) => request('remove', { labels }),
    follow: () => request('follow', {}),
    /** @param {Record<string, string[]>} all */
    sets: (all) => request('sets', { all }),
    /** @param {Calls['putInSets']['ask']['changes']} changes */
    putInSets: (changes) => request('putInSets', { changes }),
    // Of these four only the newest counts: null says that a newer one was asked before this one's turn came.
    /** @param {Calls['search']['ask']} ask */
    search: (ask) => latest('search', ask),
    /** @param {Calls['complete']['ask']} ask */
    complete: (ask) => latest('complete', ask),
    /** @param {Calls['explain']['ask']} ask */
    explain: (ask) => latest('explain', ask),
    /** @param {Calls['similar']['ask']} ask */
    similar: (ask) => latest('similar', ask),
    /** The files inside the container that was read last, one after the other. */
    async *unpacked() {
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

// The main thread's side of the worker: request ids, cancelling, restarting.
import { createLatest } from './latest.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Reply} Reply */
/** @typedef {{ startWorker(): Worker }} Platform */
/** @typedef {{ resolve(value: any): void, reject(error: Error): void, onProgress?: (done: number, total: number) => void }} Pending */

/** The worker died; its pending requests will not be answered. */
export class EngineStopped extends Error {}

/**
 * @param {Platform} platform
 * @param {object} callbacks
 * @param {(message: string) => void} callbacks.onStop called once for each worker that dies
 * @param {(share: number | null) => void} callbacks.onSaving share of the index written so far; null: no longer saving
 * @param {() => Promise<unknown>} callbacks.mark marks the database as this page's; called for every new worker
 * @param {() => Promise<Record<string, string[]>>} callbacks.sets the works of `is:` and `tag:`; called for every new
 *   worker
 */
export function createEngine(platform, { onStop, onSaving, mark, sets }) {
  /** @type {Worker | undefined} */
  let worker;
  /** Resolves once the sets have been sent to the worker. @type {Promise<unknown> | undefined} */
  let ready;
  /** Whether a request waits for the worker. */
  let awaited = false;
  let lastId = 0;
  /** @type {Map<number, Pending>} */
  const pending = new Map();

  /** @param {string} message @param {(message: string) => void} [tell] */
  function stop(message, tell = onStop) {
    if (!worker) return;
    worker.terminate();
    worker = undefined;
    onSaving(null);
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
      // If no request waits for the core, failing to load it is not reported: the next call starts a new worker.
      if ('failure' in data) return started || awaited ? stop(data.failure) : stop(data.failure, () => {});
      started = true;
      if ('saving' in data) return onSaving(data.saving);
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
   * @param {C} call
   * @param {Calls[C]['ask']} ask
   * @param {{ onProgress?: Pending['onProgress'], id?: number, moved?: Transferable[] }} [options]
   *   moved: transferred, not copied
   * @returns {Promise<Calls[C]['answer']>}
   */
  function send(call, ask, { onProgress, id = ++lastId, moved = [] } = {}) {
    return new Promise((resolve, reject) => {
      if (!worker) return reject(new EngineStopped('not running'));
      pending.set(id, { resolve, reject, onProgress });
      worker.postMessage({ id, call, ask }, moved);
    });
  }

  /** From now on requests wait for the worker. @param {Promise<unknown>} first done before the sets are sent */
  function begin(first) {
    awaited = true;
    // Requests are queued after the sets, so they need not wait for the reply to them.
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

  /**
   * What is learned is made first, in pieces.
   * @template {keyof Calls} C @param {C} call @param {Calls[C]['ask']} ask
   */
  async function learned(call, ask) {
    await request('prepareLearned', {});
    return request(call, ask);
  }

  return {
    /** Stops the worker; pending and later requests are never answered. */
    end() {
      worker?.terminate();
    },
    /** Starts the worker before the first request, so that the first file does not wait for the core. */
    prepare() {
      if (!worker) start();
    },
    /**
     * Opens the stored library; later requests wait for it. The sets, too, are sent after it: then they need not be
     * checked for each paper.
     * @param {boolean} stopped the last worker died
     * @param {boolean} marked the database is already marked
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
     * @param {Calls['read']['ask']} ask its bytes are transferred
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
    /** Adopts what a reader has prepared. @param {Calls['adopt']['ask']} ask its bytes are transferred */
    adopt: (ask) => request('adopt', ask, [ask.saved.buffer, ...(ask.text ? [ask.text.bytes.buffer] : [])]),
    /** @param {Calls['look']['ask']} ask its bytes are transferred */
    look: (ask) => request('look', ask, [ask.bytes.buffer]),
    settle: () => request('settle', {}),
    /** @param {Calls['works']['ask']} ask */
    works: (ask) => request('works', ask),
    /** @param {number} generation */
    worksShown: (generation) => request('worksShown', { generation }),
    /** @param {string[]} works */
    citations: (works) => request('citations', { works }),
    /** @param {Calls['exportWorks']['ask']} ask */
    exportWorks: (ask) => request('exportWorks', ask),
    /** @param {Calls['readCollection']['ask']} ask its bytes are transferred */
    readCollection: (ask) => request('readCollection', ask, [ask.bytes.buffer]),
    /** @param {Calls['matchWorks']['ask']} ask */
    matchWorks: (ask) => request('matchWorks', ask),
    /** @param {Calls['knowTitles']['ask']} ask */
    knowTitles: (ask) => request('knowTitles', ask),
    /** @param {Calls['unread']['ask']} ask */
    unread: (ask) => request('unread', ask),
    /** @param {number} most number of days @param {string[]} hiddenSets sets whose works do not count */
    contents: (most, hiddenSets) => request('contents', { most, hiddenSets }),
    /** @param {string[]} labels */
    remove: (labels) => request('remove', { labels }),
    /** @param {string[]} labels */
    arrange: (labels) => request('arrange', { labels }),
    follow: () => request('follow', {}),
    /** @param {Record<string, string[]>} all */
    sets: (all) => request('sets', { all }),
    /** @param {Calls['putInSets']['ask']['changes']} changes */
    putInSets: (changes) => request('putInSets', { changes }),
    /** @param {Calls['counts']['ask']} ask */
    counts: (ask) => request('counts', ask),
    /** @param {Calls['rank']['ask']} ask */
    rank: (ask) => learned('rank', ask),
    /** @param {Calls['rankTags']['ask']} ask */
    rankTags: (ask) => learned('rankTags', ask),
    /** @param {Calls['trends']['ask']} ask */
    trends: (ask) => learned('trends', ask),
    /** @param {Calls['explainAlso']['ask']} ask */
    explainAlso: (ask) => request('explainAlso', ask),
    // Of these eight only the newest call counts: resolves to null if a newer one was made before this one's turn.
    /** @param {Calls['search']['ask']} ask */
    search: (ask) => latest('search', ask),
    /** @param {Calls['findTitles']['ask']} ask */
    findTitles: (ask) => latest('findTitles', ask),
    /** @param {Calls['also']['ask']} ask */
    also: async (ask) => {
      // No search waits for it.
      await request('prepareLearned', {});
      return latest('also', ask);
    },
    /** @param {Calls['reasons']['ask']} ask */
    reasons: (ask) => latest('reasons', ask),
    /** @param {Calls['complete']['ask']} ask */
    complete: (ask) => latest('complete', ask),
    /** @param {Calls['authors']['ask']} ask */
    authors: (ask) => latest('authors', ask),
    /** @param {Calls['explain']['ask']} ask */
    explain: (ask) => latest('explain', ask),
    /** @param {Calls['similar']['ask']} ask */
    similar: (ask) => latest('similar', ask),
    /** @param {Calls['similar']['ask']} ask */
    similarTo: (ask) => request('similar', ask),
    /** The files inside the last container read, one after the other. */
    async *unpacked() {
      for (let file = await request('unpackNext', {}); file; file = await request('unpackNext', {}))
        yield file;
    },
    /** @param {Calls['rows']['ask']} ask */
    rows: (ask) => request('rows', ask),
    /** @param {string} key @param {boolean} verbatim as in the file, without repairs */
    paper: (key, verbatim) => request('paper', { key, verbatim }),
    reset: () => request('reset', {}),
  };
}

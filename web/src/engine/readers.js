// Workers that read and index files in parallel to the searching one. They share nothing: each turns a file into a
// saved library, whose bytes the searching worker adopts unchanged. So one library holds all papers, and search results
// do not depend on which worker read them.

/** @typedef {import('./protocol.js').Calls['prepare']['answer']} Prepared */
/** @typedef {import('./protocol.js').Reply} Reply */
/** @typedef {import('./engine.js').Platform} Platform */
/** @typedef {{ worker: Worker, ready: Promise<boolean>, stop: () => void, busy: boolean, answer?: (prepared: Prepared | null) => void }} Reader */

/** More readers would only wait for the worker that adopts. */
const MOST_READERS = 4;
/** Starting a worker takes as long as reading a megabyte. */
const FEWEST_FILES = 4;

/**
 * How many readers pay off for a batch: none for a few files or a single core.
 * @param {number} files
 * @param {number} [cores]
 */
export const readerCount = (files, cores = navigator.hardwareConcurrency ?? 1) =>
  files < FEWEST_FILES || cores < 2 ? 0 : Math.min(MOST_READERS, cores, Math.floor(files / 2));

/**
 * @param {Pick<Platform, 'startWorker'>} platform
 * @param {number} count
 */
export function createReaders(platform, count) {
  let ended = false;
  const readers = Array.from({ length: count }, start);
  /** @type {((reader: Reader) => void)[]} */
  const waiting = [];

  /** @returns {Reader} */
  function start() {
    const worker = platform.startWorker();
    /** @type {Reader} */
    const reader = { worker, busy: false, ready: Promise.resolve(false), stop: () => {} };
    reader.ready = new Promise((resolve) => {
      reader.stop = () => resolve(false);
      worker.onmessage = (/** @type {MessageEvent<Reply>} */ { data }) => {
        if (data.id === 0) return resolve('answer' in data);
        reader.answer?.('answer' in data ? /** @type {Prepared} */ (data.answer) : null);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(false);
        reader.answer?.(null);
      };
      worker.postMessage({ id: 0, call: 'start', ask: {} });
    });
    return reader;
  }

  /** @returns {Promise<Reader>} */
  function free() {
    const idle = readers.find((reader) => !reader.busy);
    if (idle) {
      idle.busy = true;
      return Promise.resolve(idle);
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  /** @param {Reader} reader */
  function release(reader) {
    const next = waiting.shift();
    if (next) return next(reader);
    reader.busy = false;
  }

  return {
    /**
     * Resolves to null if the reader failed; the file is then read as if there were no readers.
     * @param {string} name
     * @param {Uint8Array<ArrayBuffer>} bytes transferred, and handed back in the answer
     * @param {boolean} keeps
     * @param {number} written
     * @returns {Promise<Prepared | null>}
     */
    async prepare(name, bytes, keeps, written) {
      const reader = await free();
      const prepared =
        (await reader.ready) && !ended
          ? await new Promise((/** @type {(prepared: Prepared | null) => void} */ resolve) => {
              reader.answer = resolve;
              reader.worker.postMessage({ id: 1, call: 'prepare', ask: { name, bytes, keeps, written } }, [
                bytes.buffer,
              ]);
            })
          : null;
      reader.answer = undefined;
      release(reader);
      return prepared;
    },
    /** Running and waiting calls resolve to null. */
    end() {
      ended = true;
      for (const { worker, stop, answer } of readers) {
        worker.terminate();
        stop();
        answer?.(null);
      }
    },
  };
}

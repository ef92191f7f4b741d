// The open digests on the main thread's side: reads files one after another, keeps their bytes for a restart.
import { EngineStopped } from '../engine/engine.js';
import { forgetAll, keep } from './kept-files.js';
import { readAhead } from './prepared.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {import('../engine/protocol.js').DigestInfo} DigestInfo */
/** @typedef {ReturnType<typeof import('../engine/engine.js').createEngine>} Engine */
/** @typedef {import('../engine/engine.js').Platform} Platform */
/** @typedef {{ name: string, files: number, filesDone: number, papers: number }} Progress filesDone: with the part of the file that is being read */
/** @typedef {(done: number, total: number) => void} OnPapers */
/** @typedef {{ name: string, code: string }} Refusal */
/** @typedef {{ digests: DigestInfo[], refused: Refusal[] }} Shelf */

/** @typedef {ReturnType<typeof readAhead>} Ahead */

/** @param {{ name: string, bytes: Uint8Array<ArrayBuffer> }} file @returns {Source} */
const inside = (file) => ({ name: file.name, blob: new Blob([file.bytes]) });

const QUIET_MS = 200;
const REFRESH_MS = 400;

/**
 * @param {Engine} engine
 * @param {Platform} platform
 * @param {object} callbacks
 * @param {(shelf: Shelf) => void} callbacks.onShelf       the open digests changed
 * @param {(progress: Progress | null) => void} callbacks.onProgress
 */
export function createLibrary(engine, platform, { onShelf, onProgress }) {
  /** @type {Source[]} */
  let sources = [];
  /** @type {Shelf} */
  let shelf = { digests: [], refused: [] };
  let abort = new AbortController();
  let lost = false;
  let shown = 0;
  /** @type {Promise<unknown>} */
  let kept = Promise.resolve();
  /** @type {Promise<void>} */
  let queue = Promise.resolve();

  /** Shows what has been opened, now and then. */
  function showSoon() {
    if (performance.now() - shown < REFRESH_MS) return;
    shown = performance.now();
    onShelf(shelf);
  }

  /** @param {Source[]} batch @param {{ keeps: boolean }} options */
  async function readBatch(batch, { keeps }) {
    const { signal } = abort;
    const begin = performance.now();
    shown = begin;
    let papers = 0;
    /** @param {string} name @param {number} index @param {number} [done] @param {number} [total] */
    const report = (name, index, done = 0, total = 1) => {
      if (performance.now() - begin < QUIET_MS) return;
      onProgress({ name, files: batch.length, filesDone: index + done / total, papers: papers + done });
    };
    const ahead = readAhead(batch, platform);
    const end = () => ahead.end();
    signal.addEventListener('abort', end);
    for (const [index, source] of batch.entries()) {
      if (lost) await readAgain();
      if (signal.aborted) break;
      report(source.name, index);
      papers += await readOne(source, ahead, keeps, signal, (...done) => report(source.name, index, ...done));
      showSoon();
    }
    signal.removeEventListener('abort', end);
    end();
    if (lost) await readAgain();
    // Only what a reload would bring back is shown as done.
    await kept;
    onProgress(null);
    onShelf(shelf);
  }

  /**
   * @param {Source} source @param {Ahead} ahead @param {boolean} keeps
   * @param {AbortSignal} signal @param {OnPapers} onPapers
   */
  async function readOne(source, ahead, keeps, signal, onPapers) {
    const mine = sources;
    const { bytes, answer, code } = await ask(source, ahead, signal, onPapers);
    if (sources !== mine || answer?.cancelled) return 0;
    if (code === 'container') return readContainer(source.name, bytes, keeps, signal, onPapers);
    if (!answer || code !== 'ok') return refuse(source.name, code);
    sources.push(source);
    shelf = { ...shelf, digests: [...shelf.digests, answer.result.info] };
    if (keeps) kept = kept.then(() => keep(source.name, bytes));
    return answer.result.info.papers;
  }

  /** @param {string} name @param {string} code */
  function refuse(name, code) {
    shelf = { ...shelf, refused: [...shelf.refused, { name, code }] };
    return 0;
  }

  /**
   * Opens the files of a gzip or zip as if each had been dropped. Gives the number of their papers.
   * @param {string} name @param {Uint8Array<ArrayBuffer>} bytes @param {boolean} keeps
   * @param {AbortSignal} signal @param {OnPapers} onPapers
   */
  async function readContainer(name, bytes, keeps, signal, onPapers) {
    let papers = 0;
    try {
      for await (const file of engine.unpack(name, bytes)) {
        if (signal.aborted) break;
        if (file.code === 'ok')
          papers += await readOne(inside(file), readAhead([], platform), keeps, signal, onPapers);
        else refuse(file.name === name ? name : `${name}/${file.name}`, file.code);
        showSoon();
      }
    } catch (error) {
      refuse(name, error instanceof EngineStopped ? 'stopped' : 'unreadable');
    }
    return papers;
  }

  /** @param {Source} source @param {Ahead} ahead @param {AbortSignal} signal @param {OnPapers} onPapers */
  async function ask(source, ahead, signal, onPapers) {
    let bytes = new Uint8Array();
    try {
      const taken = await ahead.take(source);
      bytes = taken.bytes;
      const prepared = taken.prepared;
      if (prepared && prepared.result.code !== 'ok')
        return { bytes, answer: { result: prepared.result, cancelled: false }, code: prepared.result.code };
      if (prepared && !signal.aborted) {
        const adopted = await engine.adopt(prepared.library);
        const code = adopted.code === 'ok' && adopted.digests === 0 ? 'already_open' : adopted.code;
        return { bytes, answer: { result: prepared.result, cancelled: false }, code };
      }
      const answer = await engine.read(source.name, bytes, { signal, onProgress: onPapers });
      return { bytes, answer, code: answer.result.code };
    } catch (error) {
      return { bytes, answer: undefined, code: error instanceof EngineStopped ? 'stopped' : 'unreadable' };
    }
  }

  /** A new worker knows nothing. The file that stopped the old one was never among the sources. */
  async function readAgain() {
    const held = sources;
    sources = [];
    shelf = { ...shelf, digests: [] };
    lost = false;
    const ahead = readAhead(held, platform);
    for (const source of held) await readOne(source, ahead, false, abort.signal, () => {});
    ahead.end();
  }

  /** @param {() => Promise<void>} work */
  function enqueue(work) {
    queue = queue.then(work);
    return queue;
  }

  function cancel() {
    abort.abort();
    abort = new AbortController();
  }

  return {
    /** @param {Source[]} batch @param {{ keeps: boolean }} options keeps: a reload shall have them again */
    open: (batch, options) => enqueue(() => readBatch(batch, options)),
    cancel,
    restore() {
      lost = true;
      return enqueue(() => readBatch([], { keeps: false }));
    },
    async closeAll() {
      cancel();
      sources = [];
      shelf = { digests: [], refused: [] };
      await enqueue(async () => {
        await kept;
        await forgetAll();
        await engine.reset();
      });
      onShelf(shelf);
    },
  };
}

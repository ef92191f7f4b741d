// The worker thread: the only place that calls the C++ core.
import createBroadsheet from 'broadsheet-wasm';
import { createFacetNames } from './facets.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Request} Request */
/** @typedef {import('./protocol.js').Reply} Reply */
/**
 * @template T
 * @typedef {import('./protocol.js').Plain<T>} Plain
 */

const INDEX_STEP = 32;
const SLICE_MS = 24;

/** @type {import('broadsheet-wasm').MainModule} */
let core;
/** @type {import('broadsheet-wasm').Library} */
let library;
/** @type {ReturnType<typeof createFacetNames>} */
let named;
/** @type {import('broadsheet-wasm').Unpacker | undefined} the container that is being opened */
let unpacker;
let generation = 0;
/** @type {Set<number>} */
const cancelled = new Set();

const { port1, port2 } = new MessageChannel();
/** Lets waiting messages (a search, a cancel) in. */
const breathe = () =>
  new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

/** @template T @param {T} value from the core @returns {Plain<T>} */
const plain = (value) => /** @type {any} */ (value);

/** @param {Reply} reply @param {Transferable[]} [moved] given away, not copied */
const post = (reply, moved = []) => self.postMessage(reply, { transfer: moved });

function openLibrary() {
  library = new core.Library();
  named = createFacetNames(library);
}

/** @type {{ [C in keyof Calls]: (ask: Calls[C]['ask'], id: number) => Calls[C]['answer'] | Promise<Calls[C]['answer']> }} */
const calls = {
  async start({ wasm }) {
    core = await createBroadsheet({ wasmBinary: wasm });
    openLibrary();
    return core.version();
  },

  async read({ name, bytes }, id) {
    const result = plain(library.read(name, bytes));
    if (result.code !== 'ok') return { result, cancelled: false };
    const total = result.info.papers;
    for (let left = total; left > 0;) {
      if (cancelled.delete(id)) {
        library.abandon();
        return { result, cancelled: true };
      }
      const end = performance.now() + SLICE_MS;
      do left = library.index(INDEX_STEP);
      while (left > 0 && performance.now() < end);
      post({ id, done: total - left, total });
      if (left > 0) await breathe();
    }
    cancelled.delete(id);
    return { result, cancelled: false };
  },

  prepare({ name, bytes }) {
    const alone = new core.Library();
    const result = plain(alone.read(name, bytes));
    if (result.code === 'ok') while (alone.index(INDEX_STEP) > 0);
    const saved = result.code === 'ok' ? plain(alone.save()) : new Uint8Array();
    alone.delete();
    return { result, library: saved };
  },

  adopt: (ask) => plain(library.open(ask.library)),

  unpack({ name, bytes }) {
    unpacker?.delete();
    unpacker = new core.Unpacker(name, bytes);
    return null;
  },

  unpackNext() {
    const file = unpacker && plain(unpacker.next());
    if (file?.found) return file;
    unpacker?.delete();
    unpacker = undefined;
    return null;
  },

  search({ request, paper, reveal, rows }) {
    const found = library.search(request);
    const { authorCounts, ...rest } = plain(found);
    const result = { ...rest, ...named(found) };
    generation += 1;
    const ordinal = paper ? library.locate(paper) : -1;
    const position = ordinal < 0 ? -1 : library.positionOf(ordinal);
    const from = reveal ? Math.max(0, position - Math.floor(rows / 2)) : 0;
    return {
      result,
      generation,
      paperCount: library.paperCount(),
      position,
      from,
      rows: plain(library.rows(from, rows)),
    };
  },

  rows: (ask) => (ask.generation === generation ? plain(library.rows(ask.from, ask.count)) : null),

  complete: ({ text, caret }) => plain(library.complete(text, caret)),

  paper({ key, verbatim }) {
    const ordinal = library.locate(key);
    if (ordinal < 0) return null;
    return { paper: plain(library.paper(ordinal, verbatim)), position: library.positionOf(ordinal) };
  },

  explain(ask) {
    const ordinal = library.locate(ask.key);
    return ordinal < 0 || ask.generation !== generation ? null : plain(library.explain(ordinal));
  },

  similar({ key, count }) {
    const ordinal = library.locate(key);
    return ordinal < 0 ? [] : plain(library.similar(ordinal, count));
  },

  reset() {
    library.delete();
    openLibrary();
    generation += 1;
    return null;
  },
};

self.onmessage = async (/** @type {MessageEvent<Request>} */ { data }) => {
  if (data.call === 'cancel') {
    cancelled.add(data.id);
    return;
  }
  try {
    const run = /** @type {(ask: Request, id: number) => any} */ (/** @type {unknown} */ (calls[data.call]));
    const answer = await run(/** @type {any} */ (data.ask), data.id);
    post({ id: data.id, answer }, data.call === 'prepare' ? [answer.library.buffer] : []);
  } catch (error) {
    post({ id: data.id, failure: String(error) });
  }
};

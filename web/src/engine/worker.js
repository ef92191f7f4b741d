// The worker thread: the only place that calls the C++ core.
import { core as build } from 'broadsheet-bundle';
import { createCore } from 'broadsheet-core';
import { lookAtKept } from '../storage/kept-library.js';
import { createCollections } from './collections.js';
import { createKeeping } from './keeping.js';
import { createOpenLibrary } from './open-library.js';
import { createLearning } from './learning.js';
import { createReading } from './reading.js';
import { OPENS_KEPT } from './protocol.js';
import { createSearches } from './searches.js';

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {import('./protocol.js').Request} Request */
/** @typedef {import('./protocol.js').Reply} Reply */

const { port1, port2 } = new MessageChannel();
/** Several may wait at once. @type {((value?: unknown) => void)[]} */
const waiting = [];
port1.onmessage = () => waiting.shift()?.();
/** Lets waiting messages (a search, a cancel) in. */
const breathe = () =>
  new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(0);
  });

/** @param {Reply} reply @param {Transferable[]} [moved] transferred, not copied */
const post = (reply, moved = []) => self.postMessage(reply, { transfer: moved });

/** @typedef {{ [C in keyof Calls]: (ask: Calls[C]['ask'], id: number) => Calls[C]['answer'] | Promise<Calls[C]['answer']> }} Handlers */

/** @type {ReturnType<typeof createReading> | undefined} */
let reading;

/**
 * May have started before it is requested.
 * @type {ReturnType<ReturnType<typeof createKeeping>['openKept']> | undefined}
 */
let opensKept;
/** Calls that are allowed before the library is open. */
const NEED_NO_LIBRARY = new Set(['start', 'openKept']);

/** @returns {Promise<Handlers>} */
async function createCalls() {
  const looked = self.name === OPENS_KEPT ? lookAtKept(false) : undefined;
  const core = await createCore();
  const open = createOpenLibrary(core, build);
  const keeping = createKeeping(open, breathe, {
    onStop: (error) => post({ id: 0, failure: String(error) }),
    onSaving: (share) => post({ id: 0, saving: share }),
    looked,
  });
  if (looked) opensKept = keeping.openKept(false);
  opensKept?.catch(() => {});
  const searches = createSearches(open);
  reading = createReading(open, keeping, breathe, (id, done, total) => post({ id, done, total }));
  return {
    start: () => core.version(),
    ...reading,
    ...searches,
    ...createCollections(open, breathe),
    ...createLearning(open, breathe),
    ...createLibraryCalls(open, keeping, searches),
  };
}
const calls = createCalls();
// Each request reports the failure.
calls.catch(() => {});

/**
 * @param {ReturnType<typeof createOpenLibrary>} open
 * @param {ReturnType<typeof createKeeping>} keeping
 * @param {ReturnType<typeof createSearches>} searches
 */
const createLibraryCalls = (open, keeping, searches) => ({
  /** @param {Calls['openKept']['ask']} ask */
  openKept: ({ stopped }) => (opensKept ??= keeping.openKept(stopped)),
  settle() {
    keeping.settle();
    searches.forget();
    return open.entries;
  },
  /** @param {Calls['remove']['ask']} ask */
  async remove({ labels }) {
    await keeping.remove(new Set(labels));
    searches.forget();
    return open.entries;
  },
  /** @param {Calls['arrange']['ask']} ask */
  arrange({ labels }) {
    keeping.arrange(labels);
    searches.forget();
    return open.entries;
  },
  async follow() {
    const notes = await keeping.follow();
    searches.forget();
    return { entries: open.entries, notes, apart: keeping.isApart() };
  },
  async reset() {
    await keeping.removeAll();
    searches.forget();
    return null;
  },
  /** @param {Calls['sets']['ask']} ask */
  sets({ all }) {
    open.useSets(all);
    return null;
  },
  /** @param {Calls['putInSets']['ask']} ask */
  putInSets({ changes }) {
    for (const { set, work, member } of changes) open.putInSet(set, work, member);
    return null;
  },
});

/** @param {any} answer returns what of it to transfer instead of copy */
const movedOf = (answer) =>
  answer?.saved
    ? [...new Set([answer.saved, answer.bytes, answer.text?.bytes].flatMap((bytes) => bytes?.buffer ?? []))]
    : [];

self.onmessage = async (/** @type {MessageEvent<Request>} */ { data }) => {
  if (data.call === 'cancel') return void reading?.cancel(data.id);
  try {
    const run = /** @type {(ask: any, id: number) => any} */ ((await calls)[data.call]);
    if (!NEED_NO_LIBRARY.has(data.call)) await opensKept;
    const answer = await run(data.ask, data.id);
    post({ id: data.id, answer }, movedOf(answer));
  } catch (error) {
    post({ id: data.id, failure: String(error) });
  }
};

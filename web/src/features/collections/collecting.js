// The user's collections, joined with what the library has of their works.
import { unlessStopped } from '../../engine/unless-stopped.js';
import { t } from '../../i18n/index.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../engine/protocol.js').CollectedWork} CollectedWork */
/** @typedef {import('../../engine/protocol.js').CollectionMatch} CollectionMatch */
/** @typedef {CollectedWork & { match: CollectionMatch }} Matched */
/**
 * @typedef {object} Collection
 * @property {string} name
 * @property {import('../../marks/collections.js').CollectionRecord} record
 * @property {Matched[]} here works that the library has
 * @property {Matched[]} doubtful works that are nearly one of the library's
 * @property {CollectedWork[]} elsewhere works that no open digest has
 */

/** Begins the names of their sets. */
export const COLLECTION = 'collection:';
const MOST_FOUND = 200;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {import('../../marks/collections.js').CollectionStore} parts.collections
 * @param {ReturnType<typeof import('../triage/deciding.js').createDeciding>} parts.deciding
 * @param {Pick<ReturnType<typeof import('../search/searching.js').createSearching>, 'search'>} parts.searching
 * @param {import('../../app/undo.js').Undo} parts.undo
 * @param {() => Record<string, string[]>} parts.sets of the user's marks
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 */
export function createCollecting({ store, engine, collections, deciding, searching, undo, sets, notify }) {
  let isMatched = false;
  /** The collections by what they have of the library: by work, their names. @type {Map<string, string[]>} */
  let named = new Map();
  /** Works that no digest has, of all collections, in the order that the engine knows. @type {CollectedWork[]} */
  let known = [];

  /** @param {readonly Collection[]} all */
  const setsOf = (all) =>
    Object.fromEntries(all.map(({ name, here }) => [COLLECTION + name, here.map(({ match }) => match.work)]));

  /** As far as ids say it: the name of a work from arXiv is its id. */
  const setsByIds = () =>
    Object.fromEntries(
      collections
        .all()
        .map(([name, { works }]) => [COLLECTION + name, works.flatMap(({ id }) => (id ? [id] : []))]),
    );

  /** @returns {Promise<Collection[] | null>} null: the worker has stopped */
  async function matched() {
    /** @type {Collection[]} */
    const all = [];
    for (const [name, record] of collections.all()) {
      const matches = await unlessStopped(engine.matchWorks({ works: record.works }));
      if (!matches) return null;
      /** @type {Collection} */
      const collection = { name, record, here: [], doubtful: [], elsewhere: [] };
      for (const [index, work] of record.works.entries()) {
        const match = matches[index];
        const isSame = match.by === 'doubtful' && record.same[work.title] === match.work;
        if (match.by === '') collection.elsewhere.push(work);
        else collection[match.by === 'doubtful' && !isSame ? 'doubtful' : 'here'].push({ ...work, match });
      }
      all.push(collection);
    }
    return all;
  }

  /** The matching that runs, and whether the library or the collections changed meanwhile. */
  const matching = { ends: Promise.resolve(), runs: false, again: false };
  /** Finds out anew what the library has of them: while files are read, after each matching once. */
  function match() {
    matching.again = true;
    if (!matching.runs) {
      matching.runs = true;
      matching.ends = matchWhileChanged();
    }
    return matching.ends;
  }
  async function matchWhileChanged() {
    try {
      while (matching.again) {
        matching.again = false;
        await matchOnce();
      }
    } finally {
      matching.runs = false;
    }
  }

  async function matchOnce() {
    const before = store.get().collections;
    if (collections.all().length === 0 && before.length === 0) return;
    const all = await matched();
    if (!all) return;
    isMatched = true;
    named = new Map();
    for (const { name, here } of all)
      for (const {
        match: { work },
      } of here)
        named.set(work, [...(named.get(work) ?? []), name]);
    known = all.flatMap(({ elsewhere, doubtful }) => [...doubtful, ...elsewhere]);
    store.set({ collections: all });
    await unlessStopped(engine.knowTitles({ works: known }));
    await find();
    const next = setsOf(all);
    const wasSets = setsOf(before);
    if (JSON.stringify(next) === JSON.stringify(wasSets)) return;
    // A set that is gone becomes empty.
    await unlessStopped(engine.sets({ ...sets(), ...next }));
    await searching.search({ stay: true });
    for (const { name, here } of all) {
      const old = before.find((each) => each.name === name);
      if (old && here.length > old.here.length && store.get().shelf.digests.length > 0)
        notify('collections.recognised', { name, n: here.length - old.here.length });
    }
  }

  /** Looks for the query among the works that no digest has. */
  async function find() {
    const { text } = store.get().address;
    if (text.trim() === '' || known.length === 0) {
      if (store.get().elsewhere) store.set({ elsewhere: null });
      return;
    }
    const places = await unlessStopped(engine.findTitles({ text, most: MOST_FOUND }));
    if (places) store.set({ elsewhere: { text, works: places.flatMap((place) => known[place] ?? []) } });
  }

  /** @param {string} name */
  const get = (name) => store.get().collections.find((each) => each.name === name);
  /** @param {string} name */
  const worksOf = (name) => [...new Set(get(name)?.here.map(({ match: { work } }) => work))];

  /** @param {string} name @param {import('../../marks/mark.js').Statement} said @param {string} key @param {Record<string, string>} [values] */
  const sayOfAll = (name, said, key, values) =>
    deciding.inTurn(async () => {
      const works = worksOf(name);
      if (works.length === 0) return;
      await deciding.sayOfMany(
        works.map((work) => [work, said]),
        t(key, { ...values, n: works.length }),
      );
    });

  return {
    match,
    find,
    /** The stored collections have changed. */
    changed: match,
    /** The works of each, for a worker that has none. */
    sets: () => (isMatched ? setsOf(store.get().collections) : setsByIds()),
    /** Names of the collections that have a work. @param {string} work @returns {readonly string[]} */
    of: (work) => named.get(work) ?? [],
    /**
     * Takes a file that the user has opened.
     * @param {string} name @param {Uint8Array<ArrayBuffer>} bytes
     * @returns {Promise<import('../../library/tally.js').TakenCollection>}
     */
    async take(name, bytes) {
      const nothing = { name, works: 0, here: 0, remarks: 0 };
      const read = await unlessStopped(engine.readCollection({ name, bytes }));
      if (!read) return { ...nothing, code: 'stopped' };
      if (read.code !== 'ok') return { ...nothing, code: read.code };
      const before = collections.get(name);
      const remarks = read.diagnostics.map(({ line, message }) => ({ line, message }));
      const content = { format: read.format, works: read.works, remarks };
      await collections.put(name, content);
      await match();
      undo.record({
        text: t('undo.collection.added', { name }),
        undo: () => collections.restore(name, before).then(match),
        redo: () => collections.put(name, content).then(match),
      });
      return {
        code: 'ok',
        name,
        works: read.works.length,
        here: get(name)?.here.length ?? 0,
        remarks: remarks.length,
      };
    },
    /** @param {string} name */
    async remove(name) {
      const before = collections.get(name);
      if (!before) return;
      await collections.remove(name);
      await match();
      undo.record({
        text: t('undo.collection.removed', { name }),
        undo: () => collections.restore(name, before).then(match),
        redo: () => collections.remove(name).then(match),
      });
    },
    /** The doubtful work is that of the library. @param {string} name @param {Matched} work */
    async sayAreSame(name, { title, match: { work } }) {
      const before = collections.get(name);
      await collections.sayAreSame(name, title, work);
      await match();
      undo.record({
        text: t('undo.collection.same', { name }),
        undo: () => collections.restore(name, before).then(match),
        redo: () => collections.sayAreSame(name, title, work).then(match),
      });
    },
    /** Stars what the library has of it. @param {string} name */
    star: (name) => sayOfAll(name, { starred: true }, 'undo.starred.many'),
    /** @param {string} name @param {string} tag */
    tag: (name, tag) => sayOfAll(name, { tag: { name: tag, on: true } }, 'undo.tagged.many', { name: tag }),
  };
}

/** @typedef {ReturnType<typeof createCollecting>} Collecting */

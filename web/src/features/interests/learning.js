// Learns from what the user stars, dismisses and says which papers are for them. The works that are become the set
// `is:foryou`.
import { unlessStopped } from '../../engine/unless-stopped.js';
import { FOR_YOU } from '../../app/interest.js';
import { t } from '../../i18n/index.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../marks/interests.js').Kind} Kind */
/** @typedef {import('../../marks/interests.js').Said} Said */
const PAUSE_MS = 250;
/** Of each collection: learning takes time in proportion to them. */
const MOST_COLLECTED = 500;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {import('../../marks/marks.js').Marks} parts.marks
 * @param {import('../../marks/interests.js').InterestStore} parts.interests
 * @param {Pick<ReturnType<typeof import('../search/searching.js').createSearching>, 'search'>} parts.searching
 * @param {import('../../app/undo.js').Undo} parts.undo
 */
export function createLearning({ store, engine, marks, interests, searching, undo }) {
  let timer = 0;
  let turn = 0;
  /** What was told last, so that nothing is asked twice. */
  let lastTold = '';

  /** @param {Kind} kind @param {Said} as */
  const said = (kind, as) =>
    interests
      .all()
      .filter((each) => each.kind === kind && each.as === as)
      .map(({ text }) => text);

  /** What the core learns from. */
  function told() {
    const since = interests.since();
    const all = marks.all();
    return {
      starred: all.filter(({ starred, starredAt }) => starred && starredAt > since).map(({ work }) => work),
      refused: all
        .filter(({ dismissed, dismissedAt }) => dismissed && dismissedAt > since)
        .map(({ work }) => work),
      done: /** @type {string[]} */ ([]),
      collected: store
        .get()
        .collections.filter(({ record }) => record.at > since)
        .flatMap(({ record }) => record.works.slice(0, MOST_COLLECTED))
        .flatMap(({ title, authors }) => (title ? [{ title, authors }] : [])),
      followedWords: said('word', 'followed'),
      followedAuthors: said('author', 'followed'),
      followedCategories: said('category', 'followed'),
      mutedWords: said('word', 'muted'),
      mutedAuthors: said('author', 'muted'),
      mutedCategories: said('category', 'muted'),
      ignoredWords: said('word', 'ignored'),
      ignoredAuthors: said('author', 'ignored'),
    };
  }

  /** @param {ReturnType<typeof told>} now */
  const saysAnything = (now) =>
    now.starred.length + now.collected.length + now.followedWords.length + now.followedAuthors.length > 0 ||
    now.followedCategories.length > 0;

  async function learn() {
    const mine = (turn += 1);
    const now = told();
    const { shelf } = store.get();
    const asks = JSON.stringify([now, shelf.digests.map(({ label }) => label)]);
    if (asks === lastTold) return;
    // People who star nothing pay nothing.
    const ranked = saysAnything(now) ? await unlessStopped(engine.rank({ told: now })) : null;
    if (mine !== turn) return;
    lastTold = asks;
    const before = store.get().interest.works;
    const works = new Set(ranked?.works);
    store.set({
      interest: {
        enough: ranked?.enough ?? false,
        stars: now.starred.length + now.collected.length,
        words: ranked?.words ?? [],
        works,
      },
    });
    const changes = [
      ...[...works].filter((work) => !before.has(work)).map((work) => ({ set: FOR_YOU, work, member: true })),
      ...[...before]
        .filter((work) => !works.has(work))
        .map((work) => ({ set: FOR_YOU, work, member: false })),
    ];
    if (changes.length === 0) return;
    await unlessStopped(engine.putInSets(changes));
    const { sets, text } = store.get().address;
    if (sets.includes(FOR_YOU) || text.includes(FOR_YOU)) await searching.search({ stay: true });
  }

  return {
    /** Something that it learns from may have changed. */
    changed() {
      clearTimeout(timer);
      timer = window.setTimeout(learn, PAUSE_MS);
    },
    /** At once. */
    learn,
    /** For a worker that has none. @returns {Record<string, string[]>} */
    sets: () => ({ [FOR_YOU]: [...store.get().interest.works] }),
    /** Why the paper is for the user. @param {string} key */
    reasons: (key) => unlessStopped(engine.reasons({ key })),
    /** @param {Kind} kind @param {string} text @param {Said} as */
    async say(kind, text, as) {
      const before = interests.of(kind, text);
      if (before === as) return;
      await interests.say(kind, text, as);
      undo.record({
        text: t(as === '' ? 'undo.interest.none' : `undo.interest.${as}`, { text }),
        undo: () => interests.say(kind, text, before),
        redo: () => interests.say(kind, text, as),
      });
    },
    all: interests.all,
    async forget() {
      const before = interests.state();
      await interests.forget();
      undo.record({
        text: t('undo.interest.forgotten'),
        undo: () => interests.restore(before),
        redo: () => interests.forget(),
      });
    },
  };
}

/** @typedef {ReturnType<typeof createLearning>} Learning */

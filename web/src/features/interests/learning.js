// Learns from what the user stars, dismisses and says which papers are for them. The works that are become the set
// `is:foryou`, those that go with a tag `for:` and its name.
import { unlessStopped } from '../../engine/unless-stopped.js';
import { FOR_TAG, FOR_YOU } from '../../app/interest.js';
import { t } from '../../i18n/index.js';
import { tagsOf } from '../../marks/mark.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../marks/interests.js').Kind} Kind */
/** @typedef {import('../../marks/interests.js').Said} Said */
const PAUSE_MS = 250;
/** A sheet has room for so many. */
const MOST_EXAMPLES = 6;
/** The newest of those done by their rows: learning takes time in proportion to them. */
const MOST_SKIMMED = 500;
/** Of each collection, likewise. */
const MOST_COLLECTED = 500;

/** Whether all that was said of a paper is that it is done. @param {import('../../storage/database.js').Mark} mark */
const saysNoMore = (mark) => !mark.starred && !mark.dismissed && !mark.note && tagsOf(mark).length === 0;

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
  /** The library that the order "for you" is of. @type {State['shelf'] | null} */
  let shelfOfOrder = null;
  /** Works that go with a tag, as far as somebody asked. @type {Map<string, ReadonlySet<string>>} */
  const ofTags = new Map();

  /** @param {Kind} kind @param {Said} as */
  const said = (kind, as) =>
    interests
      .all()
      .filter((each) => each.kind === kind && each.as === as)
      .map(({ text }) => text);

  /** What the user says of words, authors and categories. */
  const saidOfAll = () => ({
    followedWords: said('word', 'followed'),
    followedAuthors: said('author', 'followed'),
    followedCategories: said('category', 'followed'),
    mutedWords: said('word', 'muted'),
    mutedAuthors: said('author', 'muted'),
    mutedCategories: said('category', 'muted'),
    ignoredWords: said('word', 'ignored'),
    ignoredAuthors: said('author', 'ignored'),
  });

  /** What the core learns from. */
  function told() {
    const since = interests.since();
    const all = marks.all();
    return {
      starred: all.filter(({ starred, starredAt }) => starred && starredAt > since).map(({ work }) => work),
      refused: all
        .filter(({ dismissed, dismissedAt }) => dismissed && dismissedAt > since)
        .map(({ work }) => work),
      done: all
        .filter((mark) => mark.skimmed && mark.skimmedAt > since && saysNoMore(mark))
        .sort((a, b) => b.skimmedAt - a.skimmedAt)
        .slice(0, MOST_SKIMMED)
        .map(({ work }) => work),
      collected: store
        .get()
        .collections.filter(({ record }) => record.at > since)
        .flatMap(({ record }) => record.works.slice(0, MOST_COLLECTED))
        .flatMap(({ title, authors }) => (title ? [{ title, authors }] : [])),
      ...saidOfAll(),
    };
  }

  /** A tag is an interest of its own: its papers, and nothing that is followed besides. @param {string} tag */
  const toldBy = (tag) => ({
    ...told(),
    starred: marks
      .all()
      .filter((mark) => tagsOf(mark).includes(tag))
      .map(({ work }) => work),
    done: [],
    collected: [],
    followedWords: [],
    followedAuthors: [],
    followedCategories: [],
  });

  /** The tags of which the address asks what goes with them. */
  function tagsAsked() {
    const { sets, text } = store.get().address;
    return marks
      .tags()
      .map(({ name }) => name)
      .filter((tag) => sets.includes(FOR_TAG + tag) || (text.includes(FOR_TAG) && text.includes(tag)));
  }

  /** @param {ReturnType<typeof told>} now */
  const saysAnything = (now) =>
    now.starred.length + now.collected.length + now.followedWords.length + now.followedAuthors.length > 0 ||
    now.followedCategories.length > 0;

  /** Makes the works of a set these. @param {string} set @param {ReadonlySet<string>} before @param {ReadonlySet<string>} works */
  const changesOf = (set, before, works) => [
    ...[...works].filter((work) => !before.has(work)).map((work) => ({ set, work, member: true })),
    ...[...before].filter((work) => !works.has(work)).map((work) => ({ set, work, member: false })),
  ];

  /** Learns what goes with these tags. Whether that is other than before. @param {readonly string[]} tags */
  async function learnTags(tags) {
    if (tags.length === 0) return false;
    const ranked = await unlessStopped(
      engine.rankTags({ tagged: tags.map((tag) => ({ tag, told: toldBy(tag) })) }),
    );
    const changes = Object.entries(ranked ?? {}).flatMap(([tag, works]) => {
      const before = ofTags.get(tag) ?? new Set();
      ofTags.set(tag, new Set(works));
      return changesOf(FOR_TAG + tag, before, new Set(works));
    });
    if (changes.length > 0) await unlessStopped(engine.putInSets(changes));
    return changes.length > 0;
  }

  async function learn() {
    const now = told();
    const tags = tagsAsked();
    const { shelf } = store.get();
    const asks = JSON.stringify([now, tags.map(toldBy), shelf.digests.map(({ label }) => label)]);
    if (asks === lastTold) return;
    const mine = (turn += 1);
    // People who star nothing pay nothing.
    const ranked = saysAnything(now) ? await unlessStopped(engine.rank({ told: now })) : null;
    if (mine !== turn) return;
    lastTold = asks;
    const isOfOther = ranked !== null && shelf !== shelfOfOrder;
    if (isOfOther) shelfOfOrder = shelf;
    const works = new Set(ranked?.works);
    const changes = changesOf(FOR_YOU, store.get().interest.works, works);
    // Whoever counts them once they are told finds them in the set.
    const put = changes.length > 0 ? unlessStopped(engine.putInSets(changes)) : null;
    store.set({
      interest: {
        enough: ranked?.enough ?? false,
        stars: now.starred.length + now.collected.length,
        words: ranked?.words ?? [],
        authors: ranked?.authors ?? [],
        works,
      },
    });
    await put;
    const tagsChanged = await learnTags(tags);
    const { sets, text, order } = store.get().address;
    const isShown = changes.length > 0 && (sets.includes(FOR_YOU) || text.includes(FOR_YOU));
    const isOrdered = order === 'foryou' && isOfOther;
    if (isShown || tagsChanged || isOrdered) await searching.search({ stay: true, anew: isOrdered });
  }

  function changed() {
    clearTimeout(timer);
    // Each file that is read would have all of it learned anew.
    timer = window.setTimeout(() => (store.get().progress ? changed() : learn()), PAUSE_MS);
  }

  return {
    /** Something that it learns from may have changed. */
    changed,
    /** At once. */
    learn,
    /** What goes with a tag is known from now on. @param {string} tag */
    learnTag: (tag) => learnTags([tag]),
    /** For a worker that has none. @returns {Record<string, string[]>} */
    sets: () => ({
      [FOR_YOU]: [...store.get().interest.works],
      ...Object.fromEntries([...ofTags].map(([tag, works]) => [FOR_TAG + tag, [...works]])),
    }),
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
    /** The newest papers that it learned from. @returns {Promise<readonly import('../../engine/protocol.js').Citation[]>} */
    async examples() {
      const since = interests.since();
      const works = marks
        .all()
        .filter(({ starred, starredAt }) => starred && starredAt > since)
        .sort((a, b) => b.starredAt - a.starredAt)
        .slice(0, MOST_EXAMPLES)
        .map(({ work }) => work);
      return (await unlessStopped(engine.citations(works))) ?? [];
    },
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

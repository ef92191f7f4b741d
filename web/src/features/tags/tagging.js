// The user's tags: renamed, merged, coloured, deleted. Each is one step that can be undone, however many papers it
// touches.
import { sameList } from '../../app/fragment.js';
import { t } from '../../i18n/index.js';
import { blank, inverse, tagName } from '../../marks/mark.js';
import { replaceFilter, tagFilter } from '../../text/filter-words.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../marks/marks.js').Said} Said */
/** @typedef {import('../../marks/tag-colours.js').ColourOfTag} ColourOfTag */
/** @typedef {{ name: string, count: number, colour: string }} Tag count: of works; colour: "" if it has none */
/**
 * @typedef {object} Change
 * @property {readonly Said[]} marks
 * @property {readonly ColourOfTag[]} colours
 * @property {readonly import('../../marks/saved-search.js').SaidOfSearch[]} searches
 * @property {Asks} asks of the address
 */
/** @typedef {Pick<import('../../app/fragment.js').Address, 'text' | 'sets'>} Asks the parts of an address that name tags */

/** @param {string} name */
const setOf = (name) => `tag:${name}`;

/**
 * With another tag in the place of one.
 * @template {Asks} A
 * @param {A} asks
 * @param {string} from
 * @param {string} to
 * @returns {A}
 */
const retagged = (asks, from, to) => ({
  ...asks,
  text: replaceFilter(asks.text, tagFilter(from), tagFilter(to)),
  sets: [...new Set(asks.sets.map((set) => (set === setOf(from) ? setOf(to) : set)))],
});

/** @param {Asks} asks */
const asksForTags = ({ text, sets }) => text.includes('tag:') || sets.some((set) => set.startsWith('tag:'));

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {import('../../marks/marks.js').Marks} parts.marks
 * @param {import('../../marks/tag-colours.js').TagColourStore} parts.colours
 * @param {import('../saved/saving.js').Saving} parts.saving
 * @param {Pick<ReturnType<typeof import('../list/browsing.js').createBrowsing>, 'go'>} parts.browsing
 * @param {Pick<ReturnType<typeof import('../search/searching.js').createSearching>, 'search'>} parts.searching
 * @param {import('../../app/undo.js').Undo} parts.undo
 */
export function createTagging({ store, marks, colours, saving, browsing, searching, undo }) {
  /** @type {{ from: readonly { name: string, count: number }[] | null, at: number, tags: Tag[] }} */
  let shown = { from: null, at: -1, tags: [] };

  /** @returns {Asks} */
  const asksNow = () => (({ text, sets }) => ({ text, sets }))(store.get().address);

  /** @param {Change} change */
  async function apply(change) {
    const { address } = store.get();
    const kept = [
      change.marks.length > 0 && marks.sayAll(change.marks),
      change.colours.length > 0 && colours.say(change.colours),
      change.searches.length > 0 && saving.say(change.searches),
    ];
    if (!sameList({ ...address, ...change.asks }, address)) browsing.go(change.asks);
    else if (asksForTags(address)) await searching.search({ stay: true });
    await Promise.all(kept);
  }

  /**
   * @param {Omit<Change, 'asks'> & { asks?: Asks }} what
   * @param {string} text for the notice
   * @param {string} [extended] as in Step
   */
  function act(what, text, extended) {
    const before = asksNow();
    const change = { asks: before, ...what };
    const back = {
      marks: what.marks.map(
        ([work, said]) => /** @type {Said} */ ([work, inverse(marks.get(work) ?? blank(work), said)]),
      ),
      colours: what.colours.map(([name]) => /** @type {ColourOfTag} */ ([name, colours.of(name)])),
      searches: saving.inverse(what.searches),
    };
    /** The address may have changed since, in which case it stays. @param {Asks} from @param {Asks} to */
    const asksAfter = (from, to) => (JSON.stringify(asksNow()) === JSON.stringify(from) ? to : asksNow());
    undo.record({
      text,
      extends: extended,
      undo: () => apply({ ...back, asks: asksAfter(change.asks, before) }),
      redo: () => apply({ ...change, asks: asksAfter(before, change.asks) }),
    });
    return apply(change);
  }

  /** @param {string} name @param {boolean} on @returns {(work: string) => Said} */
  const said = (name, on) => (work) => [work, { tag: { name, on } }];

  return {
    /** The most used first. Returns the same array until a tag or a colour changes. @returns {readonly Tag[]} */
    tags() {
      const from = marks.tags();
      const at = colours.changes();
      if (from !== shown.from || at !== shown.at)
        shown = { from, at, tags: from.map((tag) => ({ ...tag, colour: colours.of(tag.name) })) };
      return shown.tags;
    },
    /** @param {string} name @returns {string} "" if it has none */
    colourOf: colours.of,
    /** Merges it with a tag that has the new name. @param {string} from @param {string} text */
    rename(from, text) {
      const to = tagName(text);
      if (!to || to === from) return;
      const works = marks.tagged(from);
      const there = marks.tagged(to).length;
      const colour = (there > 0 && colours.of(to)) || colours.of(from);
      /** @type {ColourOfTag[]} */
      const moved = [
        [from, ''],
        [to, colour],
      ];
      return act(
        {
          marks: [...works.map(said(from, false)), ...works.map(said(to, true))],
          colours: moved.filter(([name, next]) => colours.of(name) !== next),
          searches: saving.replaced((address) => retagged(address, from, to)),
          asks: retagged(asksNow(), from, to),
        },
        t(there > 0 ? 'undo.tag.merged' : 'undo.tag.renamed', { name: from, other: to }),
      );
    },
    /** @param {string} name @param {string} colour "": none */
    colour(name, colour) {
      if (colours.of(name) === colour) return;
      const text = t(colour ? 'undo.tag.coloured' : 'undo.tag.uncoloured', { name });
      // The arrow keys go through the colours one by one.
      return act({ marks: [], colours: [[name, colour]], searches: [] }, text, `colour ${name}`);
    },
    /** @param {string} name */
    remove(name) {
      const works = marks.tagged(name);
      return act(
        {
          marks: works.map(said(name, false)),
          colours: colours.of(name) ? [[name, '']] : [],
          searches: [],
        },
        t('undo.tag.removed', { name, n: works.length }),
      );
    },
  };
}

/** @typedef {ReturnType<typeof createTagging>} Tagging */

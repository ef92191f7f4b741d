// The colours of tags, each a statement with a time: the newer one wins. They are kept beside the saved searches, not
// with the marks, since a mark is about one work.
import { AHEAD_MS, isNewer, tagName } from './mark.js';

/** @typedef {import('../storage/database.js').TagColours} TagColours */
/** @typedef {readonly [name: string, colour: string]} ColourOfTag */

/** Their values are in styles/tokens/tag-colours.css. */
export const COLOURS = /** @type {const} */ ([
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
]);

const TAGS = 'tags';

/** Reads what a browser or a backup has kept. @param {unknown} value @param {number} [now] @returns {TagColours} */
export function coloursFrom(value, now = Date.now()) {
  const rows = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  /** @type {[string, TagColours[string]][]} */
  const colours = rows.flatMap(([name, row]) => {
    if (!tagName(name) || typeof row?.at !== 'number' || !(row.at > 0)) return [];
    const colour = COLOURS.find((known) => known === row.colour) ?? '';
    return [[tagName(name), { colour, at: Math.min(Math.floor(row.at), now + AHEAD_MS) }]];
  });
  return Object.fromEntries(colours);
}

/** @param {TagColours} a @param {TagColours} b @returns {TagColours} */
export function mergedColours(a, b) {
  const next = { ...a };
  for (const [name, { colour, at }] of Object.entries(b)) {
    const mine = Object.hasOwn(a, name) ? a[name] : { colour: '', at: -1 };
    if (isNewer(colour, at, mine.colour, mine.at)) next[name] = { colour, at };
  }
  return next;
}

/**
 * @param {object} parts
 * @param {Pick<import('./kept-marks.js').KeptMarks, 'setting' | 'change'>} parts.kept
 * @param {() => void} parts.onChange
 * @param {() => void} parts.onKept notifies the other tabs
 */
export function createTagColours({ kept, onChange, onKept }) {
  /** @type {TagColours} */
  let colours = {};
  let changes = 0;

  /** @param {TagColours} others */
  function take(others) {
    colours = mergedColours(colours, others);
    changes += 1;
    onChange();
  }

  /** @param {TagColours} others */
  async function merge(others) {
    if (Object.keys(others).length === 0) return;
    take(others);
    try {
      await kept.change(TAGS, (stored) => mergedColours(coloursFrom(stored), others));
      onKept();
    } catch {
      // They last until the page is closed.
    }
  }

  /** @param {string} name */
  const rowOf = (name) => (Object.hasOwn(colours, name) ? colours[name] : { colour: '', at: 0 });

  return {
    /** @param {string} name @returns {string} "" if it has none */
    of: (name) => rowOf(name).colour,
    /** How often they have changed. */
    changes: () => changes,
    /** @param {readonly ColourOfTag[]} all */
    say: (all) =>
      merge(
        Object.fromEntries(
          all.map(([name, colour]) => [name, { colour, at: Math.max(Date.now(), rowOf(name).at + 1) }]),
        ),
      ),
    all: () => colours,
    /** How many tags would have another colour. @param {TagColours} others from a backup */
    changed: (others) =>
      Object.entries(mergedColours(colours, others)).filter(
        ([name, { colour }]) => rowOf(name).colour !== colour,
      ).length,
    /** From a backup. */
    merge,
    /** Also when another tab has changed them. */
    async load() {
      take(coloursFrom(await kept.setting(TAGS).catch(() => null)));
    },
    forgetAll() {
      colours = {};
      changes += 1;
    },
  };
}

/** @typedef {ReturnType<typeof createTagColours>} TagColourStore */

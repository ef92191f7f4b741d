// Rows of the current result, fetched in windows as they come into view.

/** @typedef {import('./protocol.js').Row} Row */
/** @typedef {import('./protocol.js').SearchAnswer} SearchAnswer */

const WINDOW = 40;
const MAX_ROWS = 4000;

/**
 * @param {(ask: { generation: number, from: number, count: number }) => Promise<Row[] | null>} fetchRows
 * @param {() => void} onRows
 */
export function createRowCache(fetchRows, onRows) {
  let generation = -1;
  let total = 0;
  /** @type {Map<number, Row>} */
  let rows = new Map();
  let wanted = { from: 0, to: -1 };
  let fetching = false;

  /** One fetch at a time, always for the rows now in view, so that a fast scroll leaves no queue of fetches. */
  async function fetchMissing() {
    if (fetching) return;
    fetching = true;
    for (let from = firstMissing(); from >= 0; from = firstMissing()) {
      const asked = generation;
      const got = await fetchRows({ generation, from, count: WINDOW }).catch(() => null);
      if (asked !== generation) continue;
      if (!got?.length) break;
      store(from, got);
      onRows();
    }
    fetching = false;
  }

  function firstMissing() {
    for (let index = wanted.from; index <= Math.min(wanted.to, total - 1); index++)
      if (!rows.has(index)) return index;
    return -1;
  }

  /** @param {number} from @param {Row[]} got */
  function store(from, got) {
    if (rows.size > MAX_ROWS) rows = new Map();
    got.forEach((row, offset) => rows.set(from + offset, row));
  }

  return {
    /** @param {SearchAnswer | null} answer */
    reset(answer) {
      generation = answer?.generation ?? -1;
      total = answer?.result.total ?? 0;
      rows = new Map();
      wanted = { from: 0, to: -1 };
      if (answer) store(answer.from, answer.rows);
    },
    /** @param {number} index */
    at: (index) => rows.get(index),
    /** @param {number} from @param {number} to inclusive */
    want(from, to) {
      wanted = { from, to };
      fetchMissing();
    },
    /** @param {number} index @returns {Promise<Row | undefined>} */
    async load(index) {
      const held = rows.get(index);
      if (held || index < 0 || index >= total) return held;
      const got = await fetchRows({ generation, from: index, count: 1 }).catch(() => null);
      return got?.[0];
    },
  };
}

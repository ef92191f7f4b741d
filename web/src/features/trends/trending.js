// What rises and falls in the library, and searches compared over time. Asked for while the view is open only.
import { MOST_COMPARED, NO_FILTERS, WINDOWS } from '../../app/fragment.js';
import { isDate, rangeOf } from '../../app/days.js';
import { unlessStopped } from '../../engine/unless-stopped.js';

/** @typedef {import('../../app/state.js').State} State */

/** Of each list. */
const MOST = 20;
/** A longer window is a choice. */
const LONGEST_AT_FIRST = 30;
const DAY_MS = 86_400_000;

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {Pick<ReturnType<typeof import('../../app/navigation.js').createNavigation>, 'push' | 'replace'>} parts.navigation
 */
export function createTrending({ store, engine, navigation }) {
  /** What was asked for last. */
  let asked = { trends: 0, compared: '', shelf: store.get().shelf };

  /** @param {Partial<import('../../app/fragment.js').Address>} patch @param {'push' | 'replace'} how */
  function go(patch, how) {
    const next = { ...store.get().address, ...patch };
    navigation[how](next);
    store.set({ address: next });
  }

  /** @param {string} text @param {string[]} days the first and the last of both windows */
  async function count(text, days) {
    const result = await unlessStopped(
      engine.counts({
        request: {
          text,
          typing: false,
          ...NO_FILTERS,
          days: [rangeOf(days[0], days[1])],
          hiddenSets: [],
          order: 'newest',
          feedback: false,
        },
      }),
    );
    return {
      text,
      total: result?.total ?? 0,
      days: new Map(result?.days.map(({ value, count }) => /** @type {const} */ ([value, count]))),
    };
  }

  return {
    open() {
      go({ trends: windowFor(store.get().shelf) }, 'push');
    },
    close() {
      go({ trends: 0, compared: [] }, 'push');
    },
    /** @param {number} days of a window */
    choose(days) {
      go({ trends: days }, 'replace');
    },
    /** @param {readonly string[]} texts queries */
    compare(texts) {
      go({ compared: [...new Set(texts)].slice(0, MOST_COMPARED) }, 'replace');
    },
    /** Asks for what the address shows, unless it is there. */
    async load() {
      const { address, shelf } = store.get();
      const { trends, compared } = address;
      const now = { trends, compared: JSON.stringify(compared), shelf };
      const isSame = now.trends === asked.trends && now.shelf === asked.shelf;
      if (trends === 0 || shelf.digests.length === 0 || (isSame && now.compared === asked.compared)) return;
      asked = now;
      const isLatest = () => asked === now;
      if (!isSame) {
        // It is loaded with the answer, as nothing is drawn before.
        const [found, drawing] = await Promise.all([
          unlessStopped(engine.trends({ days: trends, most: MOST })),
          import('./drawing.js'),
        ]);
        if (!found || !isLatest()) return;
        store.set({ trends: { window: trends, found, drawing } });
      }
      const days = store.get().trends?.found.days ?? [];
      const ends = [days.at(0)?.day ?? '', days.at(-1)?.day ?? ''];
      const comparison = days.length > 0 ? await Promise.all(compared.map((text) => count(text, ends))) : [];
      if (isLatest()) store.set({ comparison });
    },
  };
}

/** The longest window of which there are two, so that something can be compared. @param {State['shelf']} shelf */
function windowFor({ digests }) {
  const dates = digests
    .map(({ date }) => date)
    .filter(isDate)
    .sort();
  const last = dates.at(-1);
  const span = last ? (Date.parse(last) - Date.parse(dates[0])) / DAY_MS + 1 : 0;
  const fits = WINDOWS.filter((days) => days <= LONGEST_AT_FIRST && 2 * days <= span + 1);
  return fits.at(-1) ?? WINDOWS[0];
}

/** @typedef {ReturnType<typeof createTrending>} Trending */

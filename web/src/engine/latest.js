// Calls of which only the newest counts: one runs at a time, and at most one of each kind waits.

/** @typedef {import('./protocol.js').Calls} Calls */
/** @typedef {'search' | 'complete' | 'authors' | 'findTitles' | 'also' | 'reasons' | 'explain' | 'similar'} Kind */
/** @typedef {{ ask: any, resolve(answer: any): void, reject(error: Error): void }} Waiting */

/** Priority: a search never waits for calls that only accompany it. @type {readonly Kind[]} */
const ORDER = ['search', 'complete', 'authors', 'findTitles', 'also', 'reasons', 'explain', 'similar'];

/** @param {<C extends Kind>(call: C, ask: Calls[C]['ask']) => Promise<Calls[C]['answer']>} request */
export function createLatest(request) {
  /** @type {Map<Kind, Waiting>} */
  const waiting = new Map();
  let running = false;

  /** @returns {[Kind, Waiting] | undefined} */
  function next() {
    for (const kind of ORDER) {
      const first = waiting.get(kind);
      if (first && waiting.delete(kind)) return [kind, first];
    }
  }

  async function run() {
    running = true;
    for (let turn = next(); turn; turn = next()) {
      const [kind, { ask, resolve, reject }] = turn;
      await request(kind, ask).then(resolve, reject);
    }
    running = false;
  }

  /**
   * A newer call replaces the waiting one, whose promise resolves to null. So answers of a kind arrive in the order of
   * the calls.
   * @template {Kind} C
   * @param {C} kind
   * @param {Calls[C]['ask']} ask
   * @returns {Promise<Calls[C]['answer'] | null>}
   */
  return (kind, ask) =>
    new Promise((resolve, reject) => {
      waiting.get(kind)?.resolve(null);
      waiting.set(kind, { ask, resolve, reject });
      if (!running) run();
    });
}

// A row of the report: one figure, of Broadsheet and of its peers, and the goals set for it.

/**
 * @typedef {'broadsheet' | 'fts5' | 'minisearch' | 'flexsearch'} EngineKey
 * @typedef {Partial<Record<EngineKey, number>>} Values
 * @typedef {{ text: string, met: boolean | null }} Goal met is null where something was not measured
 * @typedef {(row: { values: Values, less: boolean }) => Goal} GoalOf
 * @typedef {{ part: string, what: string, less: boolean, values: Values, goals: Goal[], why: string }} Row
 */

/** @type {Record<EngineKey, string>} */
export const engineNames = {
  broadsheet: 'Broadsheet',
  fts5: 'FTS5',
  minisearch: 'MiniSearch',
  flexsearch: 'FlexSearch',
};

/**
 * @param {string} part
 * @param {string} what with its unit
 * @param {Values} values
 * @param {{ less?: boolean, goals?: GoalOf[], why?: string }} [more] less: smaller is better; why something
 * is missing
 * @returns {Row}
 */
export function row(part, what, values, { less = true, goals = [], why = '' } = {}) {
  return { part, what, less, values, goals: goals.map((goal) => goal({ values, less })), why };
}

/** @param {number} limit @returns {GoalOf} */
export const atLeast = (limit) => (figures) => goal(`≥ ${limit}`, figures, (value) => value >= limit);

/** @param {number} limit @returns {GoalOf} */
export const atMost = (limit) => (figures) => goal(`≤ ${limit}`, figures, (value) => value <= limit);

/** @param {number} limit @returns {GoalOf} */
export const below = (limit) => (figures) => goal(`< ${limit}`, figures, (value) => value < limit);

/** So many times better than a peer. @param {number} factor @param {EngineKey} peer @returns {GoalOf} */
export const times = (factor, peer) => (figures) => {
  const ratio = advantage(figures, peer);
  return { text: `≥ ${factor} x ${engineNames[peer]}`, met: ratio === undefined ? null : ratio >= factor };
};

/** How many times better Broadsheet is. @param {{ values: Values, less: boolean }} figures @param {EngineKey} peer */
export function advantage({ values, less }, peer) {
  const { broadsheet, [peer]: other } = values;
  if (broadsheet === undefined || other === undefined) return undefined;
  return less ? other / broadsheet : broadsheet / other;
}

/** @param {string} text @param {{ values: Values }} figures @param {(value: number) => boolean} test @returns {Goal} */
function goal(text, { values: { broadsheet } }, test) {
  return { text, met: broadsheet === undefined ? null : test(broadsheet) };
}

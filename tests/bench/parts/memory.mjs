// What a library holds in memory, beside the bytes of its digests.
import { atMost, row } from '../report/rows.mjs';

/** @typedef {import('../report/rows.mjs').Values} Values */

/** @param {import('../session.mjs').Session} session */
export async function measureMemory(session) {
  /** @type {Values} */
  const live = {};
  for (const key of session.keys) live[key] = (await session.built(key)).bytes / session.bytes;
  const { engine } = await session.built('broadsheet');
  const memory = /** @type {import('../engines/broadsheet.mjs').Broadsheet} */ (engine).memory();
  if (!memory) delete live.broadsheet;
  const why = memory ? '' : 'the module has no memory()';
  const index = memory ? { broadsheet: memory.indexBytes / memory.textBytes } : {};
  const peak = memory ? { broadsheet: memory.heapBytes / session.bytes } : {};
  return [
    row('Memory', 'index / text', index, { goals: [atMost(0.5)], why }),
    row('Memory', 'live after loading / digests', live, { goals: [atMost(1.8)], why }),
    row('Memory', 'peak of the wasm heap / digests', peak, { goals: [atMost(2.5)], why }),
  ];
}

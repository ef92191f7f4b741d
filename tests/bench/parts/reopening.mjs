// Saving a library, and opening it in another instance of the module.
import { broadsheet } from '../engines/broadsheet.mjs';
import { whole } from '../queries/variants.mjs';
import { below, row } from '../report/rows.mjs';
import { median } from '../report/statistics.mjs';

/** @param {import('../session.mjs').Session} session @param {{ runs: number }} options */
export async function measureReopening(session, { runs }) {
  const { engine, milliseconds } = await session.built('broadsheet');
  const original = /** @type {import('../engines/broadsheet.mjs').Broadsheet} */ (engine);
  const query = whole(session.queries[0]);
  /** @type {number[]} */
  const seconds = [];
  let bytes = new Uint8Array();
  let why = typeof original.library.save === 'function' ? '' : 'the module has no save()';
  for (let run = 0; run < runs && !why; run++) {
    bytes = original.library.save();
    const reopened = await broadsheet.create(session.module);
    const begin = performance.now();
    const { code } = reopened.open(bytes);
    const { total } = reopened.search(query);
    seconds.push((performance.now() - begin) / 1e3);
    if (code !== 'ok') why = `open() says ${code}`;
    else if (total !== original.search(query).total) why = 'what is reopened finds something else';
    reopened.close();
  }
  const values = (/** @type {(time: number) => number} */ of) =>
    why ? {} : { broadsheet: of(median(seconds)) };
  return [
    row(
      'Reopen',
      'to the first answer, s',
      values((time) => time),
      { goals: [below(1)], why },
    ),
    row(
      'Reopen',
      'to the first answer / building, %',
      values((time) => (100 * time * 1e3) / milliseconds),
      { goals: [below(10)], why },
    ),
    row(
      'Reopen',
      'saved / digests',
      values(() => bytes.length / session.bytes),
      { why },
    ),
  ];
}

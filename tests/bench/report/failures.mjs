// The queries of known items that did not bring their paper to the top.

/** @typedef {import('../queries/known-items.mjs').KnownItem} KnownItem */

/**
 * @param {KnownItem[]} items
 * @param {number[]} ranks 0 where the paper is not among the first ten
 * @param {number} count
 * @param {import('../engines/broadsheet.mjs').Broadsheet} engine
 */
export function printFailures(items, ranks, count, engine) {
  const failed = items.map((item, i) => ({ ...item, rank: ranks[i] })).filter(({ rank }) => rank !== 1);
  const shown = failed.filter(
    (_, i) => Math.floor((i * count) / failed.length) !== Math.floor(((i - 1) * count) / failed.length),
  );
  console.log(
    `\n${failed.length} of ${items.length} queries do not have their paper on top; ${shown.length} of them:`,
  );
  for (const { kind, id, title, query, rank } of shown) {
    console.log(`\n[${kind}] ${query.text}\n  wanted ${id} ${title} (${rank || 'not among ten'})`);
    for (const [place, row] of engine.top(query).slice(0, 3).entries())
      console.log(`  ${place + 1}.     ${row.id} ${row.title.text}`);
  }
}

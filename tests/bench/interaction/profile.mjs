// Which functions of the page take most of the time, by Chromium's profiler.

const MOST = 15;

/**
 * Starts it; what is returned stops it and gives the busiest functions, a line each.
 * @param {import('playwright-core').Page} page
 */
export async function busiest(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  return async () => {
    const { profile } = await session.send('Profiler.stop');
    const { nodes, samples = [], timeDeltas = [] } = profile;
    const byId = new Map(nodes.map((node) => [node.id, node]));
    /** @type {Map<string, number>} */
    const times = new Map();
    for (const [index, id] of samples.entries()) {
      const { functionName, url, lineNumber, columnNumber } = /** @type {any} */ (byId.get(id)).callFrame;
      const name = `${functionName || '(anonymous)'} ${url.split('/').at(-1)}:${lineNumber + 1}:${columnNumber + 1}`;
      times.set(name, (times.get(name) ?? 0) + timeDeltas[index]);
    }
    await session.detach();
    return [...times]
      .filter(([name]) => !name.startsWith('(idle)') && !name.startsWith('(program)'))
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST)
      .map(([name, time]) => `${(time / 1000).toFixed(1).padStart(9)} ms  ${name}`)
      .join('\n');
  };
}

// What rises and falls, and searches over time, over the real module.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../web/support/clock.mjs';
import { openPage } from './support/visits.mjs';

/** @param {number} serial @param {string} title */
const record = (serial, title) =>
  JSON.stringify({
    id: `2601.${String(serial).padStart(5, '0')}`,
    title,
    authors: [`Ana Beispiel${serial}`],
    categories: [serial % 2 ? 'cs.LG' : 'cs.CV'],
    abs: `https://arxiv.org/abs/2601.${String(serial).padStart(5, '0')}`,
    summary: `We study ${title} with careful ablations, proofs, many public benchmarks and every baseline that people know.`,
  });

/** Fourteen days of twenty papers: half of each day about lstm, in the last seven about mamba. */
const digests = Object.fromEntries(
  Array.from({ length: 14 }, (_, day) => [
    `2026-01-${String(day + 1).padStart(2, '0')}.jsonl`,
    Array.from({ length: 20 }, (_, i) =>
      record(100 * day + i + 1, i % 2 ? 'vision' : day < 7 ? 'lstm cells' : 'mamba blocks'),
    ).join('\n'),
  ]),
);

test('Trends tell what rises and falls between two windows that the library has', async () => {
  const reader = openPage();
  await reader.open(digests);
  reader.trending.open();
  assert.equal(reader.store.get().address.trends, 7);
  await reader.trending.load();
  const found = reader.store.get().trends?.found;
  assert.ok(found);
  assert.deepEqual([found.before, found.after, found.days.length], [140, 140, 14]);
  assert.deepEqual(
    found.rising.map(({ text, isPhrase }) => [text, isPhrase]),
    [['mamba blocks', true]],
  );
  assert.deepEqual(
    found.falling.map(({ text }) => text),
    ['lstm cells'],
  );
});

test('Searches are compared over the days of both windows, four at most, and each can be taken off', async () => {
  const reader = openPage();
  await reader.open(digests);
  reader.trending.open();
  reader.trending.compare(['mamba', 'lstm', 'mamba', 'vision', 'title:mamba', 'cells']);
  assert.deepEqual(reader.store.get().address.compared, ['mamba', 'lstm', 'vision', 'title:mamba']);
  await reader.trending.load();
  const [mamba, lstm] = reader.store.get().comparison ?? [];
  assert.deepEqual(
    [mamba.total, mamba.days.get('2026-01-08'), mamba.days.get('2026-01-07') ?? 0],
    [70, 10, 0],
  );
  assert.deepEqual([lstm.total, lstm.days.get('2026-01-07')], [70, 10]);
  reader.trending.compare(['lstm']);
  await reader.trending.load();
  assert.equal(reader.store.get().comparison?.length, 1);
});

test('Trends follow the library', async () => {
  const reader = openPage();
  await reader.open(digests);
  reader.trending.open();
  await reader.trending.load();
  await reader.open({ '2026-01-15.jsonl': record(9000, 'one more paper') });
  await reader.trending.load();
  await until('the day is there', () => reader.store.get().trends?.found.days.at(-1)?.day === '2026-01-15');
});

test('A search leads out of the trends, and going back leads into them again', async () => {
  const reader = openPage();
  await reader.open(digests);
  reader.trending.open();
  reader.browsing.go({ text: 'mamba' });
  assert.equal(reader.store.get().address.trends, 0);
});

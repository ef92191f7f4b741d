// Many files as one library: what is the same paper, what a file lacks, what was mended.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { beforeEach, describe, test } from 'node:test';
import { answered, found, openPage } from './support/visits.mjs';

const fixtures = new URL('../fixtures/', import.meta.url);
/** @param {string} name */
const fixture = (name) => readFileSync(new URL(name, fixtures), 'utf8');
const clean = fixture('clean.md');
/** The same papers as records. */
const records = [1, 2, 3]
  .map((n) => JSON.stringify({ id: `2601.0000${n}`, title: `Record ${n}`, summary: 'Told in another file.' }))
  .join('\n');

/** @type {import('./support/visits.mjs').Reader} */
let reader;
const state = () => reader.store.get();
beforeEach(() => {
  reader = openPage();
});

describe('a paper of two days', () => {
  beforeEach(() =>
    reader.open({ '2026-01-13.md': clean.replaceAll('TL;DR: ', 'TL;DR: 昨天'), '2026-01-14.md': clean }),
  );
  const summaries = () => [0, 1, 2].map((index) => reader.rows.at(index)?.summary.text ?? '');

  test('is one row that counts for both, with the text of the newest', async () => {
    assert.equal(await found(reader, ''), 3);
    assert.deepEqual(
      state()
        .answer?.result.days.map(({ value, count }) => [value, count])
        .toSorted(),
      [
        ['2026-01-13', 3],
        ['2026-01-14', 3],
      ],
    );
    assert.ok(summaries().every((text) => !text.startsWith('昨天')));
  });

  test('shows the text of the day that is asked for', async () => {
    reader.browsing.toggle('days', '2026-01-13');
    await answered(reader);
    assert.equal(state().answer?.result.total, 3);
    assert.ok(summaries().every((text) => text.startsWith('昨天')));
  });

  test('is found by the words of either', async () => {
    assert.equal(await found(reader, '昨天'), 3);
    assert.ok(summaries().every((text) => text.startsWith('昨天')));
    assert.equal(await found(reader, 'sheep'), 1);
  });

  test('stays when one of the days is removed', async () => {
    await reader.removing.removeDays('2026-01-14', '2026-01-14');
    assert.equal(await found(reader, ''), 3);
    assert.ok(summaries().every((text) => text.startsWith('昨天')));
  });
});

test('a file with another ending adds to its namesake: papers of both can be opened', async () => {
  await reader.open({ '2026-01-14.md': clean, '2026-01-14.jsonl': records });
  assert.equal(await found(reader, ''), 3);
  await reader.browsing.open(0);
  const keys = state().paper?.appearances.map(({ key }) => key) ?? [];
  assert.equal(new Set(keys).size, 2);
  for (const key of keys) {
    await reader.browsing.openAppearance(key);
    assert.equal(state().paper?.key, key);
  }
});

describe('a day in two languages', () => {
  const chinese = clean.replace(/^TL;DR: .*$/gm, 'TL;DR: 昨天喝了茶。');
  const english = clean.replace(/^TL;DR: .*$/gm, 'TL;DR: We drank tea yesterday.');
  const names = { zh: '2026-01-14_AI_enhanced_Chinese.md', en: '2026-01-14_AI_enhanced_English.md' };

  test('has both beside each other: the other one comes with the paper', async () => {
    await reader.open({ [names.zh]: chinese, [names.en]: english });
    assert.equal(await found(reader, ''), 3);
    await reader.browsing.open(0);
    const { paper } = state();
    const files = { zh: names.zh, en: names.en };
    for (const { key, file, language } of paper?.appearances ?? []) {
      assert.equal(file, files[/** @type {'zh' | 'en'} */ (language)]);
      await reader.browsing.openAppearance(key);
      const shown = state().paper;
      assert.equal(shown?.key, key);
      assert.notEqual(shown?.beside?.key, key);
      assert.match(shown?.beside?.fields[0].text ?? '', language === 'zh' ? /^We drank/ : /^昨天/);
    }
  });

  test('is not two days, and one language twice is not two', async () => {
    await reader.open({ '2026-01-13.md': chinese, '2026-01-14.md': english });
    await reader.open({ '2026-01-15_a.md': english, '2026-01-15_b.md': `${english}\n` });
    for (const index of [0, 1, 2]) {
      await reader.browsing.open(index);
      for (const { key } of state().paper?.appearances ?? []) {
        await reader.browsing.openAppearance(key);
        assert.equal(state().paper?.beside, null);
      }
    }
  });
});

test('papers whose summary failed show no such text, and a filter finds them', async () => {
  await reader.open({
    'failure-texts.md': fixture('failure-texts.md'),
    'dialect-m.md': fixture('dialect-m.md'),
  });
  assert.equal(await found(reader, ''), 6);
  assert.doesNotMatch(
    JSON.stringify([0, 1, 2, 3, 4, 5].map((at) => reader.rows.at(at)?.summary)),
    /failed|Error|N\/A|错误/,
  );
  reader.browsing.toggleWithoutSummary();
  await answered(reader);
  assert.equal(state().answer?.result.total, 5);
  assert.match(location.hash, /without=summary/);
  reader.browsing.clearFilters();
  await answered(reader);
  assert.equal(state().answer?.result.total, 6);
});

test('digests of all dialects open side by side', async () => {
  const names = readdirSync(fixtures).filter((name) => name.startsWith('dialect-'));
  await reader.open(Object.fromEntries(names.map((name) => [name, fixture(name)])));
  assert.equal(reader.names().length, names.length);
  assert.equal(await found(reader, ''), 19);
});

test('JSON Lines open as the papers that they hold, broken lines cost nothing else', async () => {
  await reader.open({
    'json-lines.jsonl': fixture('json-lines.jsonl'),
    'json-array.json': fixture('json-array.json'),
  });
  assert.equal(await found(reader, ''), 6);
  assert.deepEqual(state().shelf.refused, []);
});

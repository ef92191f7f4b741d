// What is for the user, and what other words find, over the real module.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pass, settle, until } from '../web/support/clock.mjs';
import { found, openPage, visit } from './support/visits.mjs';

/** @typedef {import('./support/visits.mjs').Reader} Reader */

const SUBJECTS = /** @type {const} */ ([
  ['speculative decoding with draft models', '推测解码 草稿模型'],
  ['graph kernels for molecules', '图核 分子'],
  ['robust control of drones', '无人机 鲁棒控制'],
  ['federated learning on phones', '联邦学习 手机'],
]);

/** @param {number} serial @param {string} title @param {string} abstract @param {string} [tldr] @param {string} [author] */
const record = (serial, title, abstract, tldr = '', author = `Ana Beispiel${serial}`) =>
  JSON.stringify({
    id: `2601.${String(serial).padStart(5, '0')}`,
    title,
    authors: [author],
    categories: ['cs.LG'],
    abs: `https://arxiv.org/abs/2601.${String(serial).padStart(5, '0')}`,
    summary: abstract,
    ...(tldr && { AI: { tldr, motivation: tldr, method: tldr, result: tldr, conclusion: tldr } }),
  });

/** Eight papers of each subject, in both languages. @param {number} first */
const day = (first) =>
  Array.from({ length: 32 }, (_, index) => {
    const [words, chinese] = SUBJECTS[index % SUBJECTS.length];
    return record(
      first + index,
      `${words} ${index}`,
      `We study ${words} and measure setting ${index} against every baseline that people know, with careful ablations and proofs.`,
      `我们研究${chinese.replace(' ', '与')}的方法，并在多个公开数据集上与已有工作比较，给出详细的消融实验和证明。`,
    );
  }).join('\n');

/** Works of the first subject. @param {number} first @param {number} count */
const first = (first, count) =>
  Array.from(
    { length: count },
    (_, index) => `2601.${String(first + index * SUBJECTS.length).padStart(5, '0')}`,
  );

/** @param {Reader} reader @param {readonly string[]} works */
async function star(reader, works) {
  await reader.marks.sayAll(works.map((work) => [work, { starred: true }]));
  await reader.learning.learn();
}
/** @param {Reader} reader */
const forYou = (reader) => [...reader.store.get().interest.works];

describe('What is for the user', () => {
  test('is not known with two stars, and is of the starred subject with five', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1), '2026-01-15.jsonl': day(101) });
    await star(reader, first(1, 2));
    assert.equal(reader.store.get().interest.enough, false);
    assert.deepEqual(forYou(reader), []);
    await star(reader, first(1, 5));
    assert.equal(reader.store.get().interest.enough, true);
    const subject = new Set([...first(1, 8), ...first(101, 8)]);
    const works = forYou(reader);
    assert.ok(works.length >= 3, `${works.length} works`);
    assert.deepEqual(
      works.filter((work) => !subject.has(work)),
      [],
    );
    assert.equal(await found(reader, 'is:foryou'), works.length);
  });

  test('is counted among the filters once it is known, however late', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1) });
    assert.equal(await found(reader, ''), 32);
    await reader.marks.sayAll(first(1, 4).map((work) => [work, { starred: true }]));
    const counted = () =>
      reader.store.get().recounted?.result.sets.find(({ value }) => value === 'is:foryou')?.count ?? 0;
    pass(250);
    await until('the stars are counted', () => reader.store.get().recounted !== null);
    assert.equal(counted(), 0);
    await reader.learning.learn();
    pass(250);
    await until('they are counted', () => counted() > 0);
    assert.equal(counted(), forYou(reader).length);
  });

  test('is learned once the files that are being read are all there', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1) });
    let ranked = 0;
    const { rank } = reader.engine;
    reader.engine.rank = (ask) => {
      ranked += 1;
      return rank(ask);
    };
    await reader.marks.sayAll(first(1, 4).map((work) => [work, { starred: true }]));
    reader.store.set({ progress: /** @type {any} */ ({}) });
    reader.learning.changed();
    for (let turn = 0; turn < 3; turn++) {
      pass(250);
      await settle();
    }
    assert.equal(ranked, 0);
    reader.store.set({ progress: null });
    pass(250);
    await until('it is known', () => forYou(reader).length > 0);
    assert.equal(ranked, 1);
  });

  test('has reasons that can be told to count for nothing, and forgotten, each undone', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1), '2026-01-15.jsonl': day(101) });
    await star(reader, first(1, 5));
    const [work] = forYou(reader);
    const key = `${work}@`;
    const reasons = (await reader.learning.reasons(key)) ?? [];
    const word = reasons.find(({ kind }) => kind === 'word');
    assert.ok(word, JSON.stringify(reasons));
    await reader.learning.say('word', word.text, 'ignored');
    await reader.learning.learn();
    const after = (await reader.learning.reasons(key)) ?? [];
    assert.ok(!after.some(({ text }) => text === word.text), JSON.stringify(after));
    await reader.deciding.undo();
    await reader.learning.learn();
    assert.deepEqual(await reader.learning.reasons(key), reasons);
    await reader.learning.forget();
    await reader.learning.learn();
    assert.equal(reader.store.get().interest.enough, false);
    assert.deepEqual(forYou(reader), []);
    await reader.deciding.undo();
    await reader.learning.learn();
    assert.equal(reader.store.get().interest.enough, true);
  });

  test('tells its words, its authors and the papers that it was learned from', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1) });
    await star(reader, first(1, 4));
    const { words, authors } = reader.store.get().interest;
    assert.ok(words.includes('speculative'), words.join());
    assert.deepEqual(authors.slice(0, 2), ['Ana Beispiel1', 'Ana Beispiel13']);
    const examples = await reader.learning.examples();
    assert.deepEqual(examples.map(({ work }) => work).toSorted(), first(1, 4));
  });

  test('is as if it had never been when the stars are taken off', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1) });
    await star(reader, first(1, 4));
    await reader.marks.sayAll(first(1, 4).map((work) => [work, { starred: false }]));
    await reader.learning.learn();
    assert.deepEqual(forYou(reader), []);
    assert.equal(await found(reader, 'is:foryou'), 0);
  });

  test('knows what was followed and kept, on the next visit', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1) });
    await star(reader, first(1, 4));
    await reader.learning.say('author', ' Ana  Beispiel7 ', 'followed');
    const next = await visit();
    await next.learning.learn();
    assert.deepEqual(
      next.learning.all().map(({ kind, text, as }) => [kind, text, as]),
      [['author', 'Ana Beispiel7', 'followed']],
    );
    const reasons = (await next.learning.reasons('2601.00007@')) ?? [];
    assert.deepEqual(
      reasons.filter(({ kind }) => kind === 'author').map(({ text }) => text),
      ['Ana Beispiel7'],
    );
  });
});

describe('The order "for you"', () => {
  /** @param {Reader} reader */
  const ids = async (reader) => {
    const total = reader.store.get().answer?.result.total ?? 0;
    await Promise.all(Array.from({ length: total }, (_, i) => reader.rows.load(i)));
    return Array.from({ length: total }, (_, i) => reader.rows.at(i)?.id);
  };

  test('begins with the starred subject, and a star does not move the rows in it', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1) });
    await star(reader, first(1, 3));
    reader.browsing.order('foryou');
    await until('the list is in order', () => reader.store.get().searching === false);
    const before = await ids(reader);
    assert.deepEqual(new Set(before.slice(0, 8)), new Set(first(1, 8)));
    await star(reader, first(2, 5));
    await reader.searching.search({ stay: true });
    assert.deepEqual(await ids(reader), before);
    await reader.searching.search();
    assert.notDeepEqual(await ids(reader), before);
  });

  test('puts lower what is like papers that were done by their rows', async () => {
    const of = (/** @type {number} */ serial, /** @type {string} */ words) =>
      record(serial, `Speculative decoding and ${words}`, `Speculative decoding, and ${words}, measured.`);
    const both = [of(301, 'robust control of drones'), of(302, 'federated learning on phones')].join('\n');
    const [ofDrones, ofPhones] = ['2601.00301', '2601.00302'];
    /** @param {number} subject that is skimmed */
    async function orderAfter(subject) {
      const reader = openPage();
      await reader.open({ '2026-01-14.jsonl': day(1), '2026-01-15.jsonl': both });
      await star(reader, first(1, 3));
      await reader.marks.sayAll(first(subject, 8).map((work) => [work, { read: true, skimmed: true }]));
      await reader.learning.learn();
      reader.browsing.order('foryou');
      await until('the list is in order', () => reader.store.get().searching === false);
      return (await ids(reader)).filter((id) => id === ofDrones || id === ofPhones);
    }
    assert.deepEqual(await orderAfter(3), [ofPhones, ofDrones]);
    assert.deepEqual(await orderAfter(4), [ofDrones, ofPhones]);
  });

  test('is learned anew when a digest joins', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1) });
    await star(reader, first(1, 3));
    reader.browsing.order('foryou');
    await until('the list is in order', () => reader.store.get().searching === false);
    await reader.open({ '2026-01-15.jsonl': day(101) });
    await reader.learning.learn();
    const top = (await ids(reader)).slice(0, 16);
    assert.deepEqual(new Set(top), new Set([...first(1, 8), ...first(101, 8)]));
  });
});

describe('A tag', () => {
  test('is an interest of its own, whatever is starred', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1), '2026-01-15.jsonl': day(101) });
    await star(reader, first(1, 5));
    await reader.marks.sayAll(first(2, 4).map((work) => [work, { tag: { name: 'chemistry', on: true } }]));
    await reader.learning.learnTag('chemistry');
    const works = new Set(reader.learning.sets()['for:chemistry']);
    const subject = new Set([...first(2, 8), ...first(102, 8)]);
    assert.ok(works.size >= 3, `${works.size} works`);
    assert.deepEqual(
      [...works].filter((work) => !subject.has(work)),
      [],
    );
    assert.equal(await found(reader, 'for:chemistry'), works.size);
  });

  test('is learned when an address asks for it', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1), '2026-01-15.jsonl': day(101) });
    await reader.marks.sayAll(first(2, 4).map((work) => [work, { tag: { name: 'to read', on: true } }]));
    assert.equal(await found(reader, ''), 64);
    reader.browsing.go({ sets: ['for:to read'] });
    await reader.learning.learn();
    await until('they are shown', () => (reader.store.get().answer?.result.total ?? 64) < 64);
    assert.ok((reader.store.get().answer?.result.total ?? 0) > 0);
  });
});

test('Papers like several are like all of them, and say what they have in common', async () => {
  const reader = openPage();
  await reader.open({ '2026-01-14.jsonl': day(1) });
  const rows = (await reader.relating.similarTo([...first(1, 2), ...first(2, 2)])) ?? [];
  const found = rows.map(({ row }) => row.work);
  for (const work of [...first(1, 2), ...first(2, 2)]) assert.ok(!found.includes(work), work);
  const subjects = new Set([...first(1, 8), ...first(2, 8)]);
  assert.ok(
    found.slice(0, 12).every((work) => subjects.has(work)),
    found.join(),
  );
  assert.ok(rows[0].shared.length > 0);
});

test('A paper in other words says which words were learned for it, and from which papers', async () => {
  const reader = openPage();
  const english = record(
    900,
    'speculative decoding with draft models revisited',
    'We study draft models again.',
  );
  await reader.open({ '2026-01-14.jsonl': day(1), '2026-01-20.jsonl': english });
  await found(reader, '推测解码');
  await reader.looking.look();
  const [also] = reader.store.get().also?.rows ?? [];
  assert.ok(also.titleLearned.length > 0);
  await reader.browsing.openSimilar(also.row.key);
  await until('it is explained', () => (reader.store.get().why?.learned.length ?? 0) > 0);
  const [part] = reader.store.get().why?.learned ?? [];
  assert.ok(part.score > 0 && part.from.length > 0, JSON.stringify(part));
});

describe('Found in other words', () => {
  const ENGLISH = [
    record(900, 'speculative decoding with draft models revisited', 'We study draft models again.'),
  ];

  test('are English papers of a Chinese query, apart from what the query finds', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1), '2026-01-20.jsonl': ENGLISH.join('\n') });
    const literal = await found(reader, '推测解码');
    assert.equal(literal, 8);
    await reader.looking.look();
    const also = reader.store.get().also;
    assert.ok(also);
    assert.deepEqual(
      also.rows.map(({ row }) => row.id),
      ['2601.00900'],
    );
    assert.ok(also.words.length > 0);
    // Each word can be taken off, and all of them.
    for (const { stem } of also.words) await reader.looking.leaveOut(stem);
    assert.equal(reader.store.get().also?.rows.length ?? 0, 0);
    reader.looking.turnOff();
    assert.equal(reader.store.get().also, null);
  });

  test('are looked for after a pause, and not again where only marks have changed', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1), '2026-01-20.jsonl': ENGLISH.join('\n') });
    let asked = 0;
    const { also } = reader.engine;
    reader.engine.also = (ask) => {
      asked += 1;
      return also(ask);
    };
    for (const text of ['推', '推测', '推测解', '推测解码']) {
      await found(reader, text);
      reader.looking.changed();
    }
    assert.equal(asked, 0);
    pass(800);
    await until('it is looked for once', () => reader.store.get().also !== null);
    assert.equal(asked, 1);
    reader.looking.changed();
    pass(800);
    await settle();
    assert.equal(asked, 1);
  });

  test('come with papers about the same, where the query finds few', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1) });
    assert.equal(await found(reader, '"molecules 1"'), 1);
    await reader.looking.look();
    const alike = reader.store.get().also?.alike ?? [];
    assert.ok(alike.length > 0);
    assert.ok(alike.every(({ row }) => row.work !== first(2, 1)[0]));
    assert.ok(
      alike.slice(0, 7).every(({ row }) => row.title.text.includes('molecules')),
      alike.map(({ row }) => row.title.text).join(),
    );
    assert.equal(await found(reader, 'molecules'), 8);
    await reader.looking.look();
    assert.deepEqual(reader.store.get().also?.alike, []);
  });

  test('are none where a query is literal', async () => {
    const reader = openPage();
    await reader.open({ '2026-01-14.jsonl': day(1), '2026-01-20.jsonl': ENGLISH.join('\n') });
    for (const text of ['"推测解码"', 'title:推测解码', '']) {
      await found(reader, text);
      await reader.looking.look();
      assert.equal(reader.store.get().also?.rows.length ?? 0, 0, text);
    }
  });
});

test('Two tabs that learn the same know the same', async () => {
  const one = openPage();
  await one.open({ '2026-01-14.jsonl': day(1) });
  await star(one, first(1, 5));
  const other = await visit();
  await other.learning.learn();
  await until('both know it', () => forYou(other).length > 0);
  assert.deepEqual(forYou(other).toSorted(), forYou(one).toSorted());
});

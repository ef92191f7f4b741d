import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseDays, languagesOf } from '../../web/src/archive/days.js';
import { digestName, parseDigestsJson, parseFileList } from '../../web/src/archive/lists.js';
import { siteAddress } from '../../web/src/archive/site-path.js';

const PAGE = 'https://me.example/repo/reader/';
const LIST = 'https://me.example/repo/assets/file-list.txt';
const DATA = 'https://me.example/repo/data/';

test('a plain relative path names a file of the site', () => {
  assert.equal(siteAddress('data/2026-01-14.md', PAGE), `${PAGE}data/2026-01-14.md`);
  assert.equal(siteAddress('../data/2026-01-14.md', PAGE), `${DATA}2026-01-14.md`);
  assert.equal(siteAddress('../../other/a.md', PAGE), 'https://me.example/other/a.md');
  assert.equal(siteAddress('日报 1.md', PAGE), `${PAGE}%E6%97%A5%E6%8A%A5%201.md`);
});

test('nothing else does', () => {
  const hostile = [
    'https://elsewhere.example/a.md',
    '//elsewhere.example/a.md',
    '/a.md',
    '\\\\elsewhere.example\\a.md',
    '/\\elsewhere.example/a.md',
    'data\\a.md',
    'javascript:alert(1)//a.md',
    'data:text/plain,a.md',
    'blob:https://me.example/a.md',
    '../../../a.md',
    'data/../../../../a.md',
    'data/../a.md',
    './a.md',
    '.',
    '..',
    '../..',
    '',
    'data//a.md',
    'data/',
    '%2e%2e/%2e%2e/%2e%2e/a.md',
    '%68ttps://elsewhere.example/a.md',
    'a.md?x=1',
    'a.md#x',
    ' https://elsewhere.example/a.md',
    '\thttps://elsewhere.example/a.md',
    'da\nta/a.md',
    '\ud800.md',
    'user@elsewhere.example:80/a.md',
  ];
  for (const path of hostile) assert.equal(siteAddress(path, PAGE), null, JSON.stringify(path));
  assert.equal(siteAddress('user@elsewhere.example/a.md', PAGE), `${PAGE}user%40elsewhere.example/a.md`);
});

test('a file list of the family is read as its forks write it', () => {
  const { files, leftOut } = parseFileList(
    [
      '2026-01-13.jsonl',
      './2026-01-13_AI_enhanced_Chinese.jsonl\r',
      'data/2026-01-13_nature_AI_enhanced_English,Chinese.jsonl',
      '',
      '2026-01-13_AI_enhanced_Chinese.jsonl',
      '<!doctype html>',
      '../secret.md',
      'https://elsewhere.example/a.md',
    ].join('\n'),
    LIST,
  );
  assert.deepEqual(
    files.map(({ url, name, digest, day, series, language }) => [url, name, digest, day, series, language]),
    [
      [`${DATA}2026-01-13.jsonl`, '2026-01-13.jsonl', '2026-01-13', '2026-01-13', '', ''],
      [
        `${DATA}2026-01-13_AI_enhanced_Chinese.jsonl`,
        '2026-01-13_AI_enhanced_Chinese.jsonl',
        '2026-01-13_AI_enhanced_Chinese',
        '2026-01-13',
        '',
        'Chinese',
      ],
      [
        `${DATA}2026-01-13_nature_AI_enhanced_English%2CChinese.jsonl`,
        '2026-01-13_nature_AI_enhanced_English,Chinese.jsonl',
        '2026-01-13_nature_AI_enhanced_English,Chinese',
        '2026-01-13',
        'nature',
        'English,Chinese',
      ],
    ],
  );
  assert.equal(leftOut, 3);
});

test('a digests.json says what a name does not, and can lead nowhere else', () => {
  const list = parseDigestsJson(
    JSON.stringify({
      version: 1,
      digests: [
        { url: 'days/monday.md', day: '2026-01-12', language: 'en', bytes: 1200 },
        { url: 'days/2026-01-13.md.gz', name: 'Tuesday.md.gz' },
        { url: 'https://elsewhere.example/a.md' },
        { url: 'days/picture.png' },
        { name: 'no-url.md' },
        'days/2026-01-14.md',
        null,
      ],
      lists: ['../assets/file-list.txt', '//elsewhere.example/file-list.txt'],
    }),
    `${PAGE}digests.json`,
  );
  assert.deepEqual(list, {
    files: [
      {
        url: `${PAGE}days/monday.md`,
        name: 'monday.md',
        digest: 'monday',
        day: '2026-01-12',
        series: 'monday',
        language: 'en',
        bytes: 1200,
      },
      {
        url: `${PAGE}days/2026-01-13.md.gz`,
        name: 'Tuesday.md.gz',
        digest: 'Tuesday',
        day: '',
        series: 'Tuesday',
        language: '',
        bytes: 0,
      },
    ],
    leftOut: 5,
    lists: [LIST],
  });
});

test('a list of another form is not guessed at', () => {
  for (const text of ['', '[]', 'null', '{"version":2,"digests":[]}', '{"version":1,"digests":{}}', '<html>'])
    assert.equal(parseDigestsJson(text, PAGE), null, text);
  assert.deepEqual(parseDigestsJson('{"version":1}', PAGE), { files: [], leftOut: 0, lists: null });
});

test('a file’s digest has the name that the library gives it', () => {
  assert.equal(digestName('2026-01-14_AI_enhanced_Chinese.jsonl'), '2026-01-14_AI_enhanced_Chinese');
  assert.equal(digestName('2026-01-14.md.gz'), '2026-01-14');
  assert.equal(digestName('2026.01.14.md'), '2026.01.14');
  assert.equal(digestName('.md'), '.md');
});

/** @param {string[]} names */
const listed = (names) => parseFileList(names.join('\n'), LIST).files;
/** @param {import('../../web/src/archive/days.js').Day[]} days */
const names = (days) => days.map(({ day, files }) => [day, ...files.map((file) => file.name)]);

const MIXED = listed([
  '2026-01-12.jsonl',
  '2026-01-13.jsonl',
  '2026-01-13_AI_enhanced_Chinese.jsonl',
  '2026-01-13_AI_enhanced_English.jsonl',
  '2026-01-14.jsonl',
  '2026-01-14.md',
  '2026-01-15_AI_enhanced_Korean.jsonl',
  '2026-01-15_nature_AI_enhanced_Chinese.jsonl',
  'notes.md',
]);

test('of each day one file is chosen: in the language of the page, else with summaries, else what there is', () => {
  assert.deepEqual(languagesOf(MIXED), ['Chinese', 'English', 'Korean']);
  assert.deepEqual(names(chooseDays(MIXED, null, 'zh')), [
    ['2026-01-15', '2026-01-15_AI_enhanced_Korean.jsonl', '2026-01-15_nature_AI_enhanced_Chinese.jsonl'],
    ['2026-01-14', '2026-01-14.md'],
    ['2026-01-13', '2026-01-13_AI_enhanced_Chinese.jsonl'],
    ['2026-01-12', '2026-01-12.jsonl'],
    ['', 'notes.md'],
  ]);
  assert.equal(chooseDays(MIXED, null, 'en')[2].files[0].name, '2026-01-13_AI_enhanced_English.jsonl');
});

test('languages that a person chose are each there, and others are not', () => {
  assert.deepEqual(names(chooseDays(MIXED, ['Chinese', 'English'], 'en')), [
    ['2026-01-15', '2026-01-15_nature_AI_enhanced_Chinese.jsonl'],
    ['2026-01-14', '2026-01-14.md'],
    ['2026-01-13', '2026-01-13_AI_enhanced_Chinese.jsonl', '2026-01-13_AI_enhanced_English.jsonl'],
    ['2026-01-12', '2026-01-12.jsonl'],
    ['', 'notes.md'],
  ]);
});

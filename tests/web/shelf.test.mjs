import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matching, monthsOf, troubleCount } from '../../web/src/library/groups.js';
import { absentFields, hasRemarks, remarksOf } from '../../web/src/library/remarks.js';

/** @param {string} code @param {number} line @param {string} [message] */
const said = (code, line, message = '') => ({ code, line, message });
const ABSENT = said('absent_field', 0, 'tldr, motivation');

/** @param {string} fileName @param {string} date @param {ReturnType<typeof said>[]} [diagnostics] @returns {any} */
const file = (fileName, date, diagnostics = []) => ({ fileName, date, diagnostics });

describe('the remarks of a file', () => {
  test('equal ones are one, with their number and the first lines', () => {
    const many = Array.from({ length: 12 }, (_, i) => said('missing_field', i + 1, 'not found: tldr'));
    assert.deepEqual(remarksOf(many), [
      {
        code: 'missing_field',
        count: 12,
        places: [{ message: 'not found: tldr', lines: [1, 2, 3, 4, 5], more: 7 }],
        more: 0,
      },
    ]);
  });

  test('those of one code stand together, and no more of them than a person reads', () => {
    const many = Array.from({ length: 9 }, (_, i) => said('duplicate_id', i + 1, `2601.0000${i}`));
    const [remark, other] = remarksOf([...many, said('unsafe_link', 3), many[0]]);
    assert.equal(remark.count, 10);
    assert.equal(remark.places.length, 5);
    assert.deepEqual(remark.places[0].lines, [1, 1]);
    assert.equal(remark.more, 4);
    assert.equal(other.count, 1);
  });

  test('a field that the whole file lacks is no remark, and is named apart from them', () => {
    assert.deepEqual(remarksOf([ABSENT]), []);
    assert.equal(hasRemarks([ABSENT]), false);
    assert.equal(hasRemarks([ABSENT, said('unsafe_link', 3)]), true);
    assert.deepEqual(absentFields([ABSENT]), ['tldr', 'motivation']);
    assert.deepEqual(absentFields([said('unsafe_link', 3)]), []);
  });
});

describe('the files of the library', () => {
  test('those with something to say are counted, and not how much they say', () => {
    const digests = [
      file('a.md', '', [said('unsafe_link', 1), said('unsafe_link', 2)]),
      file('b.jsonl', '', [ABSENT]),
      file('c.md', ''),
    ];
    const refused = [{ name: 'd.md', code: 'not_text' }];
    assert.equal(troubleCount({ digests, refused, known: ['e.md'] }), 2);
  });

  test('stand by month and day, the newest first, those without a date last', () => {
    const months = monthsOf([
      file('2026-01-14.md', '2026-01-14'),
      file('notes.md', ''),
      file('2026-02-01.md', '2026-02-01'),
      file('2026-01-14.jsonl', '2026-01-14'),
      file('2026-01-15.md', '2026-01-15'),
    ]);
    assert.deepEqual(
      months.map(({ month, files, days }) => [
        month,
        files,
        days.map(({ day, files }) => `${day}: ${files.map((each) => each.fileName)}`),
      ]),
      [
        ['2026-02', 1, ['2026-02-01: 2026-02-01.md']],
        ['2026-01', 3, ['2026-01-15: 2026-01-15.md', '2026-01-14: 2026-01-14.jsonl,2026-01-14.md']],
        ['', 1, ['notes.md: notes.md']],
      ],
    );
  });

  test('are found by words of their name and of their day, as it is shown', () => {
    const files = [file('2026-01-14_Chinese.jsonl', '2026-01-14'), file('notes.md', '')];
    const dayText = () => 'Wednesday, 14 January 2026';
    /** @param {string} text */
    const found = (text) => matching(files, text, dayText).map(({ fileName }) => fileName);
    assert.deepEqual(found('chinese january'), ['2026-01-14_Chinese.jsonl']);
    assert.deepEqual(found('2026-01'), ['2026-01-14_Chinese.jsonl']);
    assert.deepEqual(found('NOTES'), ['notes.md']);
    assert.deepEqual(found('tea'), []);
    assert.equal(found(' ').length, 2);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sayOutcome } from '../../web/src/features/open/outcome.js';
import { newTally } from '../../web/src/library/tally.js';

/** @param {Partial<import('../../web/src/library/tally.js').Tally>} tally */
const say = (tally) => sayOutcome({ ...newTally(), ...tally });

const names = (/** @type {number} */ n) => Array.from({ length: n }, (_, i) => `2026-01-0${i + 1}.md`);
const refused = (/** @type {number} */ n) => names(n).map((name) => ({ name, code: 'not_text' }));

describe('once files are read', () => {
  /** @type {[string, Partial<import('../../web/src/library/tally.js').Tally>, string, number][]} */
  const cases = [
    ['how many are new, where others were open', { known: names(5), opened: 1 }, '6 digests, 1 new.', 6],
    ['that none is new', { known: names(2) }, '2 digests, none of them new.', 2],
    ['that the one file is open', { known: names(1) }, '2026-01-01.md: This file is open already.', 1],
    [
      'which one could not be opened',
      { opened: 3, refused: refused(1) },
      '2026-01-01.md: This file is not text.',
      4,
    ],
    ['how many could not be opened', { opened: 3, refused: refused(2) }, '2 files could not be opened.', 5],
    [
      'which digest was replaced',
      { opened: 1, remade: ['a.md'] },
      'a.md has replaced the version of it that was open.',
      1,
    ],
    [
      'that papers stay which it no longer has',
      { opened: 1, remade: ['a.md'], left: 2 },
      'a.md has replaced the version of it that was open. 2 papers that the newer version no longer has are still here.',
      1,
    ],
    [
      'how many were replaced',
      { opened: 2, remade: names(2) },
      '2 digests were replaced by newer versions.',
      2,
    ],
    [
      'that a newer version is open',
      { older: names(1) },
      '2026-01-01.md: A newer version of this file is open already.',
      1,
    ],
    [
      'all of it at once',
      { opened: 2, known: names(3), older: names(2), refused: refused(2) },
      '7 digests, 2 new. Of 2 files a newer version is open already. 2 files could not be opened.',
      9,
    ],
  ];
  for (const [claim, tally, text, files] of cases)
    test(`it is said ${claim}`, () => assert.deepEqual(say(tally), { text, files }));

  test('nothing is said where all of them are new', () => assert.equal(say({ opened: 6 }), null));
});

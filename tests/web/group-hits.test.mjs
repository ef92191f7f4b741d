import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupHits } from '../../web/src/text/group-hits.js';

/** @param {string} word @param {string} kind @param {string} field @param {number} frequency */
const hit = (word, kind, field, frequency) => ({ word, kind, field, frequency, weight: 1 });

test('hits are put together by word and kind, and by field within', () => {
  assert.deepEqual(
    groupHits([
      hit('compress', 'exact', 'title', 1),
      hit('compression', 'stem', 'abstract', 2),
      hit('compress', 'exact', 'abstract', 1),
      hit('compress', 'exact', 'abstract', 3),
      hit('compress', 'prefix', 'title', 1),
    ]),
    [
      {
        word: 'compress',
        kind: 'exact',
        places: [
          { field: 'title', frequency: 1 },
          { field: 'abstract', frequency: 4 },
        ],
      },
      { word: 'compression', kind: 'stem', places: [{ field: 'abstract', frequency: 2 }] },
      { word: 'compress', kind: 'prefix', places: [{ field: 'title', frequency: 1 }] },
    ],
  );
});

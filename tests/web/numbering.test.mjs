// Numbers of the digest show where they say something of the list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INITIAL } from '../../web/src/app/state.js';
import { isOneDigest } from '../../web/src/features/list/numbering.js';

/** @param {{ text?: string, days?: string[] }} address @param {[name: string, date: string][]} digests @param {number} [days] of the library */
const shows = (address, digests, days = digests.length) =>
  isOneDigest({
    ...INITIAL,
    address: { ...INITIAL.address, ...address },
    shelf: /** @type {any} */ ({ digests: digests.map(([name, date]) => ({ name, date })) }),
    contents: /** @type {any} */ ({ days }),
  });

/** @type {[string, string]} */
const FIRST = ['2026-01-14', '2026-01-14'];
/** @type {[string, string]} */
const SECOND = ['2026-01-15', '2026-01-15'];

test('one digest shows its numbers, and so does one of several that is the only one of its day', () => {
  assert.equal(shows({}, [FIRST]), true);
  assert.equal(shows({ days: ['2026-01-15'] }, [FIRST, SECOND]), true);
  assert.equal(shows({ days: ['notes'] }, [FIRST, ['notes', '']]), true);
});

test('several digests, a query, or a digest of several days show none', () => {
  assert.equal(shows({}, [FIRST, SECOND]), false);
  assert.equal(shows({ days: [FIRST[1]] }, [FIRST, ['other', FIRST[1]]]), false);
  assert.equal(shows({ text: 'attention' }, [FIRST]), false);
  assert.equal(shows({}, [FIRST], 3), false);
});

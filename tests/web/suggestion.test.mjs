import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionText } from '../../web/src/features/search/suggestion.js';

/** @param {string} suggested @param {string} suggestion */
const say = (suggested, suggestion) =>
  suggestionText({ result: /** @type {any} */ ({ suggested, suggestion }), typed: 'atention ' });

test('another spelling is offered, shown as well, or shown instead', () => {
  assert.equal(say('offered', 'attention '), 'Did you mean: attention');
  assert.equal(say('included', 'attention '), 'Also showing results for “attention”.');
  assert.equal(
    say('instead', 'attention '),
    'Nothing found for “atention”. Showing results for “attention”.',
  );
  assert.equal(say('', ''), '');
  assert.equal(suggestionText({ result: undefined, typed: '' }), '');
});

test('a text that looks like a blank to fill is only text', () => {
  assert.match(say('instead', '{typed} {n}'), /“\{typed\} \{n\}”/);
});

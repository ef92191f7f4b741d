import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionText } from '../../web/src/views/suggestion.js';

/** @param {string} suggestion @param {number} total @param {boolean} [applied] */
const say = (suggestion, total, applied = false) =>
  suggestionText({ result: /** @type {any} */ ({ suggestion, total, applied }), typed: 'atention ' });

test('another spelling is offered only where little was found', () => {
  assert.equal(say('attention ', 0), 'Did you mean: attention');
  assert.equal(say('attention', 3), 'Did you mean: attention');
  assert.equal(say('attention', 4), '');
  assert.equal(say('', 0), '');
  assert.equal(suggestionText({ result: undefined, typed: '' }), '');
});

test('that other papers are shown is said however many there are', () => {
  assert.equal(say('attention ', 40, true), 'Nothing found for “atention”. Showing results for “attention”.');
});

test('a text that looks like a blank to fill is only text', () => {
  assert.match(say('{typed} {n}', 9, true), /“\{typed\} \{n\}”/);
});

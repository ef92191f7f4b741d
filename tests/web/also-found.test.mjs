// What other words find, above the list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';

const { document, Event } = parseHTML('<!doctype html><html><body></body></html>');
Object.assign(globalThis, { document, Event });
const { createAlsoFound } = await import('../../web/src/features/also/also-found.js');

/** @param {string} text @param {number[]} own @param {number[]} learned */
const also = (text, own, learned) =>
  /** @type {any} */ ({
    text,
    taken: 0,
    alike: [],
    words: [{ text: 'draft', stem: 'draft', weight: 1 }],
    rows: [
      {
        row: {
          key: 'a@x',
          id: '2601.00001',
          category: 'cs.LG',
          date: '2026-01-14',
          digest: '',
          title: { text: 'Draft the tea', marks: own },
          summary: { text: 'A draft.', marks: [] },
        },
        titleLearned: learned,
        summaryLearned: [2, 7],
      },
    ],
  });

test('learned words have a shade of their own, another one for another query', () => {
  const view = createAlsoFound({ onOpen() {}, onLeaveOut() {}, onTurnOff() {} });
  const marks = () =>
    [...view.node.querySelectorAll('[data-key] mark, .similar-summary mark')].map((mark) => [
      mark.textContent,
      mark.className,
    ]);
  view.update(also('草稿', [], [0, 5]), '草稿');
  assert.deepEqual(marks(), [
    ['Draft', 'learned'],
    ['draft', 'learned'],
  ]);
  view.update(also('draft 茶', [0, 5], [10, 13]), 'draft 茶');
  assert.deepEqual(marks(), [
    ['Draft', ''],
    ['tea', 'learned'],
    ['draft', 'learned'],
  ]);
});

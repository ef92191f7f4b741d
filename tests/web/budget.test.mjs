import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LINE_COST, PAPER_COST, createBudget } from '../../web/src/typeset/budget.js';

const work = () => 'typeset';

test('a budget pays for formulas until it is spent, and says that one was left as written', () => {
  const budget = createBudget(100);
  assert.equal(budget.spend('x'.repeat(60), work), 'typeset');
  assert.equal(budget.exceeded(), false);
  assert.equal(budget.spend('x'.repeat(60), work), null);
  assert.equal(budget.exceeded(), true);
});

test('what fits after a formula that did not is still typeset', () => {
  const budget = createBudget(100);
  assert.equal(budget.spend('x'.repeat(200), work), null);
  assert.equal(budget.spend('x', work), 'typeset');
});

test('one formula never spends more than a formula may, empty cells of a matrix included', () => {
  assert.equal(createBudget(PAPER_COST).spend('x'.repeat(1500), work), null);
  assert.equal(createBudget(PAPER_COST).spend('&'.repeat(100), work), null);
  assert.equal(createBudget(PAPER_COST).spend('x'.repeat(1400), work), 'typeset');
});

test('a line and a paper bear several times what the costliest real ones hold', () => {
  const line = createBudget(LINE_COST);
  for (let index = 0; index < 12; index++) assert.equal(line.spend('x'.repeat(26), work), 'typeset');
  const paper = createBudget(PAPER_COST);
  for (let index = 0; index < 3 * 59; index++) assert.equal(paper.spend('x'.repeat(28), work), 'typeset');
});

import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/** @type {[string, string][]} what it finds, and an example; docs/query-syntax.md has the full syntax */
const ROWS = [
  ['syntax.words', 'sparse attention'],
  ['syntax.phrase', '"sparse attention"'],
  ['syntax.or', 'graph OR tree'],
  ['syntax.not', '-survey'],
  ['syntax.near', 'sparse NEAR/5 text'],
  ['syntax.begin', 'compress*'],
  ['syntax.typo', 'compresion~'],
  ['syntax.field', 'title:(kv cache)'],
  ['syntax.author', 'author:zhang'],
  ['syntax.category', 'cat:cs.*'],
  ['syntax.date', 'date:2026-01'],
  ['syntax.has', 'has:code'],
  ['syntax.language', 'lang:zh'],
  ['syntax.yours', 'is:unread tag:later'],
];

/** What can be typed into the search box. */
export function createQuerySyntax() {
  return h(
    'dl',
    { class: 'keys' },
    ...ROWS.map(([words, example]) =>
      h('div', {}, h('dt', {}, t(words)), h('dd', {}, h('code', {}, example))),
    ),
  );
}

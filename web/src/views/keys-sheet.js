import { h } from '../dom.js';
import { t } from '../i18n/index.js';
import { createDialog } from './dialog.js';
import { createQuerySyntax } from './query-syntax.js';

/** @type {[string, string[][]][]} what it does, and the keys: each inner list is one key or one sequence */
const ROWS = [
  ['keys.search', [['/']]],
  ['keys.move', [['j'], ['k'], ['↓'], ['↑']]],
  ['keys.ends', [['g', 'g'], ['G']]],
  ['keys.read', [['Enter']]],
  ['keys.step', [['n'], ['p'], [']'], ['[']]],
  ['keys.page', [['o']]],
  ['keys.star', [['s']]],
  ['keys.unread', [['u']]],
  ['keys.tag', [['t']]],
  ['keys.note', [['e']]],
  ['keys.back', [['Esc']]],
  ['keys.help', [['?']]],
];

export function createKeysSheet() {
  const list = h(
    'dl',
    { class: 'keys' },
    ...ROWS.map(([words, sequences]) =>
      h(
        'div',
        {},
        h('dt', {}, t(words)),
        h('dd', {}, ...sequences.flatMap((sequence) => [...sequence.map((key) => h('kbd', {}, key)), ' '])),
      ),
    ),
  );
  return createDialog(
    { title: t('keys.title'), className: 'dialog-small', testId: 'keys-sheet' },
    list,
    h('h3', { class: 'keys-heading' }, t('syntax.title')),
    createQuerySyntax(),
  );
}

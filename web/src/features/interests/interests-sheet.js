import { createDialog } from '../../app/dialog.js';
import { removable } from '../../app/removable.js';
import { fill, h } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../marks/interests.js').Kind} Kind */
/** @typedef {import('../../marks/interests.js').Said} Said */
/** @typedef {import('../../marks/interests.js').Statement} Statement */
/** @typedef {import('../../app/interest.js').Interest} Interest */

const KINDS = /** @type {const} */ (['word', 'author', 'category']);

/**
 * What was learned, and what the user says of it.
 * @param {object} callbacks
 * @param {(kind: Kind, text: string, as: Said) => void} callbacks.onSay
 * @param {() => void} callbacks.onForget
 */
export function createInterestsSheet({ onSay, onForget }) {
  const state = h('p', { class: 'interests-state', 'data-testid': 'interests-state' });
  const words = h('ul', { class: 'interests-words', 'data-testid': 'interests-words' });
  const said = h('ul', { class: 'interests-said', 'data-testid': 'interests-said' });
  const text = h('input', {
    type: 'text',
    id: 'interest-text',
    autocomplete: 'off',
    'data-testid': 'interest-text',
  });
  const kind = h(
    'select',
    { id: 'interest-kind', 'data-testid': 'interest-kind' },
    ...KINDS.map((each) => h('option', { value: each }, t(`interests.${each}`))),
  );
  /** @param {'followed' | 'muted'} as */
  const adds = (as) =>
    h(
      'button',
      {
        type: 'button',
        'data-testid': `interest-${as}`,
        on: {
          click() {
            if (!text.value.trim()) return text.focus();
            onSay(/** @type {Kind} */ (kind.value), text.value, as);
            text.value = '';
            text.focus();
          },
        },
      },
      t(as === 'followed' ? 'interests.follow' : 'interests.mute'),
    );
  const forget = h(
    'button',
    { type: 'button', 'data-testid': 'interests-forget', on: { click: onForget } },
    t('interests.forget'),
  );
  const dialog = createDialog(
    { title: t('interests.title'), className: 'dialog-interests', testId: 'interests-sheet' },
    state,
    h('h3', {}, t('interests.learned')),
    words,
    h('h3', {}, t('interests.yours')),
    said,
    h(
      'p',
      { class: 'interests-add' },
      h('label', { for: 'interest-kind', class: 'visually-hidden' }, t('interests.kind')),
      kind,
      h('label', { for: 'interest-text', class: 'visually-hidden' }, t('interests.text')),
      text,
      adds('followed'),
      adds('muted'),
    ),
    h('p', { class: 'interests-note' }, t('interests.note')),
    h('p', { class: 'dialog-actions' }, forget),
  );
  const showSaid = keyed(said, {
    key: ({ kind, text }) => `${kind} ${text}`,
    create: (/** @type {Statement} */ statement) => createSaid(statement, onSay),
    fallback: () => text,
  });

  /** @param {string} word */
  const learned = (word) =>
    removable(word, t('reasons.ignore', { text: word }), () => {
      onSay('word', word, 'ignored');
      text.focus();
    });

  /** @param {Interest} interest @param {readonly Statement[]} statements */
  function update(interest, statements) {
    if (!dialog.node.open) return;
    state.textContent = interest.enough
      ? t('interests.enough', { n: interest.stars, papers: interest.works.size })
      : t('interests.few', { n: interest.stars });
    fill(words, ...interest.words.map(learned));
    showSaid(statements);
  }

  return {
    node: dialog.node,
    /** @param {Interest} interest @param {readonly Statement[]} statements */
    show(interest, statements) {
      dialog.show();
      update(interest, statements);
    },
    update,
  };
}

/** @param {Statement} statement @param {(kind: Kind, text: string, as: Said) => void} onSay */
function createSaid({ kind, text }, onSay) {
  const as = h('span', { class: 'interest-as' });
  const node = h(
    'li',
    { class: 'interest' },
    h('span', { class: 'interest-text', dir: 'auto' }, render(text, { links: false })),
    as,
    h(
      'button',
      {
        type: 'button',
        'aria-label': t('interests.remove.of', { text }),
        'data-testid': 'interest-remove',
        on: { click: () => onSay(kind, text, '') },
      },
      t('interests.remove'),
    ),
  );
  return {
    node,
    /** @param {Statement} statement */
    update(statement) {
      as.textContent = `${t(`interests.${statement.kind}`)} · ${t(`interests.is.${statement.as}`)}`;
    },
  };
}

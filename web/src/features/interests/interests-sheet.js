import { createDialog } from '../../app/dialog.js';
import { removable } from '../../app/removable.js';
import { fill, h } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { t } from '../../i18n/index.js';
import { clip } from '../../text/clip.js';
import { languageOf } from '../../text/language-of.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../marks/interests.js').Kind} Kind */
/** @typedef {import('../../marks/interests.js').Said} Said */
/** @typedef {import('../../marks/interests.js').Statement} Statement */
/** @typedef {import('../../app/interest.js').Interest} Interest */
/** @typedef {import('../../engine/protocol.js').Citation} Citation */

const KINDS = /** @type {const} */ (['word', 'author', 'category']);

/**
 * What was learned, and what the user says of it.
 * @param {object} callbacks
 * @param {(kind: Kind, text: string, as: Said) => void} callbacks.onSay
 * @param {() => void} callbacks.onForget
 * @param {(key: string) => void} callbacks.onOpen
 */
export function createInterestsSheet({ onSay, onForget, onOpen }) {
  const state = h('p', { class: 'interests-state', 'data-testid': 'interests-state' });
  const words = h('ul', { class: 'interests-words', 'data-testid': 'interests-words' });
  const authors = h('ul', { class: 'interests-words', 'data-testid': 'interests-authors' });
  const examples = h('ul', { class: 'similar-list', 'data-testid': 'interests-examples' });
  const learnedParts = h(
    'div',
    {},
    h('h3', {}, t('interests.learned')),
    words,
    h('h3', {}, t('interests.authors')),
    authors,
    h('h3', {}, t('interests.examples')),
    h('div', { class: 'similar' }, examples),
  );
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
    learnedParts,
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

  /** @param {Kind} kind */
  const learned = (kind) => (/** @type {string} */ each) =>
    removable(each, t('reasons.ignore', { text: each }), () => {
      onSay(kind, each, 'ignored');
      text.focus();
    });

  /** @param {Citation} citation */
  const example = ({ title, key }) =>
    h(
      'li',
      {},
      h(
        'button',
        { type: 'button', dir: 'auto', lang: languageOf(title), on: { click: () => onOpen(key) } },
        render(clip(title), { links: false }),
      ),
    );

  /** @param {Interest} interest @param {readonly Statement[]} statements */
  function update(interest, statements) {
    if (!dialog.node.open) return;
    state.textContent = interest.enough
      ? t('interests.enough', { n: interest.stars, papers: interest.works.size })
      : t('interests.few', { n: interest.stars });
    learnedParts.hidden = !interest.enough;
    fill(words, ...interest.words.map(learned('word')));
    fill(authors, ...interest.authors.map(learned('author')));
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
    close: dialog.close,
    /** @param {readonly Citation[]} citations of papers that it was learned from */
    showExamples: (citations) => fill(examples, ...citations.map(example)),
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

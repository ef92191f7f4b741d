import { tagSign } from '../../app/tag-sign.js';
import { h, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { t } from '../../i18n/index.js';
import { hasFilter, tagFilter } from '../../text/filter-words.js';
import { render } from '../../typeset/index.js';

/** @typedef {{ name: string, count: number, colour: string }} Tag */
/** @typedef {{ text: string, tags: readonly Tag[] }} Shown */
/** @typedef {{ filter: string, label: string, pressed: boolean, colour: string | null }} Word colour: null: no tag */

const MOST_TAGS = 12;

/**
 * The user's own filters, above the others: unread, starred, tags; then what other features show here.
 * @param {object} parts
 * @param {(filter: string) => void} parts.onToggle adds a filter to the search box, or removes it
 * @param {Node[]} parts.rest
 */
export function createYours({ onToggle, rest }) {
  const words = h('ul', { class: 'yours-words' });
  const node = h('fieldset', { class: 'facet yours' }, h('legend', {}, t('yours.title')), words, ...rest);

  /** @param {Word} word */
  function createWord({ filter, label, colour }) {
    const sign = colour === null ? null : tagSign('');
    const button = h(
      'button',
      { type: 'button', 'data-filter': filter, on: { click: () => onToggle(filter) } },
      sign,
      render(label, { links: false }),
    );
    return {
      node: h('li', {}, button),
      /** @param {Word} word */
      update(word) {
        setAttribute(button, 'aria-pressed', String(word.pressed));
        if (sign) setAttribute(sign, 'data-colour', word.colour || false);
      },
    };
  }

  const showWords = keyed(words, { key: ({ filter }) => filter, create: createWord });

  /** @type {Partial<Shown>} */
  let shown = {};

  return {
    node,
    /** @param {Shown} state */
    update({ text, tags }) {
      if (text === shown.text && tags === shown.tags) return;
      shown = { text, tags };
      /** @param {string} filter @param {string} label @param {string | null} [colour] @returns {Word} */
      const word = (filter, label, colour = null) => ({
        filter,
        label,
        pressed: hasFilter(text, filter),
        colour,
      });
      showWords([
        word('is:unread', t('yours.unread')),
        word('is:starred', t('yours.starred')),
        word('is:noted', t('yours.noted')),
        ...tags.slice(0, MOST_TAGS).map(({ name, colour }) => word(tagFilter(name), name, colour)),
      ]);
    },
  };
}

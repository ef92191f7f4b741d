import { h } from '../dom/dom.js';
import { languageOf } from '../text/language-of.js';
import { clip } from '../text/clip.js';
import { render } from '../typeset/index.js';

/**
 * A word with a button that takes it off.
 * @param {string} text from a digest
 * @param {string} label of the button
 * @param {() => void} onRemove
 * @param {string} [testId]
 */
export const removable = (text, label, onRemove, testId) =>
  h(
    'li',
    {},
    h('span', { dir: 'auto', lang: languageOf(text) }, render(clip(text), { links: false })),
    h(
      'button',
      {
        type: 'button',
        'aria-label': label,
        title: label,
        'data-testid': testId,
        on: { click: onRemove },
      },
      '×',
    ),
  );

import { h } from '../dom/dom.js';
import { formatDay } from '../i18n/index.js';
import { languageOf } from '../text/language-of.js';
import { render } from '../typeset/index.js';

/** @typedef {import('../engine/protocol.js').Row} Row */

/** A paper outside of the list: its title, which opens it, and when it was. @param {Row} row @param {(key: string) => void} onOpen */
export const paperEntry = (row, onOpen) =>
  h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        lang: languageOf(row.title.text),
        dir: 'auto',
        'data-key': row.key,
        on: { click: () => onOpen(row.key) },
      },
      render(row.title.text, { links: false }),
    ),
    h('p', { class: 'similar-line' }, render(line(row), { links: false })),
  );

/** @param {Row} row */
const line = ({ id, category, date, digest }) =>
  [id, category, formatDay(date || digest, 'long')].filter(Boolean).join(' · ');

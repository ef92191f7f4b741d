import { h } from '../dom.js';
import { formatDay, t } from '../i18n/index.js';
import { render } from '../typeset/index.js';

/** @typedef {import('../engine/protocol.js').Paper} Paper */

/**
 * Where else the library has the paper: other days, formats, languages, versions.
 * @param {Paper} paper @param {(key: string) => void} onOpen
 */
export const paperAppearances = (paper, onOpen) =>
  paper.appearances.length > 1 &&
  h(
    'nav',
    { class: 'paper-appearances', 'aria-label': t('paper.appearances'), 'data-testid': 'appearances' },
    h('h3', { class: 'field-label' }, t('paper.appearances')),
    h('ul', {}, ...paper.appearances.map((one, index) => item(one, index, one.key === paper.key, onOpen))),
  );

/**
 * @param {Paper['appearances'][number]} one @param {number} index @param {boolean} open
 * @param {(key: string) => void} onOpen
 */
const item = ({ key, file, date, version }, index, open, onOpen) =>
  h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        'aria-current': open ? 'true' : null,
        'data-focus': `appearance-${index}`,
        on: { click: () => onOpen(key) },
      },
      render(date ? formatDay(date, 'long') : file, { links: false }),
      version > 0 && ` v${version}`,
    ),
    ' ',
    date !== '' && h('span', { class: 'paper-appearance-file' }, render(file, { links: false })),
  );

import { h, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { formatDay, t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../engine/protocol.js').Paper} Paper */

/** @typedef {Paper['appearances'][number] & { open: boolean }} Appearance */

/**
 * Where else the library has the paper: other days, formats, languages, versions.
 * @param {(key: string) => void} onOpen
 */
export function createAppearances(onOpen) {
  const list = h('ul', {});
  const node = h(
    'nav',
    { class: 'paper-appearances', 'aria-label': t('paper.appearances'), 'data-testid': 'appearances' },
    h('h3', { class: 'field-label' }, t('paper.appearances')),
    list,
  );
  const show = keyed(list, { key: ({ key }) => key, create: (one) => createAppearance(one, onOpen) });
  return {
    node,
    /** @param {{ paper: Paper }} about */
    update: ({ paper: { key, appearances } }) =>
      void show(appearances.map((one) => ({ ...one, open: one.key === key }))),
  };
}

/** @param {Appearance} one @param {(key: string) => void} onOpen */
function createAppearance({ key, file, date, version }, onOpen) {
  const button = h(
    'button',
    { type: 'button', on: { click: () => onOpen(key) } },
    render(date ? formatDay(date, 'long') : file, { links: false }),
    version > 0 && ` v${version}`,
  );
  return {
    node: h(
      'li',
      {},
      button,
      ' ',
      date !== '' && h('span', { class: 'paper-appearance-file' }, render(file, { links: false })),
    ),
    /** @param {Appearance} one */
    update: ({ open }) => setAttribute(button, 'aria-current', open && 'true'),
  };
}

import { h, setAttribute } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { formatDay, hasWords, t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../engine/protocol.js').Paper} Paper */

/** @typedef {Paper['appearances'][number] & { open: boolean, more: string }} Appearance more: tells it from the others */

/** More than a paper is announced again; each press adds as many. */
const FIRST = 8;

/**
 * Where else the library has the paper: other days, languages, versions, formats.
 * @param {(key: string) => void} onOpen
 */
export function createAppearances(onOpen) {
  const list = h('ul', {});
  const more = h('button', { type: 'button', class: 'more', on: { click: unfold } });
  const node = h(
    'nav',
    {
      class: 'paper-appearances',
      'aria-label': t('paper.appearances'),
      'data-testid': 'appearances',
      hidden: true,
    },
    h('h3', { class: 'paper-appearances-title' }, t('paper.appearances')),
    list,
  );
  const show = keyed(list, { key: ({ key }) => key, create: (one) => createAppearance(one, onOpen) });
  let work = '';
  let most = FIRST;
  /** @type {Appearance[]} */
  let all = [];

  function draw() {
    const shown = show(all.filter((one, index) => index < most || one.open));
    more.textContent = t('more', { n: all.length - shown.length });
    if (shown.length === all.length) more.remove();
    else node.append(more);
  }

  function unfold() {
    const before = list.children.length;
    most += FIRST;
    draw();
    list.children[before]?.querySelector('button')?.focus();
  }

  return {
    node,
    /** @param {{ paper: Paper | null }} about */
    update({ paper }) {
      if (paper && paper.work !== work) most = FIRST;
      work = paper?.work ?? '';
      const { key = '', appearances = [] } = paper ?? {};
      all = appearances.map((one) => ({ ...one, open: one.key === key, more: moreOf(one, appearances) }));
      node.hidden = all.length < 2;
      draw();
    },
  };
}

/**
 * Its language, if there are several; its file, if nothing else tells it from another one of that day.
 * @param {Paper['appearances'][number]} one @param {Paper['appearances']} all
 */
function moreOf(one, all) {
  const language = all.some((each) => each.language !== one.language) ? one.language : '';
  const isAlone = all.every(
    (each) =>
      each === one ||
      each.date !== one.date ||
      each.version !== one.version ||
      (language && each.language !== language),
  );
  const words = hasWords(`text.${language}`) ? t(`text.${language}`) : '';
  return [words, !isAlone && one.date !== '' && one.file].filter(Boolean).join(', ');
}

/** @param {Appearance} one @param {(key: string) => void} onOpen */
function createAppearance({ key, file, date, version }, onOpen) {
  const button = h(
    'button',
    { type: 'button', title: file, on: { click: () => onOpen(key) } },
    render(date ? formatDay(date, 'long') : file, { links: false }),
    version > 0 && ` v${version}`,
  );
  const more = h('span', { class: 'paper-appearance-more' });
  return {
    node: h('li', {}, button, more),
    /** @param {Appearance} one */
    update(one) {
      setAttribute(button, 'aria-current', one.open && 'true');
      more.replaceChildren(one.more ? ' ' : '', render(one.more, { links: false }));
    },
  };
}

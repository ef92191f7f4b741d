import { h, setAttribute } from '../dom/dom.js';
import { t } from '../i18n/index.js';

/** Filters on the left, the list, the paper on the right; on a phone one at a time. */
export const WIDE = '(width >= 68rem)';
export const PHONE = '(width < 44rem)';

const phone = window.matchMedia(PHONE);
export const isPhone = () => phone.matches;

/**
 * @param {object} parts
 * @param {HTMLElement} parts.masthead
 * @param {(place: import('./feature.js').Place) => HTMLElement[]} parts.placed what is shown at a place
 * @param {() => void} parts.onSkip skips to the list
 */
export function createLayout({ masthead, placed, onSkip }) {
  const filterColumn = h(
    'aside',
    { class: 'column filter-column', 'aria-label': t('filters.title') },
    ...placed('filters'),
  );
  const listColumn = h(
    'div',
    { class: 'column list-column' },
    ...placed('list-head'),
    ...placed('list-notes'),
    ...placed('list'),
    ...placed('list-end'),
  );
  const paperColumn = h('div', { class: 'column paper-column' }, ...placed('paper'));
  const columns = h('div', { class: 'columns' }, filterColumn, listColumn, paperColumn);
  const main = h('main', { id: 'main' }, ...placed('front'), columns, ...placed('view'));
  const skip = h(
    'a',
    {
      class: 'skip',
      href: '#paper-list',
      on: {
        // The fragment holds the state, so the link itself must not be followed.
        click(event) {
          event.preventDefault();
          onSkip();
        },
      },
    },
    t('app.skip'),
  );
  let open = false;
  let alone = false;
  let hasView = false;

  /** The paper may cover the rest, which must then be out of reach of keys and screen readers. */
  function cover() {
    const covered = open && (alone || phone.matches);
    for (const each of [masthead, filterColumn, listColumn]) setAttribute(each, 'inert', covered || hasView);
    setAttribute(paperColumn, 'inert', hasView);
  }
  phone.addEventListener('change', cover);

  return {
    nodes: [skip, masthead, main],
    /**
     * @param {{ empty: boolean, reading: boolean, alone: boolean, covered: boolean }} state reading: a paper is open; alone:
     *   and nothing else shown; covered: a view lies over the columns
     */
    update({ empty: isEmpty, reading, alone: isAlone, covered }) {
      columns.hidden = isEmpty;
      skip.hidden = isEmpty;
      open = reading;
      alone = isAlone;
      hasView = covered;
      setAttribute(columns, 'data-reading', reading);
      setAttribute(columns, 'data-alone', reading && alone);
      cover();
    },
  };
}

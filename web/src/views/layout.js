import { h, setAttribute } from '../dom.js';
import { t } from '../i18n/index.js';

/** Filters at the left, the list, the paper at the right; on a phone one at a time. */
export const WIDE = '(width >= 68rem)';
export const PHONE = '(width < 44rem)';

/**
 * @param {object} parts
 * @param {HTMLElement} parts.masthead
 * @param {HTMLElement} parts.empty
 * @param {HTMLElement} parts.filters
 * @param {HTMLElement[]} parts.list
 * @param {HTMLElement[]} parts.paper
 * @param {HTMLElement[]} parts.over   dialogs, notices and the like
 */
export function createLayout({ masthead, empty, filters, list, paper, over }) {
  const filterColumn = h(
    'aside',
    { class: 'column filter-column', 'aria-label': t('filters.title') },
    filters,
  );
  const listColumn = h('div', { class: 'column list-column' }, ...list);
  const paperColumn = h('div', { class: 'column paper-column' }, ...paper);
  const columns = h('div', { class: 'columns' }, filterColumn, listColumn, paperColumn);
  const main = h('main', { id: 'main' }, empty, columns);
  const skip = h(
    'a',
    {
      class: 'skip',
      href: '#paper-list',
      on: {
        // The fragment holds the state, so the link itself must not be followed.
        click(event) {
          event.preventDefault();
          list.find((each) => each.id === 'paper-list')?.focus();
        },
      },
    },
    t('app.skip'),
  );
  const phone = window.matchMedia(PHONE);
  let open = false;

  /** On a phone the paper covers the rest, which must then be out of reach for keys and screen readers. */
  function cover() {
    const covered = open && phone.matches;
    for (const each of [masthead, filterColumn, listColumn]) setAttribute(each, 'inert', covered);
  }
  phone.addEventListener('change', cover);

  return {
    nodes: [skip, masthead, main, ...over],
    filterColumn,
    phone,
    /** @param {{ empty: boolean, reading: boolean }} state reading: a paper is open */
    update({ empty: isEmpty, reading }) {
      columns.hidden = isEmpty;
      skip.hidden = isEmpty;
      open = reading;
      setAttribute(columns, 'data-reading', reading);
      cover();
    },
  };
}

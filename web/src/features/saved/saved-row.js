import { h, say, setAttribute } from '../../dom/dom.js';
import { formatCount, t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../app/state.js').SavedSearch} SavedSearch */
/** @typedef {{ search: SavedSearch, index: number, isLast: boolean, unseen: number }} Place */

/**
 * One saved search: a button that opens it, and the tools that unfold under it.
 * @param {object} callbacks
 * @param {(search: SavedSearch) => void} callbacks.onOpen
 * @param {(search: SavedSearch, name: string) => void} callbacks.onRename
 * @param {(search: SavedSearch, index: number) => void} callbacks.onMove
 * @param {(search: SavedSearch) => void} callbacks.onForget
 */
export function createSavedRow({ onOpen, onRename, onMove, onForget }) {
  /** @type {Place} */
  let place = { search: { name: '', fragment: '' }, index: 0, isLast: true, unseen: 0 };

  const name = h('span', { class: 'saved-name', dir: 'auto' });
  const count = h('span', { class: 'saved-count', 'aria-hidden': 'true' });
  const counted = h('span', { class: 'visually-hidden' });
  const open = h(
    'button',
    { type: 'button', class: 'saved-open', on: { click: () => onOpen(place.search) } },
    name,
    count,
    counted,
  );
  const field = h('input', {
    type: 'text',
    class: 'saved-field',
    'aria-label': t('saved.name'),
    autocomplete: 'off',
    hidden: true,
    'data-testid': 'saved-field',
    on: { keydown: keyInField, blur: () => endRename(true) },
  });
  const more = h(
    'button',
    {
      type: 'button',
      class: 'saved-more',
      'aria-expanded': 'false',
      on: { click: () => unfold(Boolean(tools.hidden)) },
    },
    h('span', { 'aria-hidden': 'true' }, '⋯'),
  );
  const up = tool('saved.up', () => move(-1));
  const down = tool('saved.down', () => move(1));
  const forget = tool('saved.forget', () => onForget(place.search), 'yours-forget');
  const tools = h(
    'div',
    { class: 'saved-tools', hidden: true },
    tool('saved.rename', beginRename),
    up,
    down,
    forget,
  );
  const node = h(
    'li',
    { 'data-testid': 'saved-search', on: { keydown } },
    h('div', { class: 'saved-line' }, open, field, more),
    tools,
  );

  /** @param {string} key @param {() => void} click @param {string} [className] */
  function tool(key, click, className) {
    return h(
      'button',
      { type: 'button', class: className, 'data-testid': key.replace('.', '-'), on: { click } },
      t(key),
    );
  }

  /** @param {boolean} shown */
  function unfold(shown) {
    tools.hidden = !shown;
    setAttribute(more, 'aria-expanded', String(shown));
  }

  /** @param {1 | -1} by */
  function move(by) {
    const { search, index, isLast } = place;
    if (by < 0 ? index > 0 : !isLast) onMove(search, index + by);
  }

  function beginRename() {
    field.value = place.search.name;
    open.hidden = true;
    field.hidden = false;
    field.focus();
    field.select();
  }

  /** @param {boolean} isSaid */
  function endRename(isSaid) {
    if (field.hidden) return;
    const hadFocus = document.activeElement === field;
    open.hidden = false;
    field.hidden = true;
    if (hadFocus) open.focus();
    if (isSaid) onRename(place.search, field.value);
  }

  /** @param {KeyboardEvent} event */
  function keyInField(event) {
    event.stopPropagation();
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    endRename(event.key === 'Enter');
  }

  /** @param {KeyboardEvent} event */
  function keydown(event) {
    const act = actionOf(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  /** @param {KeyboardEvent} event */
  function actionOf({ key, altKey, target }) {
    if (altKey && key === 'ArrowUp') return () => move(-1);
    if (altKey && key === 'ArrowDown') return () => move(1);
    if (key === 'Escape' && !tools.hidden)
      return () => {
        unfold(false);
        more.focus();
      };
    if (target !== open) return null;
    if (key === 'F2') return beginRename;
    return key === 'Delete' ? () => onForget(place.search) : null;
  }

  return {
    node,
    /** @param {Place} next */
    update(next) {
      const { search, index, isLast, unseen } = next;
      if (search.name !== place.search.name) {
        name.replaceChildren(render(search.name, { links: false }));
        setAttribute(open, 'title', search.name);
        setAttribute(more, 'aria-label', t('saved.more', { name: search.name }));
        setAttribute(forget, 'aria-label', t('yours.forget', { name: search.name }));
      }
      place = next;
      count.textContent = unseen > 0 ? formatCount(unseen) : '';
      say(counted, unseen > 0 ? ` ${t('saved.unseen', { n: unseen })}` : '');
      // Not `disabled`, which would take the focus away.
      setAttribute(up, 'aria-disabled', index === 0 && 'true');
      setAttribute(down, 'aria-disabled', isLast && 'true');
    },
  };
}

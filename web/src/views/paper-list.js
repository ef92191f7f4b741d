import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/virtual-core';
import { h, setAttribute } from '../dom.js';
import { t } from '../i18n/index.js';
import { hasFormulas } from '../typeset/index.js';
import { listKeyTarget } from './list-keys.js';
import { createRow } from './row.js';

/** @typedef {import('../engine/protocol.js').Row} Row */

const OVERSCAN = 4;

/**
 * A listbox that holds only the rows near the screen. All rows have the height of `--row-height`.
 * @param {object} callbacks
 * @param {(index: number) => Row | undefined} callbacks.rowAt
 * @param {(work: string) => import('../storage/database.js').Mark | undefined} callbacks.markOf
 * @param {(from: number, to: number) => void} callbacks.onNeed  rows in view; inclusive
 * @param {(index: number) => void} callbacks.onOpen
 * @param {(index: number) => void} callbacks.onMove the cursor goes to this row
 */
export function createPaperList({ rowAt, markOf, onNeed, onOpen, onMove }) {
  let total = 0;
  let cursor = 0;
  let openKey = '';
  let generation = -1;
  // The first rows are made for a screen that is all list: then the browser lays the page out once, with them.
  let rowHeight = expectedRowHeight();
  let attached = false;
  /** @type {Map<number, { node: HTMLElement, row: Row | undefined, mark: ReturnType<typeof markOf>, total: number, typeset: boolean }>} */
  const shown = new Map();

  const probe = h('div', { class: 'row-probe', 'aria-hidden': 'true' });
  const canvas = h('div', { class: 'list-canvas', role: 'presentation' });
  const node = h(
    'div',
    {
      class: 'paper-list',
      id: 'paper-list',
      role: 'listbox',
      tabindex: 0,
      'aria-label': t('list.label'),
      on: { click: onClick, keydown: onKey },
    },
    canvas,
  );

  /** @type {() => import('@tanstack/virtual-core').VirtualizerOptions<HTMLElement, HTMLElement>} */
  const options = () => ({
    count: total,
    getScrollElement: () => node,
    estimateSize: () => rowHeight,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    overscan: OVERSCAN,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    onChange: show,
  });
  const virtualizer = new Virtualizer(options());

  function show() {
    const items = virtualizer.getVirtualItems();
    const wanted = new Set(items.map((item) => item.index));
    for (const [index, { node: old }] of shown) {
      if (wanted.has(index)) continue;
      old.remove();
      shown.delete(index);
    }
    for (const { index, start } of items) {
      const row = rowAt(index);
      const held = shown.get(index);
      const mark = row && markOf(row.work);
      // Most answers to a query that is being typed begin with rows that are there already.
      const asGood = held && (held.typeset || !hasFormulas());
      if (asGood && held.total === total && held.mark === mark && sameRow(held.row, row)) {
        held.row = row;
        continue;
      }
      const made = createRow(row, { index, total, mark });
      made.style.transform = `translateY(${start}px)`;
      if (held) held.node.replaceWith(made);
      else canvas.append(made);
      shown.set(index, { node: made, row, mark, total, typeset: hasFormulas() || !mayHaveFormula(row) });
    }
    canvas.style.height = `${virtualizer.getTotalSize()}px`;
    point();
    if (items.length) onNeed(items[0].index, items[items.length - 1].index);
  }

  function point() {
    for (const [index, { node: option, row }] of shown) {
      option.classList.toggle('is-cursor', index === cursor);
      setAttribute(option, 'aria-selected', String(row !== undefined && row.key === openKey));
    }
    setAttribute(node, 'aria-activedescendant', shown.has(cursor) && `row-${cursor}`);
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const option = event.target instanceof Element && event.target.closest('[role=option]');
    if (option) onOpen(Number(option.getAttribute('aria-posinset')) - 1);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(node.clientHeight / rowHeight) - 1);
    const target = listKeyTarget(event.key, { cursor, total, page });
    if (event.key === 'Enter' || event.key === ' ') onOpen(cursor);
    else if (target !== undefined) onMove(target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const heights = new ResizeObserver(() => {
    const measured = probe.getBoundingClientRect().height;
    if (measured === rowHeight || measured === 0) return;
    rowHeight = measured;
    virtualizer.measure();
    virtualizer.setOptions(options());
    for (const { node: old } of shown.values()) old.remove();
    shown.clear();
    show();
    virtualizer.scrollToIndex(cursor, { align: 'auto' });
  });

  return {
    node,
    /** To be called once the node is in the document, with what it first shows. @returns {() => void} */
    attach() {
      attached = true;
      node.after(probe);
      heights.observe(probe);
      const unmount = virtualizer._didMount();
      virtualizer._willUpdate();
      if (cursor > 0) virtualizer.scrollToIndex(cursor, { align: 'auto' });
      return () => {
        heights.disconnect();
        unmount();
      };
    },
    focus: () => node.focus({ preventScroll: true }),
    /** Rows came from the worker, or marks changed. */
    refresh: show,
    /** @param {number} index @param {'auto' | 'start' | 'center'} [align] */
    scrollTo: (index, align = 'auto') => virtualizer.scrollToIndex(index, { align }),
    /** @param {{ generation: number, total: number, cursor: number, openKey: string }} state */
    update(state) {
      const moved = state.cursor !== cursor;
      ({ cursor, openKey } = state);
      if (state.generation !== generation) {
        ({ generation, total } = state);
        node.hidden = total === 0;
        virtualizer.setOptions(options());
        if (attached) virtualizer._willUpdate();
        show();
      } else point();
      if (attached && moved && total) virtualizer.scrollToIndex(cursor, { align: 'auto' });
    },
  };
}

/** @param {Row | undefined} a @param {Row | undefined} b */
const sameRow = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** @param {Row | undefined} row */
const mayHaveFormula = (row) => /[$\\]/.test(`${row?.title.text} ${row?.authors.text} ${row?.summary.text}`);

/** In pixels, without a layout. */
function expectedRowHeight() {
  const style = getComputedStyle(document.documentElement);
  return parseFloat(style.getPropertyValue('--row-height')) * parseFloat(style.fontSize);
}

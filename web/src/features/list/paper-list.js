import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/virtual-core';
import { h, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { tagsOf } from '../../marks/mark.js';
import { hasFormulas } from '../../typeset/index.js';
import { listKeyTarget } from './list-keys.js';
import { createRow } from './row.js';

/** @typedef {import('../../engine/protocol.js').Row} Row */
/** @typedef {import('../../app/navigation.js').Place} Place */

const OVERSCAN = 4;
/** In pixels. Where the list's height is no whole number, Firefox sometimes takes back the last one of a scroll to its end. */
const BELOW_THE_LAST = 2;
/** Of drawing and measuring, until what is in view is measured. */
const MOST_ROUNDS = 4;

/**
 * A listbox that holds only the rows near the screen. Rows are as high as their text; those that were never drawn count
 * as `--row-height`, and the scroll stays where it is when they turn out to be higher or lower.
 * @param {object} callbacks
 * @param {(index: number) => Row | undefined} callbacks.rowAt
 * @param {(work: string) => import('../../storage/database.js').Mark | undefined} callbacks.markOf
 * @param {(tag: string) => string} callbacks.colourOf
 * @param {(work: string) => boolean} callbacks.isForYou
 * @param {(from: number, to: number) => void} callbacks.onNeed rows in view, inclusive
 * @param {(index: number) => void} callbacks.onOpen
 * @param {(index: number) => void} callbacks.onMove moves the cursor to this row
 * @param {(row: Row | undefined, isAway: boolean) => void} callbacks.onTopRow the row at the top of what is in view;
 *   isAway: the list is scrolled
 */
export function createPaperList({ rowAt, markOf, colourOf, isForYou, onNeed, onOpen, onMove, onTopRow }) {
  let total = 0;
  let cursor = 0;
  let openKey = '';
  /** @type {ReadonlySet<string>} */
  let selected = new Set();
  let selecting = false;
  let generation = -1;
  // Of rows that were never drawn; asked for once a row, so it must not be looked up each time.
  let rowHeight = expectedRowHeight();
  const finger = window.matchMedia('(pointer: coarse)');
  let attached = false;
  let drawing = false;
  let drawsAgain = false;
  /** @type {Map<number, { node: HTMLElement, row: Row | undefined, mark: ReturnType<typeof markOf>, colours: string, forYou: boolean, total: number, typeset: boolean }>} */
  const shown = new Map();

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

  /** Tells the virtualizer where the list is. @type {(offset: number, isScrolling: boolean) => void} */
  let report = () => {};
  /** @type {typeof observeElementOffset<HTMLElement>} */
  const observeOffset = (instance, onOffset) => {
    report = onOffset;
    return observeElementOffset(instance, onOffset);
  };

  /**
   * The row under the cursor stays in view when the list gets lower. On a phone a finger may be scrolling while the
   * browser shows its bars, so there the list is left where it is.
   * @type {typeof observeElementRect<HTMLElement>}
   */
  const observeRect = (instance, onRect) =>
    observeElementRect(instance, (rect) => {
      const wasInView = attached && isInView(cursor);
      onRect(rect);
      if (wasInView && rect.height > 0 && !finger.matches && !isInView(cursor)) showCursor();
    });

  /**
   * The virtualizer hears of a scroll a frame later. Until then a correction would lead back to where the user was, so
   * it moves the list by as much from wherever it is; and rows measured after a command would move what it led to, so
   * the virtualizer hears of commands at once.
   * @type {typeof elementScroll<HTMLElement>}
   */
  const scrollToFn = (offset, how, instance) => {
    if (how.adjustments !== undefined)
      return node.scrollTo({ top: node.scrollTop + how.adjustments, behavior: how.behavior });
    elementScroll(offset, how, instance);
    report(node.scrollTop, false);
  };

  /** @type {() => import('@tanstack/virtual-core').VirtualizerOptions<HTMLElement, HTMLElement>} */
  const options = () => ({
    count: total,
    getScrollElement: () => node,
    estimateSize: () => rowHeight,
    scrollToFn,
    observeElementRect: observeRect,
    observeElementOffset: observeOffset,
    overscan: OVERSCAN,
    paddingEnd: BELOW_THE_LAST,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    onChange: show,
  });
  const virtualizer = new Virtualizer(options());

  /** Measuring a row may bring others into view. */
  function show() {
    drawsAgain = true;
    if (drawing) return;
    drawing = true;
    for (let round = 0; drawsAgain && round < MOST_ROUNDS; ++round) {
      drawsAgain = false;
      draw();
    }
    drawing = false;
    point();
    const offset = virtualizer.scrollOffset ?? 0;
    onTopRow(rowAt(virtualizer.getVirtualItemForOffset(offset)?.index ?? 0), offset > 0);
  }

  function draw() {
    const items = virtualizer.getVirtualItems();
    const wanted = new Set(items.map((item) => item.index));
    for (const [index, { node: old }] of shown) {
      if (wanted.has(index)) continue;
      old.remove();
      shown.delete(index);
    }
    /** @type {number[]} */
    const replaced = [];
    /** The order in the document is that of reading. @type {HTMLElement | null} */
    let previous = null;
    for (const { index, start } of items) {
      const row = rowAt(index);
      const held = shown.get(index);
      const mark = row && markOf(row.work);
      const colours = mark ? tagsOf(mark).map(colourOf).join(' ') : '';
      const forYou = row !== undefined && isForYou(row.work);
      // While the user types a query, most answers start with rows that are already shown.
      const asGood = held?.colours === colours && held.forYou === forYou && (held.typeset || !hasFormulas());
      if (asGood && held.total === total && held.mark === mark && sameRow(held.row, row)) {
        held.row = row;
        held.node.style.transform = `translateY(${start}px)`;
        previous = held.node;
        continue;
      }
      const made = createRow(row, { index, total, mark }, colourOf, forYou);
      made.style.transform = `translateY(${start}px)`;
      if (held) {
        held.node.replaceWith(made);
        replaced.push(index);
      } else if (previous) previous.after(made);
      else canvas.prepend(made);
      previous = made;
      shown.set(index, {
        node: made,
        row,
        mark,
        colours,
        forYou,
        total,
        typeset: hasFormulas() || !mayHaveFormula(row),
      });
    }
    canvas.style.height = `${virtualizer.getTotalSize()}px`;
    // All of them at once: the browser lays them out a single time. From the last one: a row moves only those after it,
    // and where it stands decides whether the list is scrolled by what it grew.
    if (attached)
      for (const { index } of items.toReversed()) virtualizer.measureElement(shown.get(index)?.node ?? null);
    virtualizer.measureElement(null);
    // Known heights are those of the rows before; without their raw TeX they may be lower.
    if (attached)
      for (const index of replaced.toReversed())
        virtualizer.resizeItem(index, shown.get(index)?.node.offsetHeight ?? rowHeight);
    if (items.length) onNeed(items[0].index, items[items.length - 1].index);
  }

  function point() {
    for (const [index, { node: option, row }] of shown) {
      const isOpen = row !== undefined && row.key === openKey;
      const isSelected = row !== undefined && selected.has(row.work);
      option.classList.toggle('is-cursor', index === cursor);
      option.classList.toggle('is-selected', isSelected);
      // While many can be selected, the open paper is just the current one.
      setAttribute(option, 'aria-selected', String(selecting ? isSelected : isOpen));
      setAttribute(option, 'aria-current', isOpen && 'true');
    }
    setAttribute(node, 'aria-multiselectable', selecting && 'true');
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
    const target = listKeyTarget(event.key, { cursor, total, pageFrom });
    if (event.key === 'Enter' || event.key === ' ') onOpen(cursor);
    else if (target !== undefined) onMove(target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Asks for the layout: call it before anything is drawn, or rarely. @param {number} index */
  function isInView(index) {
    // The virtualizer learns of a scroll only with the next frame.
    const top = node.scrollTop;
    const item = shown.has(index) && virtualizer.measurementsCache[index];
    return item && item.start >= top && item.end <= top + (virtualizer.scrollRect?.height ?? 0);
  }

  const showCursor = () => virtualizer.scrollToIndex(cursor, { align: 'auto' });

  /** The row a screen away from the cursor. @param {1 | -1} direction */
  function pageFrom(direction) {
    const [start = 0] = virtualizer.getOffsetForIndex(cursor, 'start') ?? [];
    const step = direction * node.clientHeight;
    const { index = cursor } = virtualizer.getVirtualItemForOffset(Math.max(0, start + step)) ?? {};
    // However high the row, the cursor moves.
    return direction > 0 ? Math.max(index - 1, cursor + 1) : Math.min(index + 1, cursor - 1);
  }

  return {
    node,
    /** Call once the node is in the document with its first content. @returns {() => void} */
    attach() {
      attached = true;
      const unmount = virtualizer._didMount();
      virtualizer._willUpdate();
      show();
      if (cursor > 0) showCursor();
      return unmount;
    },
    focus: () => node.focus({ preventScroll: true }),
    /** Call when rows have arrived from the worker or marks have changed. */
    refresh: show,
    /** Call when all rows have become higher or lower. */
    measure() {
      rowHeight = expectedRowHeight();
      virtualizer.setOptions(options());
      virtualizer.measure();
      show();
      if (attached && total) showCursor();
    },
    /** Where the user is; null: at the beginning, undefined: its row is not here yet. @returns {Place | null | undefined} */
    place() {
      const top = virtualizer.scrollOffset ?? 0;
      if (top === 0 && cursor === 0) return null;
      const { index = 0, start = 0 } = virtualizer.getVirtualItemForOffset(top) ?? {};
      const row = rowAt(index);
      return row && { key: row.key, index, offset: top - start, cursor };
    },
    /** @param {Pick<Place, 'index' | 'offset'>} place */
    showPlace({ index, offset }) {
      const go = () => {
        const [start = 0] = virtualizer.getOffsetForIndex(index, 'start') ?? [];
        virtualizer.scrollToOffset(start + offset);
      };
      go();
      // Its rows are drawn and measured now, which moved them if they had never been.
      go();
    },
    /** @param {number} index @param {'auto' | 'start' | 'center' | 'end'} [align] */
    scrollTo: (index, align = 'auto') => virtualizer.scrollToIndex(index, { align }),
    /**
     * @param {object} state
     * @param {number} state.generation
     * @param {number} state.total
     * @param {number} state.cursor
     * @param {string} state.openKey
     * @param {ReadonlySet<string>} state.selected works
     * @param {boolean} state.selecting many papers can be selected
     * @param {boolean} state.numbered rows show their numbers in the digest
     */
    update(state) {
      const isSame = state.generation === generation;
      const moved = attached && state.cursor !== cursor;
      const isSeen = moved && isSame && isInView(state.cursor);
      ({ cursor, openKey, selected, selecting } = state);
      const reveal = () => moved && !isSeen && total && showCursor();
      // This asks for the layout, too: nothing may have been drawn before.
      if (isSame) reveal();
      setAttribute(node, 'data-numbered', state.numbered);
      if (isSame) return point();
      ({ generation, total } = state);
      node.hidden = total === 0;
      virtualizer.setOptions(options());
      // Other papers are in their places.
      virtualizer.measure();
      if (attached) virtualizer._willUpdate();
      show();
      reveal();
    },
  };
}

/** @param {Row | undefined} a @param {Row | undefined} b */
const sameRow = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** @param {Row | undefined} row */
const mayHaveFormula = (row) => /[$\\]/.test(`${row?.title.text} ${row?.authors.text} ${row?.summary.text}`);

/** In pixels, computed without a layout. */
function expectedRowHeight() {
  const style = getComputedStyle(document.documentElement);
  const scale = parseFloat(style.getPropertyValue('--text-size'));
  return parseFloat(style.getPropertyValue('--row-height')) * parseFloat(style.fontSize) * scale;
}

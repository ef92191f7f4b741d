import { h, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/** @typedef {import('./deciding.js').Target} Target */

/**
 * Buttons for the row under the pointer or, while the list has the keyboard's focus, under the cursor. They lie over
 * the row instead of in it, because an option of a listbox may hold no buttons.
 * @param {object} parts
 * @param {HTMLElement} parts.list the scrolling list
 * @param {(index: number) => string | undefined} parts.workAt
 * @param {(work: string) => { read: boolean, starred: boolean } | undefined} parts.markOf
 * @param {(target: Target) => void} parts.onDone
 * @param {(target: Target) => void} parts.onStar
 * @param {(target: Target) => void} parts.onDismiss
 */
export function createRowTools({ list, workAt, markOf, onDone, onStar, onDismiss }) {
  const done = button('done', '✓', onDone);
  const star = button('star', '☆', onStar);
  const dismiss = button('dismiss', '✕', onDismiss);
  const node = h(
    'div',
    {
      class: 'row-tools',
      role: 'toolbar',
      'aria-label': t('row.tools'),
      'data-testid': 'row-tools',
      hidden: true,
    },
    done,
    star,
    dismiss,
  );
  /** Of the row that the buttons act on, or -1. */
  let index = -1;
  let cursor = 0;
  let underPointer = -1;
  let isAsked = false;
  /** The row that they lie over. @type {Element | null} */
  let under = null;

  /** @param {string} testId @param {string} shape @param {(target: Target) => void} run */
  function button(testId, shape, run) {
    return h(
      'button',
      {
        type: 'button',
        'data-testid': `row-${testId}`,
        on: {
          click() {
            const work = workAt(index);
            if (work) run({ work, index, open: false, byPointer: true });
          },
        },
      },
      shape,
    );
  }

  /** @param {HTMLElement} one @param {string} key */
  function name(one, key) {
    one.title = t(key);
    setAttribute(one, 'aria-label', t(key));
  }

  function place() {
    const isFocused = list.matches(':focus-visible') || node.contains(document.activeElement);
    index = underPointer >= 0 ? underPointer : isFocused ? cursor : -1;
    const row = index < 0 ? null : document.getElementById(`row-${index}`);
    const work = row && workAt(index);
    node.hidden = !work;
    if (under !== row) under?.classList.remove('has-tools');
    under = row;
    if (!row || !work) return;
    row.classList.add('has-tools');
    const mark = markOf(work);
    star.textContent = mark?.starred ? '★' : '☆';
    setAttribute(done, 'data-read', mark?.read);
    name(done, 'triage.done');
    name(star, mark?.starred ? 'triage.unstar' : 'triage.star');
    name(dismiss, 'triage.dismiss');
    const frame = list.getBoundingClientRect();
    const { top, bottom, height } = seatOf(row);
    node.hidden = bottom <= frame.top || top >= frame.bottom;
    node.style.insetBlockStart = `${Math.max(top, frame.top) - (list.offsetParent?.getBoundingClientRect().top ?? 0)}px`;
    node.style.blockSize = `${height}px`;
  }

  /** Once a frame: where the row is, is known only after a layout. */
  function placeSoon() {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      place();
    });
  }

  /** @param {PointerEvent} event */
  function point(event) {
    if (event.pointerType === 'touch') return;
    const row = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    underPointer = row ? Number(row.getAttribute('aria-posinset')) - 1 : -1;
    place();
  }
  /** @param {PointerEvent} event */
  function leave({ relatedTarget }) {
    if (relatedTarget instanceof Node && (node.contains(relatedTarget) || list.contains(relatedTarget)))
      return;
    underPointer = -1;
    place();
  }
  list.addEventListener('pointerover', point);
  list.addEventListener('pointerleave', leave);
  node.addEventListener('pointerleave', leave);
  // The row under a resting pointer is another one after the list has moved.
  list.addEventListener('scroll', () => {
    underPointer = -1;
    place();
  });
  for (const one of [list, node])
    for (const kind of ['focusin', 'focusout']) one.addEventListener(kind, () => setTimeout(place));

  return {
    node,
    /** Call after rows, marks or the cursor have changed. @param {number} at index of the cursor */
    update(at) {
      cursor = at;
      placeSoon();
    },
  };
}

/** Where the buttons stand: on the line of authors or, where the density shows none, somewhere in the row. @param {Element} row */
function seatOf(row) {
  const line = row.querySelector('.row-line')?.getBoundingClientRect();
  return line?.height ? line : row.getBoundingClientRect();
}

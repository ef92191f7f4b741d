// Where in a paper the user is: a part of it, and how much of that part is above what is in view. So the place is the
// same after the window, the text size or the languages have changed.

/** @typedef {{ part: string, share: number }} Place part: a field's name, or empty: share is in pixels from the top */

/** Who scrolled less than this is at the top. */
const TOP = 40;
const PART = '[data-field]';

/** @param {HTMLElement} pane in what scrolls */
function viewOf(pane) {
  const column = pane.parentElement;
  if (!column) return null;
  return { column, bar: pane.querySelector('.paper-bar') ?? column };
}

/** Where what is in view begins. @param {{ bar: Element }} view */
const lineOf = ({ bar }) => bar.getBoundingClientRect().bottom;

/** Null at the top. @param {HTMLElement} pane @returns {Place | null} */
export function placeIn(pane) {
  const view = viewOf(pane);
  if (!view || view.column.scrollTop < TOP) return null;
  const line = lineOf(view);
  /** @type {Place} */
  let place = { part: '', share: view.column.scrollTop };
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (pane.querySelectorAll(PART))) {
    const { top, height } = node.getBoundingClientRect();
    if (top > line || height === 0) continue;
    place = { part: node.dataset.field ?? '', share: (line - top) / height };
  }
  return place;
}

/** @param {HTMLElement} pane @param {Place | null} place */
export function goToPlace(pane, place) {
  const view = viewOf(pane);
  if (!view) return;
  const { column } = view;
  const parts = /** @type {HTMLElement[]} */ ([...pane.querySelectorAll(PART)]);
  const node = place?.part ? parts.find(({ dataset }) => dataset.field === place.part) : undefined;
  if (place && node) {
    const { top, height } = node.getBoundingClientRect();
    column.scrollTop += top + place.share * height - lineOf(view);
  } else column.scrollTop = place && !place.part ? place.share : 0;
}

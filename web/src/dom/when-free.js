// A tab may have to reload because another tab applied a new version of the page or removed everything. It does so only
// when idle: the user is not typing, and everything open would still be there after reloading.

const LOOK_MS = 500;
/** Fields whose text exists nowhere else while they hold any. */
const DRAFT = '[data-draft]';

/** @param {unknown} node */
const takesText = (node) =>
  node instanceof HTMLTextAreaElement ||
  (node instanceof HTMLInputElement && /^(text|search)$/.test(node.type));

function isBeingWritten() {
  const drafts = /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (
    document.querySelectorAll(DRAFT)
  );
  return [...drafts].some(({ value }) => value) || (document.hasFocus() && takesText(document.activeElement));
}

/**
 * Runs `run` once, as soon as the tab is idle.
 * @param {() => boolean} isBusy busy with anything but text input
 * @param {() => void} run
 */
export function whenFree(isBusy, run) {
  if (isBusy() || isBeingWritten()) setTimeout(() => whenFree(isBusy, run), LOOK_MS);
  else run();
}

// linkedom has no focus: this gives its documents one. As in browsers, only what is shown takes it, and it is lost when
// its element leaves the document or is put elsewhere in it.
import { parseHTML } from 'linkedom';

/** @type {any} */
let active = null;

/** The prototype of elements that has a method. @param {string} method */
function ownerOf(method) {
  let owner = Object.getPrototypeOf(parseHTML('<p></p>').document.querySelector('p'));
  while (!Object.hasOwn(owner, method)) owner = Object.getPrototypeOf(owner);
  return owner;
}

/** @param {any} node */
const isShown = (node) =>
  !node.disabled && !node.closest('[hidden]') && !node.closest('details:not([open]) > :not(summary)');

ownerOf('focus').focus = function () {
  if (isShown(this)) active = this;
};

const moving = ownerOf('insertBefore');
const { insertBefore } = moving;
moving.insertBefore = function (/** @type {any} */ node, /** @type {any} */ next) {
  if (node.parentNode && active && node.contains(active)) active = null;
  return insertBefore.call(this, node, next);
};

/** Nor does a `<details>` of linkedom say whether it is open. */
Object.defineProperty(
  Object.getPrototypeOf(parseHTML('<details></details>').document.querySelector('details')),
  'open',
  {
    get() {
      return this.hasAttribute('open');
    },
    set(open) {
      this.toggleAttribute('open', open);
    },
    configurable: true,
  },
);

/** @param {Document} document */
export function giveFocus(document) {
  active = null;
  Object.defineProperty(document, 'activeElement', {
    get: () => (active && document.body.contains(active) ? active : document.body),
    configurable: true,
  });
}

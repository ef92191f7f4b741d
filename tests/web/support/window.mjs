// What the page's modules ask of a browser's window, for those that draw: linkedom's document, and a local storage.
import { parseHTML } from 'linkedom';

/** A local storage as browsers have it: its names are properties. */
export function createLocalStorage() {
  const methods = {
    getItem(/** @type {string} */ name) {
      return Object.hasOwn(this, name) ? Reflect.get(this, name) : null;
    },
    setItem(/** @type {string} */ name, /** @type {unknown} */ value) {
      Reflect.set(this, name, String(value));
    },
    removeItem(/** @type {string} */ name) {
      Reflect.deleteProperty(this, name);
    },
  };
  return Object.create(methods);
}

/** A document of its own in the place of the window's. */
export function setUpDocument() {
  const { window, document, Element, Event, HTMLElement, Node, HTMLTextAreaElement, HTMLInputElement } =
    parseHTML('<!doctype html><html><body></body></html>');
  Object.assign(globalThis, {
    window,
    document,
    Element,
    Event,
    HTMLElement,
    Node,
    HTMLTextAreaElement,
    HTMLInputElement,
  });
  return document;
}

// The session history of one page, as far as the page uses it: entries, fragments, and `popstate` some time later.

/** @param {EventTarget} window */
export function createHistory(window) {
  let entries = [{ state: /** @type {any} */ (null), hash: '' }];
  let at = 0;
  /** @param {string} url a fragment, or the address without one */
  const hashOf = (url) => (url.includes('#') ? url.slice(url.indexOf('#')) : '');
  /** @param {number} by */
  function go(by) {
    setImmediate(() => {
      if (!entries[at + by]) return;
      at += by;
      window.dispatchEvent(new Event('popstate'));
    });
  }
  return {
    location: {
      pathname: '/',
      search: '',
      get hash() {
        return entries[at].hash;
      },
      /** As a person who edits the address. @param {string} hash */
      set hash(hash) {
        entries = [...entries.slice(0, at + 1), { state: null, hash }];
        go(1);
      },
    },
    history: {
      get state() {
        return entries[at].state;
      },
      get length() {
        return entries.length;
      },
      /** @param {any} state @param {string} _ @param {string} url */
      pushState(state, _, url) {
        entries = [...entries.slice(0, ++at), { state, hash: hashOf(url) }];
      },
      /** @param {any} state @param {string} _ @param {string} url */
      replaceState(state, _, url) {
        entries[at] = { state, hash: hashOf(url) };
      },
      back: () => go(-1),
      forward: () => go(1),
    },
  };
}

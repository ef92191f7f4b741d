// Which hints this browser has shown. They stay known when the library is removed.
import { keepLocal, readLocal } from '../../storage/local.js';

const NAME = 'broadsheet.hints';

/** The stored value; anyone may have written it. */
function kept() {
  const { names, off } = { .../** @type {Record<string, unknown> | null} */ (readLocal(NAME)) };
  return { names: Array.isArray(names) ? names.map(String) : [], off: off === true };
}

export function createKnown() {
  /** Whether hints were ever shown here. */
  const hasBegun = readLocal(NAME) !== null;
  // Asked for with every change of the page.
  let now = kept();

  /** Another tab may have shown others. @param {(before: typeof now) => typeof now} change */
  function keep(change) {
    now = change(kept());
    keepLocal(NAME, now);
  }

  return {
    hasBegun,
    names: () => now.names,
    isOff: () => now.off,
    /** @param {string} name */
    add: (name) => keep(({ names, off }) => ({ names: [...new Set([...names, name])], off })),
    /** It will be shown again. @param {string} name */
    takeBack: (name) => keep(({ names, off }) => ({ names: names.filter((each) => each !== name), off })),
    /** No hint is ever shown again. */
    end: () => keep(({ names }) => ({ names, off: true })),
  };
}

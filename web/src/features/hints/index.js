import { hintFor } from './choosing.js';
import { createHintLine, textOf } from './hint-line.js';
import { createKnown } from './known.js';

/**
 * A few hints for a newcomer, each shown once, where it is of use.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function hints({ marks, deciding, settings }) {
  const finger = window.matchMedia('(pointer: coarse)');
  const known = createKnown();
  const line = createHintLine({
    onDismiss: () => show(null),
    onEnd() {
      known.end();
      show(null);
    },
  });
  /** @type {string | null} */
  let shown = null;
  /** @type {string | null} */
  let said = null;
  /** @type {boolean | undefined} */
  let isNewcomer;

  /** @param {string | null} name */
  function show(name) {
    shown = name;
    if (name) known.add(name);
    line.show(name);
  }

  /** @param {import('../../app/state.js').State} state @returns {import('./choosing.js').Seen} */
  const seen = ({ answer, address, contents }) => ({
    total: answer?.result.total ?? 0,
    touch: finger.matches,
    letters: settings().value('keys') === true,
    decisions: deciding.depth(),
    starred: marks.size('is:starred'),
    days: contents?.days ?? 0,
    text: address.text,
    sets: address.sets,
    chosen: address.days,
  });

  return {
    places: { 'list-end': line.node },
    update(state) {
      // Marks change for the first time when they are loaded.
      if (state.marksAt === 0) return;
      isNewcomer ??= known.hasBegun || marks.all().length === 0;
      if (!isNewcomer || known.isOff()) return;
      const next = hintFor(seen(state), shown, known.names());
      if (next !== shown) show(next);
    },
    says() {
      if (shown === said) return {};
      said = shown;
      return { hint: shown ? textOf(shown) : '' };
    },
    // Drawn again in another language, it is to be read in that one.
    detached: () => void (shown && known.takeBack(shown)),
  };
}

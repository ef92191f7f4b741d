import { createAlsoFound } from './also-found.js';

/**
 * Found in other words: papers of another language.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function also({ looking, browsing }) {
  const found = createAlsoFound({
    onOpen: browsing.openSimilar,
    onLeaveOut: looking.leaveOut,
    onTurnOff: looking.turnOff,
  });
  return {
    places: { 'list-notes': found.node },
    update(state, before) {
      if (before && state.answer !== before.answer) looking.changed();
      found.update(state.also, state.answerText);
    },
  };
}

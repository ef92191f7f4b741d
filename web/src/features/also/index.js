import { createAlikeFound } from './alike-found.js';
import { createAlsoFound } from './also-found.js';

/**
 * Found beside the list: papers of another language, and papers about the same where few are found.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function also({ looking, browsing }) {
  const found = createAlsoFound({
    onOpen: browsing.openSimilar,
    onLeaveOut: looking.leaveOut,
    onTurnOff: looking.turnOff,
  });
  const alike = createAlikeFound({ onOpen: browsing.openSimilar });
  return {
    places: { 'list-notes': found.node, 'list-end': alike.node },
    update(state, before) {
      if (before && state.answer !== before.answer) looking.changed();
      found.update(state.also, state.answerText);
      alike.update(state.also, state.answerText);
    },
  };
}

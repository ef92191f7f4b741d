import { createBand } from './band.js';
import { createInterestsSheet } from './interests-sheet.js';
import { FOR_YOU } from '../../app/interest.js';

/**
 * What is for the user, learned from what they keep.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function interests({ store, learning, browsing }) {
  const sheet = createInterestsSheet({ onSay: learning.say, onForget: learning.forget });
  const show = () => sheet.show(store.get().interest, learning.all());
  const band = createBand({ onShow: () => browsing.toggle('sets', FOR_YOU), onOpen: show });
  return {
    places: { 'list-notes': band.node, over: sheet.node },
    commands: [{ name: 'interests', run: show }],
    update(state, before) {
      const { interest, answer, recounted, address, marksAt, shelf, collections } = state;
      if (
        before &&
        (marksAt !== before.marksAt || shelf !== before.shelf || collections !== before.collections)
      )
        learning.changed();
      if (interest !== before?.interest || marksAt !== before.marksAt) sheet.update(interest, learning.all());
      const isOn = address.sets.includes(FOR_YOU);
      const result = recounted && recounted.answer === answer ? recounted.result : answer?.result;
      const forYou = result?.sets.find(({ value }) => value === FOR_YOU)?.count ?? 0;
      const total = result?.total ?? 0;
      band.update(interest.enough || isOn ? { forYou, total, isOn } : null);
    },
  };
}

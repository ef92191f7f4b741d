import { createBand } from './band.js';
import { createInterestsSheet } from './interests-sheet.js';
import { createTagBand } from './tag-band.js';
import { FOR_TAG, FOR_YOU } from '../../app/interest.js';

const TAG = 'tag:';
/** With fewer papers too little is known (core/learned/interest.h). */
const FEWEST = 3;

/**
 * What is for the user, learned from what they keep.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function interests({ store, learning, relating, browsing, marks, run }) {
  const sheet = createInterestsSheet({
    onSay: learning.say,
    onForget: learning.forget,
    async onOpen(key) {
      sheet.close();
      await browsing.openSimilar(key);
      run('read');
    },
  });
  async function show() {
    sheet.show(store.get().interest, learning.all());
    sheet.showExamples(await learning.examples());
  }
  const band = createBand({ onShow: () => browsing.toggle('sets', FOR_YOU), onOpen: show });
  const tagBand = createTagBand({ onShow: showTag });

  /** The tag whose papers are shown, if it has enough of them. @param {readonly string[]} sets */
  function tagOf(sets) {
    const chosen = sets.filter((set) => set.startsWith(TAG)).map((set) => set.slice(TAG.length));
    const [tag] = marks.tags().filter(({ name, count }) => chosen.includes(name) && count >= FEWEST);
    return chosen.length === 1 && tag ? tag.name : '';
  }

  /** What goes with the tag, in place of what has it. @param {string} tag */
  async function showTag(tag) {
    await learning.learnTag(tag);
    const { sets } = store.get().address;
    browsing.go({ sets: [...sets.filter((set) => !set.startsWith(TAG)), FOR_TAG + tag] });
  }

  return {
    places: { 'list-notes': [band.node, tagBand.node], over: sheet.node },
    commands: [{ name: 'interests', run: show }],
    update(state, before) {
      const { interest, answer, recounted, address, marksAt, shelf, collections } = state;
      const isOther =
        before &&
        (marksAt !== before.marksAt ||
          shelf !== before.shelf ||
          collections !== before.collections ||
          (address !== before.address && asksForTag(address)));
      if (isOther) learning.changed();
      // The reasons of the open paper are others now.
      if (before && interest !== before.interest) relating.relate();
      if (address !== before?.address || marksAt !== before.marksAt) tagBand.update(tagOf(address.sets));
      if (interest !== before?.interest || marksAt !== before.marksAt) sheet.update(interest, learning.all());
      const isOn = address.sets.includes(FOR_YOU);
      const result = recounted && recounted.answer === answer ? recounted.result : answer?.result;
      const forYou = result?.sets.find(({ value }) => value === FOR_YOU)?.count ?? 0;
      const total = result?.total ?? 0;
      band.update(interest.enough || isOn ? { forYou, total, isOn } : null);
    },
  };
}

/** @param {import('../../app/fragment.js').Address} address */
const asksForTag = ({ sets, text }) => text.includes(FOR_TAG) || sets.some((set) => set.startsWith(FOR_TAG));

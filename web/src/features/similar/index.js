import { createSimilarSheet } from './similar-sheet.js';

/**
 * More papers like the selected ones.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function similar({ store, relating, browsing, run }) {
  const sheet = createSimilarSheet({
    async onOpen(key) {
      sheet.close();
      await browsing.openSimilar(key);
      run('read');
    },
  });

  async function show() {
    const works = [...store.get().selection.works];
    const rows = await relating.similarTo(works);
    if (rows) sheet.show(rows, works.length);
  }

  return {
    places: { over: sheet.node },
    commands: [
      { name: 'similar-to-selected', applies: ({ selection }) => selection.works.size > 0, run: show },
    ],
  };
}

import { t } from '../../i18n/index.js';
import { clip } from '../../text/clip.js';
import { createSimilarSheet } from './similar-sheet.js';

/**
 * More papers like the selected ones, or like one of which only the title is known.
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
    if (rows) sheet.show(rows, t(rows.length > 0 ? 'similar.to' : 'similar.none', { n: works.length }));
  }

  /** @param {string} title */
  async function showLikeTitle(title) {
    const rows = await relating.similarToTitle(title);
    const key = rows && rows.length > 0 ? 'similar.to.title' : 'similar.none.title';
    if (rows) sheet.show(rows, t(key, { title: clip(title) }));
  }

  return {
    places: { over: sheet.node },
    commands: [
      { name: 'similar-to-selected', applies: ({ selection }) => selection.works.size > 0, run: show },
      { name: 'similar-to-title', run: showLikeTitle },
    ],
  };
}

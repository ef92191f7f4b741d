// Papers on their way out: as text for the clipboard, as a file, or to another app.
import { unlessStopped } from '../../engine/unless-stopped.js';
import { saveFile } from '../../library/save-file.js';
import { tagsOf } from '../../marks/mark.js';
import { keepChoice, lastChoice } from './choice.js';
import { htmlPage } from './html-page.js';
import { createScopes, scopeNow } from './scopes.js';

/** @typedef {import('./choice.js').Choice} Choice */
/** @typedef {import('./scopes.js').Scope} Scope */
/** @typedef {Pick<import('../../engine/protocol.js').Exported, 'code' | 'message' | 'bytes' | 'papers' | 'ending' | 'mediaType' | 'unwritten'>} Written */

/** A longer text is a file, not something that people paste. */
export const MOST_COPIED_BYTES = 4 << 20;
/** More typeset papers keep the browser busy for a minute. */
export const MOST_ON_PAGE = 500;

/** @param {number} papers @param {Partial<Written>} how @returns {Written} */
const refused = (papers, how) => ({
  code: 'ok',
  message: '',
  bytes: new Uint8Array(),
  papers,
  ending: '',
  mediaType: '',
  unwritten: '',
  ...how,
});

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<import('../../app/state.js').State>>} parts.store
 * @param {ReturnType<typeof import('../../engine/row-cache.js').createRowCache>} parts.rows
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {import('../../marks/marks.js').Marks} parts.marks
 * @param {ReturnType<typeof import('../search/searching.js').createSearching>} parts.searching
 * @param {ReturnType<typeof import('../selection/selecting.js').createSelecting>} parts.selecting
 * @param {(key: string, values?: Record<string, string | number>, isBrief?: boolean) => void} parts.notify
 */
export function createExporting({ store, rows, engine, marks, searching, selecting, notify }) {
  const scopes = createScopes({ store, rows, engine, marks, searching, selecting });

  /** What the user said of them, where that is something. @param {string[]} works */
  const saidOf = (works) =>
    works.flatMap((work) => {
      const mark = marks.get(work);
      const tags = mark ? tagsOf(mark) : [];
      return mark && (tags.length > 0 || mark.note) ? [{ work, tags, note: mark.note }] : [];
    });

  /** @param {string[]} works @returns {Promise<Written | null>} */
  async function onPage(works) {
    const cited = await unlessStopped(engine.citations(works));
    if (!cited) return null;
    if (cited.length > MOST_ON_PAGE) return refused(cited.length, { code: 'many' });
    const found = await Promise.all(cited.map(({ key }) => unlessStopped(engine.paper(key, false))));
    const text = await htmlPage(
      found.flatMap((each) => each?.paper ?? []),
      (work) => marks.get(work),
    );
    const bytes = new TextEncoder().encode(text);
    return refused(cited.length, { bytes, ending: '.html', mediaType: 'text/html' });
  }

  /**
   * Null if the core has stopped.
   * @param {string[]} works
   * @param {Choice & { split?: boolean }} choice
   * @returns {Promise<Written | null>}
   */
  function write(works, { split = false, ...choice }) {
    if (choice.format === 'html') return onPage(works);
    return unlessStopped(engine.exportWorks({ ...choice, works, said: saidOf(works), split }));
  }

  /** Whether the text is on the clipboard; tells the user. @param {Written} written */
  async function copy({ bytes, papers }) {
    if (bytes.length > MOST_COPIED_BYTES) return tellAndFail('export.copy.long');
    const text = new TextDecoder().decode(bytes).trimEnd();
    if (text === '') return tellAndFail('export.copy.none');
    try {
      await navigator.clipboard.writeText(text);
      notify('export.copied', { n: papers }, true);
      return true;
    } catch {
      return tellAndFail('notice.copied.not');
    }
  }

  /** @param {string} key */
  function tellAndFail(key) {
    notify(key);
    return false;
  }

  /** @param {Written} written @param {string} name */
  const fileOf = ({ bytes, ending, mediaType }, name) =>
    new File([/** @type {BlobPart} */ (bytes)], name + ending, { type: mediaType });

  return {
    ...scopes,
    scopeNow: () => scopeNow(store.get()),
    write,
    copy,
    /** @param {Written} written @param {string} name without its ending */
    save(written, name) {
      const file = fileOf(written, name);
      saveFile(file, file.name);
    },
    /** Whether this browser can hand such a file to another app. @param {Written} written @param {string} name */
    canShare: (written, name) => navigator.canShare?.({ files: [fileOf(written, name)] }) ?? false,
    /** @param {Written} written @param {string} name */
    async share(written, name) {
      // The user may change their mind.
      await navigator.share({ files: [fileOf(written, name)] }).catch(() => {});
    },
    lastChoice,
    keepChoice,
    /**
     * Copies the selected papers or the one that a key means.
     * @param {import('./formats.js').Format} [format] the last used one, if missing
     */
    async copyAs(format) {
      const choice = lastChoice();
      const works = await scopes.worksOf(scopeNow(store.get()));
      const written =
        works.length > 0 ? await write(works, { ...choice, format: format ?? choice.format }) : null;
      if (written?.code === 'ok') await copy(written);
      else if (written) notify(`export.problem.${written.code}`, { n: written.papers, most: MOST_ON_PAGE });
    },
  };
}

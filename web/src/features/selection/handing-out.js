// Copies and prints the selected papers, which need not be in the list.
import { unlessStopped } from '../../engine/unless-stopped.js';
import { linksOf } from './citing.js';

/** More lines are no text that somebody pastes. */
export const MOST_COPIED = 5000;
/** A page each, about: more of them keep the browser laying out for a minute. */
export const MOST_PRINTED = 200;

/** @typedef {import('../../engine/protocol.js').Paper} Paper */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('./selecting.js').createSelecting>} parts.selecting
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 */
export function createHandingOut({ selecting, engine, notify }) {
  /**
   * Null, and the user is told, if there are more than that.
   * @param {number} most @param {string} key of the notice
   */
  async function cited(most, key) {
    const works = await selecting.works();
    if (works.length <= most) return unlessStopped(engine.citations(works));
    notify(key, { n: works.length, most });
    return null;
  }

  async function copyLinks() {
    const papers = await cited(MOST_COPIED, 'selection.copied.most');
    if (!papers) return;
    const text = linksOf(papers);
    const n = text ? text.split('\n').length : 0;
    if (n === 0) return notify('selection.copied.none');
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (!isCopied) notify('notice.copied.not');
    else if (n < papers.length) notify('selection.copied.links.some', { n, total: papers.length });
    else notify('selection.copied.links', { n });
  }

  return {
    copyLinks,
    /** The selected papers with all their texts; null, and the user is told, if they are too many. @returns {Promise<Paper[] | null>} */
    async papers() {
      const cites = await cited(MOST_PRINTED, 'selection.print.most');
      if (!cites) return null;
      const papers = await Promise.all(cites.map(({ key }) => unlessStopped(engine.paper(key, false))));
      return papers.flatMap((found) => found?.paper ?? []);
    },
  };
}

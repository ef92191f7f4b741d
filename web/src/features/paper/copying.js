import { addressOf } from '../../text/links.js';

/** @typedef {'id' | 'link' | 'title'} What */
/** @typedef {{ id: string, version?: number, url?: string, title: { text: string } }} Named */

/** As in `2601.07839v2`; empty if it is not on arXiv. @param {Pick<Named, 'id' | 'version'>} paper */
export const arxivName = ({ id, version = 0 }) => (id && version > 0 ? `${id}v${version}` : id);

/**
 * What is put on the clipboard; empty if the paper has none.
 * @param {What} what
 * @param {Named} paper
 */
export function textOf(what, { id, version = 0, url = '', title }) {
  if (what === 'title') return title.text;
  if (what === 'id') return arxivName({ id, version });
  return addressOf({ id, version, url });
}

/**
 * Returns what to tell the user: a key of the page's texts.
 * @param {What} what
 * @param {Named} paper
 */
export async function copy(what, paper) {
  const text = textOf(what, paper);
  if (!text) return 'notice.copied.none';
  try {
    await navigator.clipboard.writeText(text);
    return `notice.copied.${what}`;
  } catch {
    // Forbidden, or the page came by plain HTTP.
    return 'notice.copied.not';
  }
}

// Links to a paper and its code.
import { isWebLink } from './web-link.js';

/** @typedef {{ url: string, label: string }} Link */

const CODE_HOSTS = 'github\\.com|gitlab\\.com|huggingface\\.co|codeberg\\.org|bitbucket\\.org';
const CODE_LINK = new RegExp(`(?:https?://)?(?:www\\.)?\\b((?:${CODE_HOSTS})/[\\w.\\-~/\\\\%+@]+)`, 'gi');
const MAX_CODE_LINKS = 6;

/** @param {{ id: string, version: number, url: string }} paper */
export function arxivLinks({ id, version }) {
  if (!id) return null;
  const name = encodeURI(version > 0 ? `${id}v${version}` : id);
  return {
    abstract: `https://arxiv.org/abs/${name}`,
    pdf: `https://arxiv.org/pdf/${name}`,
    html: `https://arxiv.org/html/${name}`,
  };
}

/**
 * Drops user names: the part before an `@` could be mistaken for the host.
 * @param {string} url
 * @returns {Link | null}
 */
export function otherLink(url) {
  if (!isWebLink(url) || !URL.canParse(url)) return null;
  const address = new URL(url);
  address.username = address.password = '';
  return { url: /[\\@]/.test(url) ? address.href : url, label: address.hostname };
}

/** The address of the paper's page; empty if it has none. @param {{ id: string, version: number, url: string }} paper */
export const addressOf = (paper) => arxivLinks(paper)?.abstract ?? otherLink(paper.url)?.url ?? '';

/** @param {string[]} texts @returns {Link[]} */
export function codeLinks(texts) {
  /** @type {Map<string, Link>} */
  const found = new Map();
  for (const text of texts) {
    for (const [, address] of text.matchAll(CODE_LINK)) {
      const clean = address
        .replace(/\\([_%])/g, '$1')
        .replace(/\\.*$/, '')
        .replace(/[./\-~]+$/, '');
      const [, owner, ...rest] = clean.split('/');
      if (!owner) continue;
      const key = clean.toLowerCase().replace(/\.git$/, '');
      if (found.size < MAX_CODE_LINKS && !found.has(key))
        found.set(key, { url: `https://${clean}`, label: [owner, ...rest].join('/') });
    }
  }
  return [...found.values()];
}

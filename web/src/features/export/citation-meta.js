// The open paper, as Zotero's connector and its like read it from the page: Highwire Press tags in the head, and the
// event that tells the connector to look again.
import { addressOf, arxivLinks } from '../../text/links.js';

/** @typedef {import('../../engine/protocol.js').Paper} Paper */

const PREFIX = 'citation_';
/** More than the longest list of authors has. */
const MOST_AUTHORS = 4000;

/** Which tags the paper has, in order. @param {Paper} paper @returns {[name: string, content: string][]} */
export function citationOf(paper) {
  const field = paper.fields.find(({ name, missing }) => name === 'abstract' && !missing);
  /** @type {[string, string][]} */
  const tags = [
    ['title', paper.title.text],
    ...paper.authors
      .slice(0, MOST_AUTHORS)
      .map(({ text }) => /** @type {[string, string]} */ (['author', text])),
    ['date', paper.citedDate.replaceAll('-', '/')],
    ['arxiv_id', paper.id],
    ['doi', paper.doi],
    ['publisher', paper.id ? 'arXiv' : ''],
    ['abstract_html_url', addressOf(paper)],
    ['pdf_url', arxivLinks(paper)?.pdf ?? ''],
    ['abstract', field?.text ?? ''],
  ];
  return tags
    .map(([name, content]) => /** @type {[string, string]} */ ([PREFIX + name, oneLine(content)]))
    .filter(([, content]) => content !== '');
}

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/** @type {HTMLMetaElement[]} */
let shown = [];

/** @param {Paper | null} paper */
export function showCitation(paper) {
  if (!paper && shown.length === 0) return;
  for (const tag of shown) tag.remove();
  shown = paper ? citationOf(paper).map(tagOf) : [];
  document.head.append(...shown);
  document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
}

/** @param {[name: string, content: string]} pair */
function tagOf([name, content]) {
  const tag = document.createElement('meta');
  tag.name = name;
  tag.content = content;
  return tag;
}

// A work of a collection as a line: title, authors, year, and a way to its page.
import { h } from '../../dom/dom.js';
import { formatList, t } from '../../i18n/index.js';
import { clip } from '../../text/clip.js';
import { languageOf } from '../../text/language-of.js';
import { addressOf } from '../../text/links.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../engine/protocol.js').CollectedWork} CollectedWork */

const MOST_AUTHORS = 3;

/** @param {CollectedWork} work */
const pageOf = ({ id, doi, url }) =>
  addressOf({ id, version: 0, url: !id && doi ? `https://doi.org/${encodeURI(doi)}` : url });

/** What a work without a title is called. @param {CollectedWork} work */
export const nameOf = (work) => work.title || (work.id && `arXiv:${work.id}`) || work.doi || work.url;

/** @param {CollectedWork} work */
function detail({ authors, year }) {
  const some = authors.slice(0, MOST_AUTHORS);
  const names =
    authors.length > some.length ? t('collections.others', { names: some.join(', ') }) : formatList(some);
  return [names, year].filter(Boolean).join(' · ');
}

/**
 * Leads to papers of the library like a work that it has not.
 * @param {CollectedWork} work
 * @param {(title: string) => void} onSimilar
 */
export const similarButton = ({ title }, onSimilar) =>
  title !== '' &&
  h(
    'button',
    {
      type: 'button',
      'aria-label': `${t('similar.title')}: ${title}`,
      'data-testid': 'collected-similar',
      on: { click: () => onSimilar(title) },
    },
    t('similar.title'),
  );

/** @param {CollectedWork} work @param {...(Node | false)} more */
export function workLine(work, ...more) {
  const name = clip(nameOf(work));
  const link = pageOf(work);
  const text = render(name, { links: false });
  return h(
    'li',
    { class: 'collected' },
    link
      ? h(
          'a',
          { href: link, target: '_blank', rel: 'noopener noreferrer', dir: 'auto', lang: languageOf(name) },
          text,
        )
      : h('span', { dir: 'auto', lang: languageOf(name) }, text),
    h('small', {}, render(detail(work), { links: false })),
    ...more,
  );
}

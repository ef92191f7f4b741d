import { fill, h } from '../dom.js';
import { formatDay, t } from '../i18n/index.js';
import { render } from '../typeset/index.js';

/** @typedef {import('../engine/protocol.js').DigestInfo} DigestInfo */

const NEWEST = 31;

/**
 * The tables of contents of the open digests, shown where no paper is open.
 * @param {(choice: { days: string[], categories: string[] }) => void} onChoose
 */
export function createContents(onChoose) {
  const list = h('div', { class: 'contents-days' });
  const node = h(
    'section',
    { class: 'contents', 'data-testid': 'contents', 'aria-labelledby': 'contents-title' },
    h('h2', { id: 'contents-title' }, t('contents.title')),
    h('p', { class: 'contents-hint' }, t('contents.hint')),
    list,
  );
  /** @type {DigestInfo[]} */
  let shown = [];
  return {
    node,
    /** @param {{ digests: DigestInfo[], hidden: boolean }} state */
    update({ digests, hidden }) {
      node.hidden = hidden;
      if (digests === shown) return;
      shown = digests;
      const sorted = [...digests].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
      const rest = sorted.length - NEWEST;
      fill(
        list,
        ...sorted.slice(0, NEWEST).map((digest) => day(digest, onChoose)),
        rest > 0 && h('p', { class: 'contents-older' }, t('contents.older', { n: rest })),
      );
    },
  };
}

/** @param {DigestInfo} digest */
const dayOf = (digest) => digest.date || digest.name;

/** @param {DigestInfo} digest @param {(choice: { days: string[], categories: string[] }) => void} onChoose */
function day(digest, onChoose) {
  const days = [dayOf(digest)];
  return h(
    'section',
    { class: 'contents-day' },
    h(
      'h3',
      {},
      entry(formatDay(dayOf(digest), 'full'), String(digest.papers), () =>
        onChoose({ days, categories: [] }),
      ),
    ),
    h(
      'ul',
      {},
      ...digest.categories.map(({ category, claimed, read }) =>
        h(
          'li',
          {},
          entry(category, String(read), () => onChoose({ days, categories: [category] })),
          claimed >= 0 && claimed !== read && h('small', {}, t('contents.claimed', { n: claimed })),
        ),
      ),
    ),
  );
}

/** @param {string} name @param {string} count @param {() => void} onClick */
const entry = (name, count, onClick) =>
  h(
    'button',
    { type: 'button', class: 'contents-entry', on: { click: onClick } },
    h('span', { class: 'contents-name' }, render(name, { links: false })),
    h('span', { class: 'contents-leader', 'aria-hidden': 'true' }),
    h('span', { class: 'contents-count' }, count),
  );

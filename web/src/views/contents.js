import { fill, h } from '../dom.js';
import { formatDay, t } from '../i18n/index.js';
import { render } from '../typeset/index.js';
import { whenIdle, whenPainted } from '../when-shown.js';

/** @typedef {import('../engine/protocol.js').DigestInfo} DigestInfo */

const NEWEST = 31;
/** More than a screen of them. */
const FIRST = 6;

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
  let waits = false;

  function show() {
    waits = false;
    const sorted = [...shown].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
    /** @param {number} from @param {number} to */
    const days = (from, to) => sorted.slice(from, to).map((digest) => day(digest, onChoose));
    fill(list, ...days(0, FIRST));
    if (sorted.length <= FIRST) return;
    const all = shown;
    const rest = sorted.length - NEWEST;
    whenIdle(() => {
      if (shown !== all) return;
      list.append(...days(FIRST, NEWEST));
      if (rest > 0) list.append(h('p', { class: 'contents-older' }, t('contents.older', { n: rest })));
    });
  }

  return {
    node,
    /** @param {{ digests: DigestInfo[], hidden: boolean }} state */
    update({ digests, hidden }) {
      node.hidden = hidden;
      if (sameDigests(digests, shown)) return;
      shown = digests;
      // The list is on the screen before them: a month of tables takes as long as all the rest of the page.
      if (!waits) whenPainted(show);
      waits = true;
    },
  };
}

/** @param {DigestInfo[]} a @param {DigestInfo[]} b */
const sameDigests = (a, b) => a.length === b.length && a.every(({ label }, at) => label === b[at].label);

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

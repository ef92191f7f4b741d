import { fill, h } from '../../dom/dom.js';
import { formatDay, t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';
import { whenIdle, whenPainted } from '../../dom/when-shown.js';

/** @typedef {import('../../engine/protocol.js').Contents} Contents */
/** @typedef {Contents['newest'][number]} Day */

/** More days than fit on a screen. */
const FIRST = 6;

/**
 * What the newest days hold; shown while no paper is open.
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
  /** @type {Contents | null} */
  let shown = null;
  let waits = false;
  /** A decision on a paper changes one day. @type {Map<string, { node: HTMLElement, said: string }>} */
  let made = new Map();

  function show() {
    waits = false;
    const { days: all, newest } = shown ?? { days: 0, newest: [] };
    const before = made;
    made = new Map();
    /** @param {Day} each */
    function dayNode(each) {
      const said = JSON.stringify(each);
      const known = before.get(each.day);
      const node = known?.said === said ? known.node : day(each, onChoose);
      made.set(each.day, { node, said });
      return node;
    }
    /** @param {number} from @param {number} [to] */
    const days = (from, to) => newest.slice(from, to).map(dayNode);
    fill(list, ...days(0, FIRST));
    if (newest.length <= FIRST) return;
    const now = shown;
    const rest = all - newest.length;
    whenIdle(() => {
      if (shown !== now) return;
      list.append(...days(FIRST));
      if (rest > 0) list.append(h('p', { class: 'contents-older' }, t('contents.older', { n: rest })));
    });
  }

  return {
    node,
    /** @param {{ contents: Contents | null, hidden: boolean }} state */
    update({ contents, hidden }) {
      node.hidden = hidden;
      if (contents === shown) return;
      const same = JSON.stringify(contents) === JSON.stringify(shown);
      shown = contents;
      if (same) return;
      // The list is painted first: a month of tables takes as long as all the rest of the page.
      if (!waits) whenPainted(show);
      waits = true;
    },
  };
}

/** @param {Day} contents @param {(choice: { days: string[], categories: string[] }) => void} onChoose */
function day({ day, papers, unread, categories }, onChoose) {
  const days = [day];
  const left = h('progress', {
    class: 'contents-left',
    max: papers,
    value: papers - unread,
    'aria-hidden': 'true',
  });
  return h(
    'section',
    { class: 'contents-day' },
    h(
      'h3',
      {},
      entry(formatDay(day, 'full'), String(papers), () => onChoose({ days, categories: [] })),
    ),
    h(
      'p',
      { class: 'contents-unread', 'data-testid': 'unread' },
      t(unread === 0 ? 'contents.finished' : 'contents.unread', { n: unread, total: papers }),
      unread > 0 && unread < papers && left,
    ),
    h(
      'ul',
      {},
      ...categories.map(({ category, claimed, papers }) =>
        h(
          'li',
          {},
          entry(category, String(papers), () => onChoose({ days, categories: [category] })),
          claimed >= 0 && h('small', {}, t('contents.claimed', { n: claimed })),
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

import { fill, h, say } from '../../dom/dom.js';
import { formatDay, t } from '../../i18n/index.js';
import { render } from '../../typeset/index.js';

/** @typedef {{ day: string, unread: number, papers: number }} Shown unread: -1 if it is not known */

/**
 * The day of the papers in view: how much of it is left, and a button that finishes it.
 * @param {(day: string) => void} onFinish
 */
export function createDayBar(onFinish) {
  const name = h('span', { class: 'day-name', dir: 'auto' });
  const left = h('span', { class: 'day-left', 'data-testid': 'day-left' });
  const finish = h(
    'button',
    {
      type: 'button',
      class: 'day-finish',
      title: t('command.finish-day'),
      'data-testid': 'finish-day',
      on: { click: () => onFinish(shown?.day ?? '') },
    },
    t('day.finish'),
  );
  const node = h('p', { class: 'day-bar', 'data-testid': 'day-bar', hidden: true }, name, left, finish);
  /** @type {Shown | null} */
  let shown = null;

  return {
    node,
    /** @param {Shown | null} next null: the list does not show whole days */
    update(next) {
      if (JSON.stringify(next) === JSON.stringify(shown)) return;
      if (next && next.day !== shown?.day) fill(name, render(formatDay(next.day, 'short'), { links: false }));
      shown = next;
      node.hidden = next === null;
      if (!next) return;
      const { unread, papers } = next;
      finish.hidden = unread === 0;
      say(
        left,
        unread < 0
          ? ''
          : unread === 0
            ? t('day.finished')
            : t('contents.unread', { n: unread, total: papers }),
      );
    },
  };
}

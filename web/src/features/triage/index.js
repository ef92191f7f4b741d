import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';
import { hasFilter, toggleFilter } from '../../text/filter-words.js';
import { isSelecting } from '../../app/selection.js';
import { HOME, sameList } from '../../app/fragment.js';
import { createDayBar } from './day-bar.js';
import { createRowTools } from './row-tools.js';
import { createSwipe } from './swipe.js';

const DISMISSED = 'is:dismissed';
/** Where what is done leaves the list, too. */
const DONE_OR_DISMISSED = '(is:read OR is:dismissed)';

/** @typedef {import('../../app/state.js').State} State */

/** A paper is open or in the list. @param {State} state */
const hasPaper = ({ paper, answer }) => paper !== null || (answer?.result.total ?? 0) > 0;
/** @param {State} state */
const hasHidden = ({ answer }) => (answer?.result.hidden ?? 0) > 0;
/** @param {State} state */
const hasUnread = ({ contents }) => contents?.newest.some(({ unread }) => unread > 0) ?? false;

/**
 * A decision for each paper, by key, by mouse and by thumb, and taking it back.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function triage({ store, deciding, acting, browsing, searching, marks, rows, settings, placed, run }) {
  const [list] = placed('list');
  /** @param {number} index */
  const workAt = (index) => rows.at(index)?.work;
  const tools = createRowTools({
    list,
    workAt,
    markOf: marks.get,
    onDone: deciding.done,
    onStar: deciding.star,
    onDismiss: deciding.dismiss,
  });
  const swipe = createSwipe(list, (index, decision) => {
    const work = workAt(index);
    if (work) deciding[decision]({ work, index, open: false, byPointer: true });
  });
  const dayBar = createDayBar((day) => {
    // Its button goes.
    run('list');
    deciding.finishDay(day);
  });
  const hidden = h('p', { class: 'hidden-papers', 'data-testid': 'hidden-papers', hidden: true });
  const hiddenText = h('span', {});
  const show = h('button', { type: 'button', on: { click: toggleHidden } });
  hidden.append(hiddenText, ' ', show);

  /** While papers are selected, a key is meant for them. @param {'done' | 'star' | 'dismiss' | 'unread'} name */
  const decide = (name) => () =>
    deciding[name](undefined, () => (isSelecting(store.get()) ? acting.now[name] : null));

  /** @type {import('../../app/commands.js').Command[]} */
  const decisions = [
    { name: 'done', words: 'keys.done', keys: ['e'], run: decide('done') },
    { name: 'star', words: 'keys.star', keys: ['s'], run: decide('star') },
    { name: 'dismiss', words: 'keys.dismiss', keys: ['y'], run: decide('dismiss') },
    { name: 'unread', words: 'keys.unread', keys: ['u'], run: decide('unread') },
    { name: 'finish-day', words: 'keys.finish', keys: ['E'], run: () => deciding.finishDay() },
    { name: 'finish-above', run: deciding.finishAbove },
    { name: 'finish-found', run: deciding.finishFound },
  ];
  /** @type {import('../../app/commands.js').Command[]} */
  const commands = [
    ...decisions.map((command) => ({ ...command, applies: hasPaper })),
    { name: 'undo', words: 'keys.undo', keys: ['z'], run: deciding.undo },
    { name: 'redo', words: 'keys.undo', keys: ['Z'], run: deciding.redo },
    { name: 'show-hidden', applies: hasHidden, run: toggleHidden },
    { name: 'next-day', applies: hasUnread, words: 'keys.day', keys: ['d'], run: nextDay },
  ];

  return {
    places: { 'list-notes': [hidden, dayBar.node], list: [tools.node, swipe] },
    commands,
    settings: [
      { name: 'opening', choices: ['soon', 'at-once', 'never'], group: 'list' },
      {
        name: 'done',
        choices: ['dims', 'leaves'],
        group: 'list',
        apply: (_, isStart) => isStart || searching.search({ stay: true }),
      },
    ],
    update(state) {
      const { answer, address, cursor } = state;
      const filter = hiddenFilter();
      const shows = hasFilter(address.text, filter);
      const { hidden: n = 0, total = 0 } = answer?.result ?? {};
      // Where nothing else is in the list, that is said there.
      hidden.hidden = shows ? total === 0 : n === 0 || total === 0;
      const [count, shown] =
        filter === DISMISSED ? ['hidden.count', 'hidden.shown'] : ['hidden.count.done', 'hidden.shown.done'];
      hiddenText.textContent = shows ? t(shown) : t(count, { n });
      show.textContent = t(shows ? 'hidden.back' : 'hidden.show');
      tools.update(cursor);
      dayBar.update(dayShown(state));
    },
  };

  /** The day at the top of a list of whole days; what is found of a day is no day. @param {State} state */
  function dayShown({ address, answer, contents, topDay }) {
    const isWhole = sameList({ ...address, days: [], order: HOME.order }, HOME);
    if (!isWhole || !topDay || !answer?.result.total) return null;
    const { papers = 0, unread = -1 } = contents?.newest.find(({ day }) => day === topDay) ?? {};
    return { day: topDay, unread, papers };
  }

  /** Finds what the list leaves out. */
  function hiddenFilter() {
    return settings().value('done') === 'leaves' ? DONE_OR_DISMISSED : DISMISSED;
  }

  function toggleHidden() {
    browsing.replaceText(toggleFilter(store.get().address.text, hiddenFilter()));
  }

  /** Shows the newest day that has unread papers, other than the one shown. */
  function nextDay() {
    const { contents, address } = store.get();
    const next = contents?.newest.find(({ day, unread }) => unread > 0 && !address.days.includes(day));
    if (next) browsing.choose({ days: [next.day] });
  }
}

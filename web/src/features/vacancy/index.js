import { finished, nameOf, vacancyOf } from './reason.js';
import { createVacancy, sentenceOf } from './vacancy.js';

/**
 * Says why the list is empty, or that a day is finished, and leads on from there.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function vacancy({ browsing, run }) {
  const finger = window.matchMedia('(pointer: coarse)');
  /** @type {Record<import('./reason.js').Way, () => unknown>} */
  const ways = {
    'next-day': () => run('next-day'),
    'show-hidden': () => run('show-hidden'),
    'clear-filters': browsing.clearFilters,
    'clear-all': browsing.clearAll,
    'all-papers': browsing.clearAll,
  };
  const parts = {
    isTouch: () => finger.matches,
    onWay: (/** @type {import('./reason.js').Way} */ way) => ways[way](),
  };
  const empty = createVacancy({ className: 'no-match', testId: 'vacancy', ...parts });
  const end = createVacancy({ className: 'day-finished', testId: 'day-finished', ...parts });
  let said = '';

  /** @param {import('../../app/state.js').State} state */
  const reasonOf = (state) => ((state.answer?.result.total ?? 0) > 0 ? finished(state) : vacancyOf(state));

  return {
    places: { 'list-end': [empty.node, end.node] },
    update(state) {
      const isEmpty = state.answer?.result.total === 0;
      const reason = reasonOf(state);
      empty.update(isEmpty ? reason : null);
      end.update(isEmpty ? null : reason);
    },
    says(state) {
      const reason = reasonOf(state);
      const name = nameOf(reason);
      if (name === said) return {};
      said = name;
      return { vacancy: reason ? sentenceOf(reason) : '' };
    },
  };
}

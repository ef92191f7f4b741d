import { h } from '../../dom/dom.js';
import { keyed } from '../../dom/keyed.js';
import { formatDay, t } from '../../i18n/index.js';
import { isTroubled, matching, monthsOf } from '../../library/groups.js';
import { createReportGroup } from './report-group.js';
import { createReportMonth } from './report-month.js';

/** @typedef {import('../../library/shelf.js').Shelf} Shelf */
/** @typedef {import('./report-file.js').Reported} Reported */
/**
 * @typedef {{ kind: 'trouble' | 'found', title: string, files: Reported[] }
 *   | { kind: 'note', text: string }
 *   | { kind: 'month', month: import('../../library/groups.js').Month, folds: boolean }} Section
 */

/** With more files than fit on a screen, the list has a search box and its months are folded. */
const MANY = 24;

/**
 * The library's files: first those with problems, then the others by month and day. Folded months are not built, so
 * that a year of files shows at once.
 * @param {(label: string) => void} onRemove
 * @param {() => HTMLElement | null} [fallback] gets the focus once no file is left
 */
export function createReportList(onRemove, fallback) {
  const search = h('input', {
    type: 'search',
    class: 'report-search',
    'data-testid': 'report-search',
    'aria-label': t('report.search'),
    placeholder: t('report.search'),
    autocomplete: 'off',
    spellcheck: 'false',
    on: { input: show },
  });
  const list = h('div', { class: 'report-files' });
  const node = h('div', {}, search, list);
  /** @type {Shelf} */
  let shelf = { digests: [], refused: [], known: [] };
  /** Months that the user has folded or unfolded. @type {Map<string, boolean>} */
  const unfolded = new Map();
  const showSections = keyed(list, {
    key: (/** @type {Section} */ section) =>
      section.kind === 'month' ? `month ${section.month.month}` : section.kind,
    create,
    fallback,
  });

  /** @param {Section} section @returns {import('../../dom/keyed.js').Made<any>} */
  function create(section) {
    switch (section.kind) {
      case 'month':
        return createReportMonth(section.month.month, unfolded, onRemove);
      case 'note': {
        const note = h('p', { class: 'report-note' });
        return { node: note, update: ({ text }) => void (note.textContent = text) };
      }
      default:
        return createReportGroup(`report-${section.kind}`, onRemove);
    }
  }

  function show() {
    const isLong = shelf.digests.length + shelf.refused.length > MANY;
    search.hidden = !isLong;
    showSections(isLong && search.value.trim() ? found(shelf, search.value) : all(shelf, isLong));
  }

  return {
    node,
    /** @param {Shelf} next */
    update(next) {
      shelf = next;
      show();
    },
  };
}

/** @param {Shelf} shelf @param {boolean} folds @returns {Section[]} */
function all({ digests, refused }, folds) {
  const troubled = [
    ...refused.map((refusal) => ({ refusal })),
    ...digests.filter(isTroubled).map((file) => ({ file })),
  ];
  const months = monthsOf(digests.filter((file) => !isTroubled(file)));
  return [
    ...(troubled.length > 0
      ? [section('trouble', t('report.trouble', { n: troubled.length }), troubled)]
      : digests.length > 0
        ? [note(t('report.clean'))]
        : []),
    ...months.map((month) => /** @type {const} */ ({ kind: 'month', month, folds })),
  ];
}

/** @param {Shelf} shelf @param {string} text @returns {Section[]} */
function found({ digests, refused }, text) {
  const dayText = (/** @type {string} */ day) => formatDay(day, 'full');
  const named = refused.map((refusal) => ({ refusal, fileName: refusal.name, date: '' }));
  const files = [
    ...matching(named, text, dayText).map(({ refusal }) => ({ refusal })),
    ...matching(digests, text, dayText).map((file) => ({ file })),
  ];
  return files.length > 0
    ? [section('found', t('report.found', { n: files.length }), files)]
    : [note(t('report.found.none'))];
}

/** @param {'trouble' | 'found'} kind @param {string} title @param {Reported[]} files @returns {Section} */
const section = (kind, title, files) => ({ kind, title, files });
/** @param {string} text @returns {Section} */
const note = (text) => ({ kind: 'note', text });

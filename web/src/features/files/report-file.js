import { h } from '../../dom/dom.js';
import { formatCount, formatList, hasWords, t } from '../../i18n/index.js';
import { refusal } from '../../i18n/refusal.js';
import { absentFields, remarksOf } from '../../library/remarks.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../engine/protocol.js').Entry} Entry */
/** @typedef {import('../../library/shelf.js').Refusal} Refusal */
/** @typedef {import('../../library/remarks.js').Remark} Remark */
/** @typedef {import('../../library/remarks.js').Place} Place */
/** @typedef {{ file: Entry } | { refusal: Refusal }} Reported */

/** A file in the list. @param {Reported} what @param {(label: string) => void} onRemove */
export const reported = (what, onRemove) =>
  'file' in what ? reportFile(what.file, onRemove) : reportRefused(what.refusal);

/** Changes with what is shown of it. @param {Reported} what */
export const keyOfReported = (what) =>
  JSON.stringify(
    'file' in what
      ? [what.file.label, what.file.papers, what.file.rest, what.file.diagnostics.length]
      : [what.refusal.name, what.refusal.code, what.refusal.message],
  );

/**
 * What it holds, what it lacks, what is odd in it.
 * @param {Entry} file
 * @param {(label: string) => void} onRemove
 */
const reportFile = (file, onRemove) =>
  section(
    file.fileName,
    [t('count.all', { n: file.papers }), ...lacks(file)].join(' · '),
    remarksOf(file.diagnostics).map(remark),
    h(
      'button',
      {
        type: 'button',
        class: 'report-remove',
        'data-testid': 'remove-digest',
        'aria-label': t('report.remove', { name: file.fileName }),
        on: { click: () => onRemove(file.label) },
      },
      t('report.remove.short'),
    ),
  );

/** A file that could not be opened. @param {Refusal} refused */
const reportRefused = ({ name, code, message = '' }) =>
  section(name, '', [h('li', {}, h('span', {}, refusal(code), ...more(code, message)))]);

/** @param {string} name @param {string} what @param {Node[]} items @param {Node} [button] */
const section = (name, what, items, button) =>
  h(
    'section',
    { class: 'report-file' },
    h('h4', {}, render(name, { links: false }), ' ', h('small', {}, what)),
    button,
    items.length > 0 && h('ul', {}, ...items),
  );

/** @param {Entry} file */
function lacks({ diagnostics, rest }) {
  const fields = absentFields(diagnostics).map((name) =>
    t(hasWords(`field.${name}`) ? `field.${name}` : name),
  );
  return [
    ...(rest ? [t('report.rest')] : []),
    ...(fields.length > 0 ? [t('report.without', { fields: formatList(fields) })] : []),
  ];
}

/** Refusals for which the core's message says more than the sentence. */
const TELL_MORE = new Set(['doubtful_encoding']);
/** @param {string} code @param {string} message */
const more = (code, message) => (TELL_MORE.has(code) ? [' ', said('small', message)] : []);

/** The core's own message. @param {'small' | 'span'} tag @param {string} message */
const said = (tag, message) => h(tag, { lang: 'en' }, render(message, { links: false }));

/** @param {Remark} remark */
function remark({ code, count, places, more }) {
  const sentence = t(hasWords(`diagnostic.${code}`) ? `diagnostic.${code}` : 'diagnostic.other');
  const [first] = places;
  const single = count === 1;
  return h(
    'li',
    { 'data-code': code },
    h('span', { class: 'report-line' }, single ? lineText(first) : t('report.times', { n: count })),
    h(
      'span',
      {},
      sentence,
      ...places.map((place) =>
        h('small', { class: 'report-place' }, !single && `${lineText(place)}: `, said('span', place.message)),
      ),
      more > 0 && h('small', { class: 'report-place' }, t('report.more', { n: more })),
    ),
  );
}

/** @param {Place} place */
function lineText({ lines, more }) {
  if (lines[0] === 0) return t('report.file');
  if (lines.length === 1) return t('report.line', { line: String(lines[0]) });
  const list = more > 0 ? lines.join(', ') : formatList(lines.map(String));
  return more > 0
    ? t('report.lines.more', { lines: list, n: formatCount(more) })
    : t('report.lines', { lines: list });
}

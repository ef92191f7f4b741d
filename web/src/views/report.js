import { fill, h } from '../dom.js';
import { hasWords, t } from '../i18n/index.js';
import { render } from '../typeset/index.js';
import { createDialog } from './dialog.js';

/** @typedef {import('../files/library.js').Shelf} Shelf */
/** @typedef {import('../engine/protocol.js').DigestInfo} DigestInfo */

const MAX_REMARKS = 100;

/** @param {Shelf} shelf */
export const noteCount = ({ digests, refused }) =>
  digests.reduce((sum, digest) => sum + digest.diagnostics.length, refused.length);

/** @param {{ onFolder: () => void, onCloseAll: () => void }} callbacks */
export function createReport({ onFolder, onCloseAll }) {
  const list = h('div', { class: 'report-files' });
  const addFolder = h(
    'button',
    {
      type: 'button',
      on: {
        click() {
          dialog.close();
          onFolder();
        },
      },
    },
    t('open.folder'),
  );
  const closeAll = h(
    'button',
    {
      type: 'button',
      'data-testid': 'close-all',
      on: {
        click() {
          dialog.close();
          onCloseAll();
        },
      },
    },
    t('report.close.all'),
  );
  const dialog = createDialog(
    { title: t('report.title'), className: 'dialog-report', testId: 'report' },
    list,
    h('p', { class: 'dialog-actions' }, addFolder, closeAll),
  );
  return {
    node: dialog.node,
    /** @param {Shelf} shelf */
    show({ digests, refused }) {
      const remarked = digests.filter((digest) => digest.diagnostics.length > 0);
      const clean = digests.filter((digest) => digest.diagnostics.length === 0);
      fill(
        list,
        ...refused.map(({ name, code }) => file(name, '', [h('li', {}, h('span', {}, refusal(code)))])),
        ...remarked.map((digest) => file(digest.name, papers(digest), remarks(digest.diagnostics))),
        ...clean.map((digest) => file(digest.name, papers(digest), [])),
      );
      dialog.show();
    },
  };
}

/** @param {string} name @param {string} size @param {Node[]} items */
const file = (name, size, items) =>
  h(
    'section',
    { class: 'report-file' },
    h('h3', {}, render(name, { links: false }), ' ', h('small', {}, size)),
    items.length > 0 ? h('ul', {}, ...items) : h('p', {}, t('report.clean')),
  );

/** @param {DigestInfo} digest */
const papers = (digest) => t('count.all', { n: digest.papers });

/** @param {DigestInfo['diagnostics']} diagnostics */
function remarks(diagnostics) {
  const items = diagnostics
    .slice(0, MAX_REMARKS)
    .map(({ code, line, message }) =>
      h(
        'li',
        { 'data-code': code },
        h(
          'span',
          { class: 'report-line' },
          line ? t('report.line', { line: String(line) }) : t('report.file'),
        ),
        h(
          'span',
          {},
          t(hasWords(`diagnostic.${code}`) ? `diagnostic.${code}` : 'diagnostic.other'),
          ' ',
          h('small', { lang: 'en' }, render(message, { links: false })),
        ),
      ),
    );
  const rest = diagnostics.length - items.length;
  return rest > 0 ? [...items, h('li', {}, h('span', {}, t('report.more', { n: rest })))] : items;
}

/** @param {string} code */
export const refusal = (code) => t(hasWords(`refused.${code}`) ? `refused.${code}` : 'refused.other');

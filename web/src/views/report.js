import { fill, h } from '../dom.js';
import { hasWords, t } from '../i18n/index.js';
import { render } from '../typeset/index.js';
import { createDialog } from './dialog.js';
import { createFolderLine } from './folder-line.js';
import { refusal } from './refusal.js';

/** @typedef {import('../files/library.js').Shelf} Shelf */
/** @typedef {import('../engine/protocol.js').DigestInfo} DigestInfo */

const MAX_REMARKS = 100;

/** @param {Shelf} shelf */
export const noteCount = ({ digests, refused }) =>
  digests.reduce((sum, digest) => sum + digest.diagnostics.length, refused.length);

/**
 * @param {object} callbacks
 * @param {Node} callbacks.storage
 * @param {() => void} callbacks.onFolder
 * @param {(() => void) | null} callbacks.onKeepFolder null: the browser cannot keep a folder open
 * @param {() => void} callbacks.onLetFolderGo
 * @param {(label: string) => void} callbacks.onRemove
 */
export function createReport({ storage, onFolder, onKeepFolder, onLetFolderGo, onRemove }) {
  const folder = createFolderLine({ onKeep: onKeepFolder && away(onKeepFolder), onLetGo: onLetFolderGo });
  const list = h('div', { class: 'report-files' });
  const addFolder = h(
    'button',
    {
      type: 'button',
      on: {
        click: away(onFolder),
      },
    },
    t('open.folder'),
  );
  const dialog = createDialog(
    { title: t('report.title'), className: 'dialog-report', testId: 'report' },
    storage,
    folder.node,
    h('p', { class: 'dialog-actions' }, addFolder),
    list,
  );

  /** @param {() => void} act */
  function away(act) {
    return () => {
      dialog.close();
      act();
    };
  }

  /** @param {DigestInfo} digest */
  const remove = (digest) =>
    h(
      'button',
      {
        type: 'button',
        class: 'report-remove',
        'data-testid': 'remove-digest',
        'aria-label': t('report.remove', { name: digest.name }),
        on: { click: () => onRemove(digest.label) },
      },
      t('report.remove.short'),
    );

  const removers = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('.report-remove')]);

  return {
    node: dialog.node,
    show: dialog.show,
    close: dialog.close,
    updateFolder: folder.update,
    /** @param {Shelf} shelf */
    update({ digests, refused }) {
      const at = removers().indexOf(/** @type {HTMLElement} */ (document.activeElement));
      const remarked = digests.filter((digest) => digest.diagnostics.length > 0);
      const clean = digests.filter((digest) => digest.diagnostics.length === 0);
      fill(
        list,
        ...refused.map(({ name, code }) => file(name, '', [h('li', {}, h('span', {}, refusal(code)))])),
        ...remarked.map((digest) =>
          file(digest.name, papers(digest), remarks(digest.diagnostics), remove(digest)),
        ),
        ...clean.map((digest) => file(digest.name, papers(digest), [], remove(digest))),
      );
      // The keyboard goes on where the removed one was.
      if (at >= 0)
        removers()
          .at(Math.min(at, removers().length - 1))
          ?.focus();
    },
  };
}

/** @param {string} name @param {string} size @param {Node[]} items @param {Node} [button] */
const file = (name, size, items, button) =>
  h(
    'section',
    { class: 'report-file' },
    h('h3', {}, render(name, { links: false }), ' ', h('small', {}, size)),
    button,
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

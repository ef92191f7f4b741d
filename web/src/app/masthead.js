import { h, say, setAttribute } from '../dom/dom.js';
import { t } from '../i18n/index.js';
import { nextLanguage, tagOf } from '../i18n/language.js';

/**
 * The masthead: the name, and the tools for the whole library.
 * @param {object} callbacks
 * @param {() => void} callbacks.onHome
 * @param {() => void} callbacks.onOpenFiles
 * @param {() => void} callbacks.onArchive
 * @param {() => void} callbacks.onFolderAgain
 * @param {() => void} callbacks.onReport shows the files
 * @param {() => void} callbacks.onKeys
 * @param {() => void} callbacks.onSettings
 * @param {(language: import('../i18n/language.js').Language) => void} callbacks.onLanguage
 * @param {HTMLElement[]} search
 */
export function createMasthead(
  { onHome, onOpenFiles, onArchive, onFolderAgain, onReport, onKeys, onSettings, onLanguage },
  search,
) {
  const archive = h(
    'button',
    { type: 'button', 'data-testid': 'archive-open', on: { click: onArchive } },
    t('archive.open'),
  );
  const folder = h('button', {
    type: 'button',
    class: 'folder-again',
    'data-testid': 'folder-again',
    on: { click: onFolderAgain },
  });
  const report = h('button', { type: 'button', 'data-testid': 'report-open', on: { click: onReport } });
  const switcher = languageSwitch(onLanguage);
  const tools = h(
    'div',
    { class: 'masthead-tools' },
    h('button', { type: 'button', on: { click: onOpenFiles } }, t('open.files')),
    archive,
    folder,
    report,
    h('button', { type: 'button', class: 'keys-button', on: { click: onKeys } }, t('keys.open')),
    h(
      'button',
      { type: 'button', 'data-testid': 'settings-open', on: { click: onSettings } },
      t('settings.open'),
    ),
    switcher,
  );
  const name = h('button', { type: 'button', class: 'name', on: { click: onHome } }, t('app.name'));
  const node = h('header', { class: 'masthead' }, h('h1', {}, name), ...search, tools);
  return {
    node,
    focusLanguage: () => switcher.focus({ focusVisible: true }),
    /** @param {{ digests: number, troubled: number, empty: boolean, archive: boolean, folder: import('./state.js').Folder | null }} state */
    update({ digests, troubled, empty, archive: hasArchive, folder: kept }) {
      setAttribute(node, 'data-empty', empty);
      archive.hidden = !hasArchive;
      folder.hidden = !kept?.waits;
      say(folder, t('folder.again', { folder: kept?.name ?? '' }));
      report.hidden = digests + troubled === 0;
      report.textContent = troubled ? t('report.open.troubled', { n: troubled }) : t('report.open');
    },
  };
}

/** @param {(language: import('../i18n/language.js').Language) => void} onLanguage */
function languageSwitch(onLanguage) {
  const other = nextLanguage();
  return h(
    'button',
    {
      type: 'button',
      'data-testid': 'lang',
      lang: tagOf(other),
      on: { click: () => onLanguage(other) },
    },
    t('language.name', {}, other),
  );
}

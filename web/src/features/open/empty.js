import { h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/**
 * What the page shows while nothing is open.
 * @param {object} callbacks
 * @param {() => void} callbacks.onChoose
 * @param {() => void} callbacks.onFolder
 * @param {(() => void) | null} callbacks.onKeepFolder null: the browser cannot watch a folder
 * @param {() => void} callbacks.onPaste
 * @param {() => void} callbacks.onSample
 * @param {HTMLElement} archive the days of the archive next to the page
 */
export function createEmpty({ onChoose, onFolder, onKeepFolder, onPaste, onSample }, archive) {
  const section = h('section', { class: 'empty-archive' }, h('h2', {}, t('archive.title')), archive);
  const node = h(
    'section',
    { class: 'empty', 'aria-label': t('app.name') },
    h('p', { class: 'empty-sentence' }, t('app.sentence')),
    h(
      'div',
      { class: 'empty-drop', 'data-testid': 'drop' },
      h('p', { class: 'empty-call' }, t('open.drop')),
      h('p', { class: 'empty-hint' }, t('open.drop.hint')),
      h(
        'p',
        { class: 'empty-actions' },
        h('button', { type: 'button', class: 'primary', on: { click: onChoose } }, t('open.choose')),
        h('button', { type: 'button', on: { click: onFolder } }, t('open.folder')),
        onKeepFolder &&
          h(
            'button',
            {
              type: 'button',
              class: 'keep-folder',
              'data-testid': 'folder-keep',
              on: { click: onKeepFolder },
            },
            t('folder.keep'),
          ),
        h('button', { type: 'button', 'data-testid': 'paste', on: { click: onPaste } }, t('open.paste')),
        h('button', { type: 'button', 'data-testid': 'sample', on: { click: onSample } }, t('open.sample')),
      ),
    ),
    section,
    h('p', { class: 'empty-private' }, t('app.private')),
  );
  return {
    node,
    /** @param {{ empty: boolean, archive: boolean }} state */
    update({ empty, archive }) {
      node.hidden = !empty;
      section.hidden = !archive;
    },
  };
}

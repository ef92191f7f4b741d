import { fill, h, say, setAttribute } from '../../dom/dom.js';
import { formatBytes, t } from '../../i18n/index.js';
import { createDialog } from '../../app/dialog.js';
import { MOST_ON_PAGE } from './exporting.js';
import { createExportOptions } from './export-options.js';
import { fileName } from './file-name.js';
import { FILES, PASTED } from './formats.js';
import { isSameScope } from './scopes.js';

/** @typedef {import('./scopes.js').Scope} Scope */
/** @typedef {import('./exporting.js').Written} Written */
/** @typedef {import('./formats.js').Format} Format */

/** Nobody reads on; the file itself is whole. */
const SHOWN_BYTES = 20_000;
/** Until what is typed into an option is tried. */
const PAUSE_MS = 200;

/**
 * Which papers, as what, and what that looks like: the beginning of the very file.
 * @param {{ exporting: import('../../app/feature.js').Actions['exporting'] }} parts
 */
export function createExportSheet({ exporting }) {
  /** @type {Scope[]} */
  let scopes = [];
  /** Of the chosen scope. @type {Promise<string[]>} */
  let works = Promise.resolve([]);
  /** @type {Written | null} what is shown */
  let written = null;
  let asked = 0;
  let timer = 0;

  /** @type {HTMLSelectElement} */
  const what = h('select', { id: 'export-what', 'data-testid': 'export-what', on: { change: ask } });
  /** @type {HTMLSelectElement} */
  const format = h(
    'select',
    { id: 'export-format', 'data-testid': 'export-format', on: { change: chooseFormat } },
    group('export.pasted', PASTED),
    group('export.files', FILES),
  );
  const options = createExportOptions(() => {
    clearTimeout(timer);
    timer = window.setTimeout(write, PAUSE_MS);
  });
  const status = h('p', { class: 'export-status', role: 'status', 'data-testid': 'export-status' });
  const preview = h('pre', {
    class: 'export-preview',
    tabindex: 0,
    role: 'region',
    'aria-label': t('export.preview'),
    'data-testid': 'export-preview',
  });
  const copy = button('copy', () => written && exporting.copy(written));
  const save = button('save', () => written && exporting.save(written, fileName(scope())));
  const share = button('share', () => written && exporting.share(written, fileName(scope())));
  const split = button('split', saveSplit);

  const dialog = createDialog(
    { title: t('export.title'), className: 'dialog-export', testId: 'export' },
    h(
      'div',
      { class: 'export-choices' },
      field('export-what', 'export.what', what),
      field('export-format', 'export.format', format),
    ),
    options.node,
    preview,
    status,
    h('p', { class: 'dialog-actions' }, copy, save, split, share),
  );

  /** @param {string} key @param {readonly Format[]} names */
  function group(key, names) {
    const node = document.createElement('optgroup');
    node.label = t(key);
    node.append(...names.map((name) => h('option', { value: name }, t(`export.format.${name}`))));
    return node;
  }

  /** @param {string} name @param {() => unknown} run */
  function button(name, run) {
    return h(
      'button',
      { type: 'button', 'data-testid': `export-${name}`, on: { click: () => void run() } },
      t(`export.${name}`),
    );
  }

  const scope = () => scopes[what.selectedIndex] ?? { kind: 'found' };
  const choice = () => ({ ...options.choice(), format: /** @type {Format} */ (format.value) });

  function chooseFormat() {
    options.show(/** @type {Format} */ (format.value));
    write();
  }

  /** Another set of papers. */
  function ask() {
    show(null);
    works = exporting.worksOf(scope());
    return write();
  }

  async function write() {
    clearTimeout(timer);
    const mine = ++asked;
    exporting.keepChoice(choice());
    const found = await works;
    if (mine !== asked || !dialog.node.open) return;
    const next = await exporting.write(found, choice());
    if (mine === asked) show(next);
  }

  /** The same as one file a paper. */
  async function saveSplit() {
    const zip = await exporting.write(await works, { ...choice(), split: true });
    if (zip?.code === 'ok') exporting.save(zip, fileName(scope()));
  }

  /** @param {Written | null} next null: not known yet */
  function show(next) {
    const isFine = next?.code === 'ok' && next.papers > 0;
    written = isFine ? next : null;
    for (const each of [copy, save, share, split]) each.disabled = !isFine;
    const { ending = '', papers = 0, bytes = new Uint8Array() } = next ?? {};
    options.showProblem(next?.code === 'keys' ? t('export.problem.keys', { problem: next.message }) : '');
    share.hidden = !next || !isFine || !exporting.canShare(next, fileName(scope()));
    split.hidden = format.value !== 'notes';
    const isWhole = bytes.length <= SHOWN_BYTES;
    const text = new TextDecoder().decode(isWhole ? bytes : bytes.subarray(0, SHOWN_BYTES));
    say(preview, isWhole ? text : `${text.replace(/�+$/, '')}…`);
    setAttribute(preview, 'aria-busy', next ? null : 'true');
    if (next) say(status, statusOf(next, papers, bytes.length, ending));
  }

  /** @param {Written} next @param {number} n @param {number} size @param {string} ending */
  function statusOf({ code, unwritten }, n, size, ending) {
    if (code === 'many') return t('export.problem.many', { n, most: MOST_ON_PAGE });
    if (code !== 'ok') return '';
    if (n === 0) return t('export.none');
    const said = t('export.size', { n, size: formatBytes(size), ending });
    return unwritten ? `${said} ${t('export.unwritten', { letters: [...unwritten].join(' ') })}` : said;
  }

  return {
    node: dialog.node,
    isOpen: () => dialog.node.open,
    /** @param {Scope} chosen which papers to begin with */
    open(chosen) {
      scopes = exporting.all();
      fill(what, ...scopes.map(({ kind, tag = '' }) => h('option', {}, t(`export.what.${kind}`, { tag }))));
      what.selectedIndex = Math.max(
        0,
        scopes.findIndex((each) => isSameScope(each, chosen)),
      );
      const last = exporting.lastChoice();
      format.value = last.format;
      options.set(last);
      options.show(last.format);
      dialog.show();
      format.focus();
      ask();
    },
  };
}

/** @param {string} id @param {string} key @param {HTMLElement} control */
const field = (id, key, control) =>
  h('div', { class: 'export-choice' }, h('label', { for: id }, t(key)), control);

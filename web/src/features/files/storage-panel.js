import { h, setAttribute } from '../../dom/dom.js';
import { formatBytes, t } from '../../i18n/index.js';

/** @typedef {import('../../app/state.js').Storage} Storage */

/**
 * What is stored in this browser, and actions on it.
 * @param {object} callbacks
 * @param {() => void} callbacks.onBackUp
 * @param {() => void} callbacks.onRestore
 * @param {() => void} callbacks.onPersist
 * @param {(from: string, to: string) => void} callbacks.onRemoveDays
 * @param {() => void} callbacks.onForget removes everything
 */
export function createStoragePanel({ onBackUp, onRestore, onPersist, onRemoveDays, onForget }) {
  const used = h('p', { 'data-testid': 'storage-used' });
  const kept = h('p', { class: 'storage-kept' });
  const persist = button('storage.persist', onPersist, 'storage-persist');
  const from = day('storage.from');
  const to = day('storage.to');
  const removeDays = button('storage.days.remove', () => {
    if (from.input.value || to.input.value) onRemoveDays(from.input.value, to.input.value);
  });
  const days = h(
    'div',
    {
      class: 'storage-days',
      role: 'group',
      'aria-label': t('storage.remove'),
      'data-testid': 'storage-days',
    },
    from.node,
    to.node,
    removeDays,
  );
  const forgetAll = () => {
    fold();
    onForget();
  };
  const sure = button('storage.forget.sure', forgetAll, 'forget-sure');
  const ask = () => {
    sure.hidden = false;
    sure.focus();
  };
  const forget = button('storage.forget', ask, 'forget');
  sure.hidden = true;
  const removing = h(
    'details',
    {},
    h('summary', {}, t('storage.remove')),
    days,
    h('p', { class: 'dialog-actions storage-actions' }, forget, sure),
  );
  const node = h(
    'section',
    { class: 'storage', 'data-testid': 'storage', 'aria-label': t('storage.title') },
    used,
    kept,
    h(
      'p',
      { class: 'dialog-actions storage-actions' },
      persist,
      button('backup.out', onBackUp, 'backup-out'),
      button('backup.in', onRestore, 'backup-in'),
    ),
    removing,
  );

  function fold() {
    removing.open = false;
    sure.hidden = true;
  }

  return {
    node,
    /** Hides what removes, and takes back the first press of "Remove everything". */
    fold,
    /** May be called at any moment, since the browser measures in its own time. @param {Storage | null} storage */
    update(storage) {
      setAttribute(node, 'hidden', storage === null);
      if (!storage) return;
      used.textContent = storage.keeps
        ? t('storage.used', { used: formatBytes(storage.used), quota: formatBytes(storage.quota) })
        : t('storage.none');
      kept.textContent = storage.keeps ? t(storage.persisted ? 'storage.persisted' : 'storage.may.go') : '';
      persist.hidden = storage.persisted || !storage.keeps;
    },
  };
}

/** @param {string} key @param {() => void} click @param {string} [testId] */
const button = (key, click, testId) =>
  h('button', { type: 'button', 'data-testid': testId, on: { click } }, t(key));

/** @param {string} key */
function day(key) {
  const input = h('input', { type: 'date', name: key });
  return { input, node: h('label', {}, `${t(key)} `, input) };
}

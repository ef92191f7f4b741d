import { fill, h, setAttribute } from '../../dom/dom.js';
import { formatBytes, formatList, formatUnits, t } from '../../i18n/index.js';
import { refusal } from '../../i18n/refusal.js';
import { render } from '../../typeset/index.js';
import { createDialog } from '../../app/dialog.js';

/** @typedef {import('./asking.js').Offer} Offer */

const MOST_FILES = 200;
const CHANGES = /** @type {const} */ ([
  'read',
  'starred',
  'dismissed',
  'tags',
  'notes',
  'lost',
  'searches',
  'colours',
  'collections',
  'interests',
]);

/**
 * Shows what would be added, and asks for consent. Closing the sheet in any way means no; the user can agree only after
 * all files have been looked into.
 */
export function createAskSheet() {
  /** @type {((answer: import('./asking.js').Answer) => void) | null} */
  let reply = null;
  let yes = false;
  let kind = '';
  const title = h('span', {});
  const text = h('p', { id: 'ask-text' });
  const said = h('p', { role: 'status', 'data-testid': 'ask-sum' });
  const files = h('ul', { class: 'ask-files', 'data-testid': 'ask-files' });
  const heading = h('h3', { id: 'ask-changes' }, t('ask.changes'));
  const changes = h('ul', {
    class: 'ask-changes',
    'aria-labelledby': 'ask-changes',
    'data-testid': 'ask-changes',
  });
  const withSettings = h('input', { type: 'checkbox', id: 'ask-settings', 'data-testid': 'ask-settings' });
  const settingsLabel = h('label', { for: 'ask-settings' });
  const settings = h('p', { class: 'ask-settings' }, withSettings, ' ', settingsLabel);
  const yesButton = h('button', {
    type: 'button',
    class: 'primary',
    'data-testid': 'ask-yes',
    on: {
      click() {
        yes = true;
        dialog.close();
      },
    },
  });
  const noButton = h(
    'button',
    { type: 'button', 'data-testid': 'ask-no', on: { click: () => dialog.close() } },
    t('ask.no'),
  );
  const dialog = createDialog(
    {
      title,
      className: 'dialog-small dialog-ask',
      testId: 'ask',
      onClose() {
        reply?.(yes && (kind === 'settings' || withSettings.checked ? 'all' : 'marks'));
        reply = null;
      },
    },
    text,
    files,
    said,
    heading,
    changes,
    settings,
    h('p', { class: 'dialog-actions' }, noButton, yesButton),
  );
  setAttribute(dialog.node, 'aria-describedby', 'ask-text');

  /** @param {Offer['files'][number]} file */
  const item = ({ name, size, code, papers, works }) =>
    h(
      'li',
      {},
      h('span', { class: 'ask-name' }, render(name, { links: false })),
      h('small', {}, formatBytes(size)),
      papers > 0 && h('small', {}, t('count.all', { n: papers })),
      works > 0 && h('small', {}, t('collections.works', { n: works })),
      code !== '' && code !== 'ok' && h('small', {}, refusal(code)),
    );

  /** @param {Offer} offer */
  function update(offer) {
    ({ kind } = offer);
    const looked = offer.files.every(({ code }) => code !== '');
    const papers = offer.files.reduce((sum, file) => sum + file.papers, 0);
    const works = offer.files.reduce((sum, file) => sum + file.works, 0);
    const counts = [
      ...(papers > 0 || works === 0 ? [t('count.all', { n: papers })] : []),
      ...(works > 0 ? [t('collections.works', { n: works })] : []),
    ];
    const rest = offer.files.length - MOST_FILES;
    title.textContent = t(`ask.${kind}`);
    text.textContent = t(`ask.${kind}.text`);
    yesButton.textContent = t(`ask.${kind}.yes`);
    fill(
      files,
      ...offer.files.slice(0, MOST_FILES).map(item),
      rest > 0 && h('li', {}, t('more', { n: rest })),
    );
    setAttribute(said, 'hidden', kind !== 'files');
    said.textContent = looked
      ? t('ask.sum', {
          files: t('ask.sum.files', { n: offer.files.length }),
          papers: formatUnits(counts),
        })
      : t('ask.looking');
    const lines = CHANGES.filter((name) => (offer.changes?.[name] ?? 0) > 0);
    setAttribute(heading, 'hidden', lines.length === 0);
    fill(
      changes,
      ...lines.map((name) => h('li', {}, t(`ask.change.${name}`, { n: offer.changes?.[name] ?? 0 }))),
    );
    const names = formatList(offer.settings.map((name) => t(`setting.${name}`)));
    setAttribute(settings, 'hidden', names === '');
    setAttribute(withSettings, 'hidden', kind === 'settings');
    settingsLabel.textContent = t(kind === 'settings' ? 'ask.settings.these' : 'ask.settings.too', { names });
    yesButton.disabled = !looked;
  }

  return {
    node: dialog.node,
    /** @param {Offer} offer @returns {import('./asking.js').Asked} */
    ask(offer) {
      yes = false;
      withSettings.checked = false;
      update(offer);
      /** @type {Promise<import('./asking.js').Answer>} */
      const answer = new Promise((resolve) => (reply = resolve));
      dialog.show();
      return { answer, show: update, close: dialog.close };
    },
  };
}

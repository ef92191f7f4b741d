import { h, setAttribute } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/**
 * @param {1 | -1} by
 * @param {string} label
 * @param {{ class: string, name?: string, onStep: (by: 1 | -1) => void }} how name: what is read out, if not the label
 */
const stepButton = (by, label, { class: name, name: spoken, onStep }) =>
  h(
    'button',
    {
      type: 'button',
      class: name,
      'aria-label': spoken,
      title: spoken,
      on: { click: () => onStep(by) },
    },
    label,
  );

/**
 * What is always in reach over the open paper, and the way on after its end.
 * @param {object} callbacks
 * @param {() => void} callbacks.onClose
 * @param {(by: 1 | -1) => void} callbacks.onStep
 * @param {() => void} callbacks.onAlone shows nothing but the paper, or the rest again
 * @param {() => void} callbacks.onSettings
 */
export function createPaperBar({ onClose, onStep, onAlone, onSettings }) {
  const place = h('span', { class: 'paper-place' });
  const step = { class: 'paper-step', onStep };
  const previous = stepButton(-1, '←', { ...step, name: t('paper.previous') });
  const next = stepButton(1, '→', { ...step, name: t('paper.next') });
  const alone = h(
    'button',
    { type: 'button', class: 'paper-alone', 'data-testid': 'alone', on: { click: onAlone } },
    t('paper.alone'),
  );
  const node = h(
    'div',
    { class: 'paper-bar' },
    h('button', { type: 'button', class: 'paper-back', on: { click: onClose } }, t('paper.back')),
    place,
    previous,
    next,
    alone,
    h(
      'button',
      {
        type: 'button',
        class: 'paper-settings',
        'aria-label': t('settings.open'),
        title: t('settings.open'),
        on: { click: onSettings },
      },
      'Aa',
    ),
  );
  const end = { class: 'paper-end', onStep };
  const endPrevious = stepButton(-1, `← ${t('paper.previous')}`, end);
  const endNext = stepButton(1, `${t('paper.next')} →`, end);
  return {
    node,
    ends: h('nav', { class: 'paper-ends', 'aria-label': t('paper.ends') }, endPrevious, endNext),
    /** @param {{ position: number, total: number, alone: boolean }} state */
    update({ position, total, alone: isAlone }) {
      place.textContent = position < 0 ? '' : t('paper.position', { n: position + 1, total });
      previous.disabled = endPrevious.disabled = position <= 0;
      next.disabled = endNext.disabled = position < 0 || position >= total - 1;
      setAttribute(alone, 'aria-pressed', String(isAlone));
    },
  };
}

import { fill, h } from '../../dom/dom.js';
import { t } from '../../i18n/index.js';

/** In the texts, keys are in backquotes. @param {string} text */
const withKeys = (text) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? h('kbd', {}, part) : part));

/** @param {string} name */
export const textOf = (name) => t(`hint.${name}`).replaceAll('`', '');

/**
 * One hint, under the list: nothing moves when it comes and goes.
 * @param {{ onDismiss: () => void, onEnd: () => void }} callbacks onEnd: the user wants no hints
 */
export function createHintLine({ onDismiss, onEnd }) {
  const text = h('p', { class: 'hint-text' });
  const node = h(
    'div',
    { class: 'hint', role: 'note', 'aria-label': t('hint.label'), 'data-testid': 'hint', hidden: true },
    text,
    h(
      'div',
      { class: 'hint-actions' },
      h(
        'button',
        { type: 'button', 'data-testid': 'hint-dismiss', on: { click: onDismiss } },
        t('hint.known'),
      ),
      h('button', { type: 'button', 'data-testid': 'hint-end', on: { click: onEnd } }, t('hint.end')),
    ),
  );
  return {
    node,
    /** @param {string | null} name null: none */
    show(name) {
      node.hidden = name === null;
      if (name) fill(text, ...withKeys(t(`hint.${name}`)));
    },
  };
}

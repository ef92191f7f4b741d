import { h, say } from '../dom/dom.js';
import { t } from '../i18n/index.js';

/** Long enough to read it and to reach the button; undoing by key has no limit. */
const SHOWN_MS = 8000;

/**
 * What the user did last, with a button that takes it back.
 * @param {{ onUndo: () => void, onRedo: () => void }} callbacks
 */
export function createUndoNotice({ onUndo, onRedo }) {
  let undone = false;
  let timer = 0;
  const text = h('p', {});
  const button = h('button', {
    type: 'button',
    'data-testid': 'undo',
    on: { click: () => (undone ? onRedo() : onUndo()) },
  });
  const node = h(
    'div',
    {
      class: 'undo',
      role: 'region',
      'aria-label': t('undo.label'),
      'data-testid': 'undo-notice',
      hidden: true,
    },
    text,
    button,
  );

  function hideSoon() {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (node.matches(':hover, :focus-within')) hideSoon();
      else node.hidden = true;
    }, SHOWN_MS);
  }

  return {
    node,
    /** Returns the sentence. @param {{ text: string, undone: boolean } | null} last null: nothing is left to undo or redo */
    show(last) {
      node.hidden = false;
      undone = last?.undone ?? false;
      const sentence = last ? (undone ? t('undo.undone', { what: last.text }) : last.text) : t('undo.none');
      say(text, sentence);
      button.hidden = last === null;
      button.textContent = t(undone ? 'undo.redo' : 'undo.undo');
      hideSoon();
      return sentence;
    },
  };
}

import { h, say } from '../dom/dom.js';
import { t } from '../i18n/index.js';

/** @typedef {import('../library/progress-report.js').Progress} Progress */

/** @param {{ onCancel: () => void }} callbacks */
export function createProgress({ onCancel }) {
  const bar = h('progress', { 'aria-label': t('progress.label'), max: 1 });
  const text = h('span', { class: 'progress-text' });
  const cancel = h(
    'button',
    { type: 'button', 'data-testid': 'cancel', on: { click: onCancel } },
    t('progress.cancel'),
  );
  const node = h('div', { class: 'progress', 'data-testid': 'progress', hidden: true }, bar, text, cancel);
  return {
    node,
    /** @param {Progress | null} progress */
    update(progress) {
      node.hidden = progress === null;
      if (!progress) return;
      const { files, filesDone, name, step } = progress;
      cancel.hidden = step === 'index';
      const papers = t('count.all', { n: progress.papers });
      bar.max = files;
      bar.value = filesDone;
      if (step === 'index') say(text, t('progress.index'));
      else
        say(
          text,
          files > 1
            ? t('progress.many', { done: Math.floor(filesDone) + 1, files, name, papers })
            : t('progress.one', { name, papers }),
        );
    },
  };
}

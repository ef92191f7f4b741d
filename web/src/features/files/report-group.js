import { h, say } from '../../dom/dom.js';
import { inSteps } from '../../dom/in-steps.js';
import { t } from '../../i18n/index.js';
import { keyOfReported, reported } from './report-file.js';

/** @typedef {import('./report-file.js').Reported} Reported */

const STEP = 50;

/**
 * Files under one title, the first of them at first.
 * @param {string} testId
 * @param {(label: string) => void} onRemove
 */
export function createReportGroup(testId, onRemove) {
  const heading = h('h3', {});
  const node = h('section', { class: 'report-group', 'data-testid': testId }, heading);
  /** @type {Reported[]} */
  const none = [];
  const show = inSteps(node, none, (file) => reported(file, onRemove), {
    first: STEP,
    step: STEP,
    label: (n) => t('more', { n }),
    key: keyOfReported,
  });
  return {
    node,
    /** @param {{ title: string, files: Reported[] }} group */
    update({ title, files }) {
      say(heading, title);
      show(files);
    },
  };
}

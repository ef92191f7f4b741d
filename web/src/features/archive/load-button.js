import { h } from '../../dom/dom.js';

/** @typedef {import('../../archive/lists.js').ArchiveFile} ArchiveFile */
/** @typedef {{ kind: 'open' | 'loading' | 'absent' } | { kind: 'failed', code: string, again: boolean }} Status again: another try may succeed */
/** @typedef {(file: ArchiveFile) => Status} StatusOf */

/** @param {Status} status */
export const isAbsent = ({ kind }) => kind === 'absent' || kind === 'failed';

/**
 * A button that says how many files it would load; hidden if there are none.
 * @param {(n: number) => string} label
 * @param {(files: ArchiveFile[]) => void} onClick
 * @param {string} [testId]
 */
export function createLoadButton(label, onClick, testId) {
  /** @type {ArchiveFile[]} */
  let files = [];
  const node = h('button', { type: 'button', 'data-testid': testId, on: { click: () => onClick(files) } });
  return {
    node,
    /** @param {ArchiveFile[]} some */
    show: (some) => (files = some),
    /** @param {StatusOf} statusOf */
    update(statusOf) {
      const absent = files.filter((file) => isAbsent(statusOf(file))).length;
      node.hidden = absent === 0;
      node.textContent = label(absent);
    },
  };
}

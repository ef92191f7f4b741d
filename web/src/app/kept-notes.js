// One sentence that tells the user that the stored library differs from how they left it, or does not answer.

import { t } from '../i18n/index.js';

/** @typedef {import('../engine/protocol.js').KeptNote} KeptNote */
/** @typedef {import('../features/open/outcome.js').Said} Said */

const ABOUT_NO_FILE = new Set(['damaged_index', 'older_index', 'late_storage']);

/** @param {KeptNote[]} notes */
const notesOfFiles = (notes) => notes.filter(({ code }) => !ABOUT_NO_FILE.has(code));

/** @param {KeptNote[]} notes at least one @returns {Said} */
export function noticeOf(notes) {
  const files = notesOfFiles(notes);
  if (files.length === 0) return { text: t(`notice.${notes[0].code}`), files: 0 };
  const [{ code, name }] = files;
  const text =
    files.length > 1
      ? t('notice.kept.unread', { n: files.length })
      : t(code === 'aside' ? 'notice.aside' : 'notice.kept.unread.one', { name });
  return { text, files: files.length };
}

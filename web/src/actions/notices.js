// What a person is told when what was kept is not as they left it: one sentence.

/** @typedef {import('../engine/protocol.js').KeptNote} KeptNote */

const REBUILT = new Set(['damaged_index', 'older_index']);

/** @param {KeptNote[]} notes at least one @returns {[key: string, values: Record<string, string | number>]} */
export function noticeOf(notes) {
  const files = notes.filter(({ code }) => !REBUILT.has(code));
  if (files.length === 0) return [`notice.${notes[0].code}`, {}];
  const [{ code, name }] = files;
  if (files.length > 1) return ['notice.kept.unread', { n: files.length }];
  return [code === 'aside' ? 'notice.aside' : 'notice.kept.unread.one', { name }];
}

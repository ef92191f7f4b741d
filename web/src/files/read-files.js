// Turns what was dropped, picked or pasted into named blobs.

/** @typedef {{ arrayBuffer(signal?: AbortSignal): Promise<ArrayBuffer> }} Bytes read when the file's turn comes: a Blob, or a download */
/** @typedef {{ name: string, blob: Bytes }} Source */

/** A download failed; another try may succeed. */
export class SourceUnavailable extends Error {
  /** @param {'not_reached' | 'not_there' | 'not_served' | 'unknown_list'} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const DIGEST_ENDING = /\.(md|markdown|txt|jsonl|json|gz|zip|broadsheet)$/i;
/** Every paper of a digest begins with such a line. */
const PAPER_HEADING = /^### \[\d+\] \[/m;
const JSON_BEGIN = /^\s*\[?\s*\{\s*"/;

/** @param {string} text */
export const looksLikeDigest = (text) => PAPER_HEADING.test(text) || JSON_BEGIN.test(text);

/** @param {string} name */
export const isDigestName = (name) => DIGEST_ENDING.test(name);

/** @param {Iterable<File>} files @returns {Source[]} */
export const fromFiles = (files) => byName([...files].map((file) => ({ name: file.name, blob: file })));

/** Of a folder's files those with a digest's ending. @param {Iterable<File>} files @returns {Source[]} */
export const fromFolder = (files) => fromFiles([...files].filter((file) => isDigestName(file.name)));

/** @param {string} text @param {string} name */
export const fromText = (text, name) => ({ name, blob: new Blob([text]) });

/** @param {DataTransfer} transfer */
export const hasFiles = (transfer) => transfer.types.includes('Files');

/**
 * Folders are opened too; of their files only those with a digest's ending are taken.
 * Must be called in the event itself: a DataTransfer is empty afterwards.
 * @param {DataTransfer} transfer @returns {Promise<Source[]>}
 */
export async function fromTransfer(transfer) {
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return fromFiles(transfer.files);
  const found = await Promise.all(
    entries.filter((entry) => entry !== null).map((entry) => walk(entry, true)),
  );
  return byName(found.flat());
}

/** @param {FileSystemEntry} entry @param {boolean} chosen it was named by the person, not found in a folder @returns {Promise<Source[]>} */
async function walk(entry, chosen) {
  if (entry.isDirectory) {
    const found = await Promise.all(
      (await listFolder(/** @type {FileSystemDirectoryEntry} */ (entry))).map((child) => walk(child, false)),
    );
    return found.flat();
  }
  if (!chosen && !isDigestName(entry.name)) return [];
  /** @type {File} */
  const file = await new Promise((resolve, reject) =>
    /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject),
  );
  return [{ name: file.name, blob: file }];
}

/** @param {FileSystemDirectoryEntry} folder */
async function listFolder(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  // A reader gives at most 100 entries a call in Chromium, and none at the end.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** @param {Source[]} sources */
const byName = (sources) => sources.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

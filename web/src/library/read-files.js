// Turns dropped, chosen or pasted items into named blobs.

/**
 * A File or a download, read when its turn comes.
 * @typedef {object} Bytes
 * @property {(signal?: AbortSignal) => Promise<ArrayBuffer>} arrayBuffer
 * @property {number} [lastModified] in milliseconds since 1970; for a download, set once it has arrived
 */
/**
 * @typedef {{ name: string, blob: Bytes, found?: boolean, left?: number[] }} Source found: in a folder or a zip, so
 *   the user did not name it; left: indices of the papers to take
 */

/** A download failed; another try may succeed. */
export class SourceUnavailable extends Error {
  /** @param {'not_reached' | 'not_there' | 'not_served' | 'unknown_list'} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const DIGEST_ENDING = /\.(md|markdown|txt|jsonl|json|xml|rss|atom|gz|zip|broadsheet)$/i;
const PAGE_ENDING = /\.html?(\.gz)?$/i;
/** The first line of a paper in some dialect: a heading with a link, a bold label, a table row. */
const PAPER_LINE = /^(#{1,6} .*\]\(https?:|(- )?\*\*(arXiv|Authors|Link|Abstract)\*\*|\|\*\*\d{4}-\d\d)/im;
const JSON_BEGIN = /^\s*\[?\s*\{\s*"/;
/** A feed, or a whole page. */
const MARKUP_BEGIN = /^\s*<(\?xml|rss|feed|rdf:rdf|!doctype html|html)[\s>]/i;

/** Whether pasted text is meant to be opened rather than put into the focused field. @param {string} text */
export const looksLikeDigest = (text) =>
  PAPER_LINE.test(text) || JSON_BEGIN.test(text) || MARKUP_BEGIN.test(text);

/** @param {string} name */
export const isDigestName = (name) => DIGEST_ENDING.test(name);

/** A page of HTML. In a folder or a zip it may be any page of a website. @param {string} name */
export const isPageName = (name) => PAGE_ENDING.test(name);

/** Whether a file of a folder is read. @param {string} name */
export const mayBeDigest = (name) => isDigestName(name) || isPageName(name);

/** @param {Iterable<File>} files @returns {Source[]} */
export const fromFiles = (files) => byName([...files].map((file) => ({ name: file.name, blob: file })));

/** The files of a folder that may be digests. @param {Iterable<File>} files @returns {Source[]} */
export const fromFolder = (files) =>
  fromFiles([...files].filter((file) => mayBeDigest(file.name))).map((source) => ({
    ...source,
    found: true,
  }));

/**
 * A backup that the user chose as such: a single file with the backup extension, not found in a folder.
 * @param {Source[]} batch
 */
export const isChosenBackup = (batch) =>
  batch.length === 1 && !batch[0].found && /\.broadsheet$/i.test(batch[0].name);

/** @param {string} text @param {string} name */
export const fromText = (text, name) => ({ name, blob: new File([text], name) });

/** When the file was last changed, but no later than now; 0 if unknown. @param {Bytes} blob */
export const writtenAt = ({ lastModified = 0 }) => Math.max(0, Math.min(lastModified, Date.now()));

/** The text in it. @param {DataTransfer} transfer */
export const textOf = (transfer) => transfer.getData('text/plain');

/** @param {DataTransfer} transfer */
export const hasFiles = (transfer) => transfer.types.includes('Files');

/**
 * Opens folders too, but takes only their files that may be digests. Call during the event itself: a DataTransfer
 * is empty afterwards.
 * @param {DataTransfer} transfer
 * @returns {Promise<Source[]>}
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

/**
 * @param {FileSystemEntry} entry
 * @param {boolean} chosen named by the user, not found in a folder
 * @returns {Promise<Source[]>}
 */
async function walk(entry, chosen) {
  if (entry.isDirectory) {
    const found = await Promise.all(
      (await listFolder(/** @type {FileSystemDirectoryEntry} */ (entry))).map((child) => walk(child, false)),
    );
    return found.flat();
  }
  if (!chosen && !mayBeDigest(entry.name)) return [];
  /** @type {File} */
  const file = await new Promise((resolve, reject) =>
    /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject),
  );
  return [{ name: file.name, blob: file, found: !chosen }];
}

/** @param {FileSystemDirectoryEntry} folder */
async function listFolder(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  // In Chromium, readEntries returns at most 100 entries per call, and none at the end.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** @param {Source[]} sources */
const byName = (sources) => sources.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

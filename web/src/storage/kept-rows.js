// The shapes that database rows must have. Others are treated as missing.
import { isCount, isNumber, isText, isTruth, listOf, mapOf, maybe, recordOf } from './shape.js';

/** @typedef {import('./database.js').KeptDigest} KeptDigest */
/** @typedef {import('./database.js').KeptPart} KeptPart */

const digest = recordOf({
  id: isCount,
  name: isText,
  bytes: (value) => value instanceof Uint8Array,
  packed: isTruth,
  size: isCount,
  content: maybe(isText),
  papers: maybe(isCount),
  written: maybe(isNumber),
  left: maybe(listOf(isCount)),
  aside: maybe(isTruth),
});

const part = recordOf({
  id: isCount,
  digests: (value) => listOf(isCount)(value) && Array.isArray(value) && value.length > 0,
  build: maybe(isText),
  size: isCount,
  file: maybe(isText),
  blob: maybe((value) => value instanceof Blob),
});

/** @param {unknown} row @returns {row is KeptDigest} */
export const isKeptDigest = (row) => digest(row);

/** @param {unknown} row @returns {row is KeptPart} */
export const isKeptPart = (row) => part(row);

/**
 * What a reader was working on when it crashed.
 * @param {unknown} row
 * @returns {{ part?: number, digest?: number, times: number } | undefined}
 */
export const suspectFrom = (row) =>
  recordOf({ part: maybe(isCount), digest: maybe(isCount), times: isCount })(row)
    ? /** @type {{ times: number }} */ (row)
    : undefined;

/** @param {unknown} row @returns {{ handle: FileSystemDirectoryHandle, seen: Record<string, string> } | null} */
export const folderFrom = (row) =>
  recordOf({
    handle: (value) =>
      'FileSystemDirectoryHandle' in globalThis && value instanceof FileSystemDirectoryHandle,
    seen: mapOf(isText),
  })(row)
    ? /** @type {{ handle: FileSystemDirectoryHandle, seen: Record<string, string> }} */ (row)
    : null;

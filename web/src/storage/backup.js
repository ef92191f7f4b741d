// The library as one file: a zip of the digests and the user's own data, described in docs/backup-format.md.
import { Zip, ZipDeflate } from 'fflate';
import { unpack } from './packing.js';

/** @typedef {import('./database.js').KeptDigest} KeptDigest */
/**
 * @typedef {{ written: number, left?: number[] }} About what is known about a digest besides its bytes, as in
 *   KeptDigest
 */

/** The first file of a backup; all others are digests. */
export const MANIFEST = 'broadsheet.json';
export const FORMAT = 'broadsheet-backup';
export const VERSION = 1;

/**
 * A gzip file without optional fields is a header of this size, a raw deflate stream, and a trailer with CRC-32 and
 * size.
 */
const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;

/** @param {Zip} zip @param {string} name @param {Uint8Array} bytes */
function deflate(zip, name, bytes) {
  const entry = new ZipDeflate(name, { level: 6 });
  zip.add(entry);
  entry.push(bytes, true);
}

/**
 * Copies a digest stored as gzip into the zip without recompressing it.
 * @param {Zip} zip
 * @param {string} name
 * @param {KeptDigest} digest
 */
async function addDigest(zip, name, digest) {
  const { bytes, packed } = digest;
  if (!packed || bytes[3] !== 0) return deflate(zip, name, await unpack(digest));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - GZIP_TRAILER;
  /** @type {import('fflate').ZipInputFile} */
  const entry = {
    filename: name,
    compression: 8,
    crc: view.getUint32(end, true),
    size: view.getUint32(end + 4, true),
  };
  zip.add(entry);
  entry.ondata?.(null, bytes.subarray(GZIP_HEADER, end), true);
}

/**
 * One folder per digest, because two digests may have the same name.
 * @param {Pick<KeptDigest, 'id' | 'name'>} digest
 */
const pathOf = ({ id, name }) => `digests/${id}/${name.replace(/[\\/:]/g, '_')}`;

/** @param {AsyncIterable<KeptDigest>} digests @returns {Promise<Record<string, About>>} by path in the backup */
async function describe(digests) {
  /** @type {Record<string, About>} */
  const all = {};
  for await (const digest of digests) {
    const { written = 0, left } = digest;
    if (written > 0 || left) all[pathOf(digest)] = { written, ...(left && { left }) };
  }
  return all;
}

/**
 * @param {object} made the user's own data, as JSON
 * @param {() => AsyncIterable<KeptDigest>} digests held in memory one at a time
 * @returns {Promise<Blob>}
 */
export async function writeBackup(made, digests) {
  /** @type {Blob[]} */
  const pieces = [];
  /** @type {Error | null} */
  let failure = null;
  const zip = new Zip((error, bytes) => {
    failure ??= error;
    // A Blob per piece, so that the browser may move it to disk.
    if (bytes) pieces.push(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]));
  });
  const manifest = JSON.stringify({
    format: FORMAT,
    version: VERSION,
    made: new Date().toISOString(),
    ...made,
    digests: await describe(digests()),
  });
  deflate(zip, MANIFEST, new TextEncoder().encode(manifest));
  for await (const digest of digests()) await addDigest(zip, pathOf(digest), digest);
  zip.end();
  if (failure) throw failure;
  return new Blob(pieces, { type: 'application/zip' });
}

/**
 * The manifest in a backup's first file, or null if the file is not one. The caller checks its version.
 * @param {{ name: string, bytes: Uint8Array }} file
 */
export function readManifest({ name, bytes }) {
  if (name !== MANIFEST) return null;
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    return value?.format === FORMAT ? value : null;
  } catch {
    return null;
  }
}

/** What a manifest says about the digests, by path. @param {any} manifest @returns {Map<string, About>} */
export function aboutDigests(manifest) {
  /** @type {Map<string, About>} */
  const all = new Map();
  for (const [path, about] of Object.entries(manifest?.digests ?? {})) {
    const written = Number.isFinite(about?.written) ? about.written : 0;
    const isPlaces = Array.isArray(about?.left) && about.left.every(isPlace);
    all.set(path, { written, ...(isPlaces && { left: about.left }) });
  }
  return all;
}

/** @param {unknown} value */
const isPlace = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 32;

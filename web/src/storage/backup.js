// The library as one file: a zip of the digests and of what the person made. docs/backup-format.md describes it.
import { Zip, ZipDeflate } from 'fflate';
import { unpack } from './packing.js';

/** @typedef {import('./database.js').KeptDigest} KeptDigest */

/** The first file of a backup; everything else of it is a digest. */
export const MANIFEST = 'broadsheet.json';
export const FORMAT = 'broadsheet-backup';
export const VERSION = 1;

/** A gzip without extras is such a header, a raw deflate stream, and its CRC-32 and size. */
const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;

/** @param {Zip} zip @param {string} name @param {Uint8Array} bytes */
function deflate(zip, name, bytes) {
  const entry = new ZipDeflate(name, { level: 6 });
  zip.add(entry);
  entry.push(bytes, true);
}

/** A digest that is kept as gzip goes into the zip as it is. @param {Zip} zip @param {string} name @param {KeptDigest} digest */
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
 * @param {object} made what the person made, as JSON
 * @param {AsyncIterable<KeptDigest>} digests one is held at a time
 * @returns {Promise<Blob>}
 */
export async function writeBackup(made, digests) {
  /** @type {Blob[]} */
  const pieces = [];
  /** @type {Error | null} */
  let failure = null;
  const zip = new Zip((error, bytes) => {
    failure ??= error;
    // A Blob of its own, so that the browser may put it on disk.
    if (bytes) pieces.push(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]));
  });
  const manifest = JSON.stringify({
    format: FORMAT,
    version: VERSION,
    made: new Date().toISOString(),
    ...made,
  });
  deflate(zip, MANIFEST, new TextEncoder().encode(manifest));
  for await (const digest of digests)
    // A folder for each: two digests may have one name.
    await addDigest(zip, `digests/${digest.id}/${digest.name.replace(/[\\/:]/g, '_')}`, digest);
  zip.end();
  if (failure) throw failure;
  return new Blob(pieces, { type: 'application/zip' });
}

/**
 * What the first file of a backup says, or null if it is none. Throws where it is of a newer version.
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

// Digests are kept as gzip: a quarter of the room. It takes a worker as long as reading and indexing does, so a worker
// does it that reads files beside the one that searches, where there are such.

/**
 * @typedef {object} Packed
 * @property {Uint8Array<ArrayBuffer>} bytes
 * @property {boolean} packed  with gzip
 * @property {number} size     of the file, in bytes
 */

/** Less is not worth it. */
const SMALLEST = 4096;

/** @param {Uint8Array<ArrayBuffer>} bytes @param {GenericTransformStream} stream */
const through = async (bytes, stream) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Packed>} */
export async function pack(bytes) {
  const size = bytes.length;
  if (size < SMALLEST || typeof CompressionStream === 'undefined') return { bytes, packed: false, size };
  return { bytes: await through(bytes, new CompressionStream('gzip')), packed: true, size };
}

/** Rejects where the bytes are damaged. @param {Pick<Packed, 'bytes' | 'packed'>} kept */
export const unpack = async ({ bytes, packed }) =>
  packed ? through(bytes, new DecompressionStream('gzip')) : bytes;

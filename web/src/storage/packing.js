// Digests are stored as gzip, in a quarter of the space. Compressing takes a worker as long as reading and indexing, so
// where there are readers they do it, in parallel to the searching worker.

/**
 * @typedef {object} Packed
 * @property {Uint8Array<ArrayBuffer>} bytes
 * @property {boolean} packed compressed with gzip
 * @property {number} size of the file, in bytes
 */

/** Smaller files are not worth compressing. */
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

/** Rejects if the bytes are damaged. @param {Pick<Packed, 'bytes' | 'packed'>} kept */
export const unpack = async ({ bytes, packed }) =>
  packed ? through(bytes, new DecompressionStream('gzip')) : bytes;

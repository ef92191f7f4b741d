// Digests are kept as gzip: a quarter of the room, and the browser does it beside the worker.

/** Less is not worth it. */
const SMALLEST = 4096;

/** @param {Uint8Array<ArrayBuffer>} bytes @param {GenericTransformStream} stream */
const through = async (bytes, stream) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, packed: boolean }>} */
export async function pack(bytes) {
  if (bytes.length < SMALLEST || typeof CompressionStream === 'undefined') return { bytes, packed: false };
  return { bytes: await through(bytes, new CompressionStream('gzip')), packed: true };
}

/** Rejects where the bytes are damaged. @param {{ bytes: Uint8Array<ArrayBuffer>, packed: boolean }} kept */
export const unpack = async ({ bytes, packed }) =>
  packed ? through(bytes, new DecompressionStream('gzip')) : bytes;

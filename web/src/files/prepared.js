// Reads the files of a batch ahead, in several workers, and gives them in their order.
import { createReaders, readerCount } from '../engine/readers.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {import('../engine/protocol.js').Prepared} Prepared */
/** @typedef {{ bytes: Uint8Array<ArrayBuffer>, prepared: Prepared | null }} Ahead */

/** What is read and not adopted yet holds memory: a few files for each reader. */
const AHEAD_OF_EACH = 2;

/**
 * @param {Source[]} batch
 * @param {import('../engine/engine.js').Platform} platform
 */
export function readAhead(batch, platform) {
  const count = readerCount(batch.length);
  const readers = count > 0 ? createReaders(platform, count) : null;
  /** @type {Map<Source, Promise<Ahead>>} */
  const ahead = new Map();
  let next = 0;

  /** @param {Source} source @returns {Promise<Ahead>} */
  async function prepare(source) {
    const bytes = new Uint8Array(await source.blob.arrayBuffer());
    return { bytes, prepared: (await readers?.prepare(source.name, bytes)) ?? null };
  }

  return {
    /** Rejects where the file cannot be read. @param {Source} source @returns {Promise<Ahead>} */
    async take(source) {
      while (readers && next < batch.length && ahead.size < count * AHEAD_OF_EACH) {
        const one = prepare(batch[next]);
        one.catch(() => {});
        ahead.set(batch[next++], one);
      }
      const held = ahead.get(source);
      ahead.delete(source);
      return held ?? { bytes: new Uint8Array(await source.blob.arrayBuffer()), prepared: null };
    },
    end: () => readers?.end(),
  };
}

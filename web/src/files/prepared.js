// Reads the files of a batch ahead, in several workers, and gives them in their order.
import { createReaders, readerCount } from '../engine/readers.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {import('../engine/readers.js').Prepared} Prepared */

/** What is read and not adopted yet holds memory: a few files for each reader. */
const AHEAD_OF_EACH = 2;

/**
 * @param {Source[]} batch
 * @param {import('../engine/engine.js').Platform} platform
 * @param {boolean} keeps
 * @param {AbortSignal} signal ends downloads
 */
export function readAhead(batch, platform, keeps, signal) {
  const count = readerCount(batch.length);
  const readers = count > 0 ? createReaders(platform, count) : null;
  /** @type {Map<Source, Promise<Prepared | null>>} */
  const ahead = new Map();
  let next = 0;

  /** @param {Source} source */
  const prepare = async ({ name, blob }) =>
    (await readers?.prepare(name, new Uint8Array(await blob.arrayBuffer(signal)), keeps)) ?? null;

  return {
    /** Null where it was not read ahead. Rejects where the file cannot be read. @param {Source} source */
    async take(source) {
      while (readers && next < batch.length && ahead.size < count * AHEAD_OF_EACH) {
        const one = prepare(batch[next]);
        one.catch(() => {});
        ahead.set(batch[next++], one);
      }
      const held = ahead.get(source);
      ahead.delete(source);
      return held ?? null;
    },
    end: () => readers?.end(),
  };
}

// Reads the files of a batch ahead in several workers, and returns them in order.
import { createReaders, readerCount } from '../engine/readers.js';
import { writtenAt } from './read-files.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {import('../engine/readers.js').Prepared} Prepared */

/** Files read but not adopted yet hold memory, so allow only a few for each reader. */
const AHEAD_OF_EACH = 2;

/**
 * @param {Source[]} batch
 * @param {import('../engine/engine.js').Platform} platform
 * @param {boolean} keeps
 * @param {AbortSignal} signal cancels downloads
 */
export function readAhead(batch, platform, keeps, signal) {
  const count = readerCount(batch.length);
  const readers = count > 0 ? createReaders(platform, count) : null;
  /** @type {Map<Source, Promise<Prepared | null>>} */
  const ahead = new Map();
  let next = 0;

  /** @param {Source} source */
  async function prepare({ name, blob }) {
    const bytes = new Uint8Array(await blob.arrayBuffer(signal));
    return (await readers?.prepare(name, bytes, keeps, writtenAt(blob))) ?? null;
  }

  return {
    /** Resolves to null if the file was not read ahead. Rejects if it cannot be read. @param {Source} source */
    async claim(source) {
      while (readers && next < batch.length && ahead.size < count * AHEAD_OF_EACH) {
        const one = prepare(batch[next]);
        one.catch(() => {});
        ahead.set(batch[next++], one);
      }
      const prepared = ahead.get(source);
      ahead.delete(source);
      return prepared ?? null;
    },
    end: () => readers?.end(),
  };
}

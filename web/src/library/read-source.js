// Reads one source into the engine. Whatever fails becomes a code.
import { EngineStopped } from '../engine/engine.js';
import { SourceUnavailable, writtenAt } from './read-files.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {import('../engine/protocol.js').Added} Added */
/** @typedef {import('../engine/readers.js').Prepared} Prepared */

/** @param {unknown} error */
export function reasonOf(error) {
  if (error instanceof SourceUnavailable) return error.code;
  return error instanceof EngineStopped ? 'stopped' : 'unreadable';
}

/**
 * @param {ReturnType<typeof import('../engine/engine.js').createEngine>} engine
 * @param {Source} source
 * @param {object} how
 * @param {boolean} how.keeps store it
 * @param {number} how.batch
 * @param {AbortSignal} how.signal
 * @param {() => Promise<Prepared | null>} how.prepared the source as read ahead, if it was
 * @param {(done: number, total: number) => void} how.onProgress
 * @returns {Promise<Added & { again?: boolean }>} again: another try may succeed
 */
export async function readSource(
  engine,
  { name, blob, left },
  { keeps, batch, signal, prepared, onProgress },
) {
  try {
    const ahead = await prepared();
    if (signal.aborted) return { code: 'cancelled' };
    if (ahead?.code === 'ok') {
      const { bytes, saved, text } = ahead;
      return await engine.adopt({ name, size: bytes.length, saved, text, keeps, batch });
    }
    if (ahead && ahead.code !== 'container') return { code: ahead.code, message: ahead.message };
    const bytes = ahead?.bytes ?? new Uint8Array(await blob.arrayBuffer(signal));
    return await engine.read(
      { name, bytes, keeps, batch, written: writtenAt(blob), left },
      { signal, onProgress },
    );
  } catch (error) {
    if (signal.aborted) return { code: 'cancelled' };
    return { code: reasonOf(error), again: error instanceof SourceUnavailable };
  }
}

// A digest as a saved library of its own, which the open library adopts, and which is stored.
import { plain } from './open-library.js';

/** @typedef {import('./open-library.js').OpenLibrary} OpenLibrary */
/** @typedef {import('./protocol.js').Plain<import('broadsheet-wasm').ReadResult>} ReadResult */

const STEP = 1 << 20;

/**
 * @param {import('broadsheet-wasm').Library} alone library with a single digest
 * @param {number[]} left indices of its papers to keep
 */
export function keepLeft(alone, left) {
  const [{ label }] = plain(alone.digestsFrom(0));
  alone.cut([{ label, stay: left, heir: '' }]);
}

/**
 * @param {OpenLibrary} open
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {import('./protocol.js').Origin} origin
 * @returns {{ result: ReadResult, saved: Uint8Array<ArrayBuffer> }} saved: empty unless the code is `ok`
 */
export function readAlone({ core }, name, bytes, { written, left }) {
  const alone = new core.Library();
  try {
    const result = plain(alone.read(name, bytes, written));
    if (result.code !== 'ok') return { result, saved: new Uint8Array() };
    while (alone.index(STEP) > 0);
    if (left) keepLeft(alone, left);
    return { result, saved: plain(alone.save()) };
  } finally {
    alone.delete();
  }
}

/** @param {OpenLibrary} open @param {Uint8Array<ArrayBuffer>} saved @param {number[]} ids */
export const adopt = (open, saved, ids) =>
  open.adopt(saved.length, ids, (room, library) => {
    room.room(0, saved.length).set(saved);
    return library.open(room, true);
  });

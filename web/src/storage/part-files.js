// Stores the bytes of a part: in a file of the origin's private file system, which is read straight into the core's
// memory (figures in docs/reliability.md), or in a Blob in the database where pages have no such files.

/** @typedef {import('./database.js').KeptPart} KeptPart */
/** @typedef {Pick<KeptPart, 'size' | 'file' | 'blob'>} Place */
/**
 * @typedef {(offset: number, size: number) => Uint8Array<ArrayBuffer>} Room returns where to put these bytes of the
 *   part
 */
/**
 * @typedef {object} Source
 * @property {(from: number, to: number, room: Room) => Promise<void>} fill rejects if the part is too short
 * @property {(offset: number, room: Uint8Array<ArrayBuffer>) => boolean} read synchronous; false if the part is too
 *   short
 * @property {() => void} close
 */

const FOLDER = 'index';
const STEP = 8 << 20;

/**
 * Null if there is no private file system.
 * @param {boolean} create
 * @returns {Promise<FileSystemDirectoryHandle | null>}
 */
async function folder(create) {
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create });
  } catch {
    return null;
  }
}

/**
 * Writes a part in pieces. `next` returns the next bytes, which are copied before it is called again; empty at the end,
 * null to give up. Resolves to null if it gave up. Rejects if there is no room.
 * @param {() => Promise<Uint8Array<ArrayBuffer> | null>} next
 * @returns {Promise<Place | null>}
 */
export async function writePart(next) {
  const files = await folder(true);
  const name = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  /** @type {FileSystemSyncAccessHandle | undefined} */
  let handle;
  try {
    handle = await (await files?.getFileHandle(name, { create: true }))?.createSyncAccessHandle();
  } catch {
    // Fall back to a Blob.
  }
  if (!handle) return writeBlob(next);
  let size = 0;
  let whole = false;
  try {
    for (let bytes = await next(); bytes; bytes = await next()) {
      whole = bytes.length === 0;
      if (whole) break;
      if (handle.write(bytes, { at: size }) < bytes.length)
        throw new DOMException('no room for the index', 'QuotaExceededError');
      size += bytes.length;
    }
    if (whole) handle.flush();
  } finally {
    handle.close();
    if (!whole) await removePart({ file: name });
  }
  return whole ? { size, file: name } : null;
}

/** @param {() => Promise<Uint8Array<ArrayBuffer> | null>} next @returns {Promise<Place | null>} */
async function writeBlob(next) {
  /** @type {Blob[]} */
  const pieces = [];
  for (let bytes = await next(); bytes; bytes = await next()) {
    if (bytes.length > 0) {
      pieces.push(new Blob([bytes]));
      continue;
    }
    const blob = new Blob(pieces);
    return { size: blob.size, blob };
  }
  return null;
}

/**
 * Opens a part for reading. Rejects if it is missing. If another tab has the file open, reads it as a Blob.
 * @param {Place} part
 * @returns {Promise<Source>}
 */
export async function openPart({ file, blob }) {
  if (blob) return blobSource(blob);
  const handle = file ? await (await folder(false))?.getFileHandle(file) : undefined;
  if (!handle) throw new Error('the index is not there');
  try {
    return fileSource(await handle.createSyncAccessHandle());
  } catch {
    return blobSource(await handle.getFile());
  }
}

/** @param {FileSystemSyncAccessHandle} handle @returns {Source} */
function fileSource(handle) {
  /** @param {number} offset @param {Uint8Array<ArrayBuffer>} room */
  function read(offset, room) {
    try {
      for (let done = 0; done < room.length;) {
        const read = handle.read(room.subarray(done), { at: offset + done });
        if (read === 0) return false;
        done += read;
      }
      return true;
    } catch {
      return false;
    }
  }
  return {
    read,
    async fill(from, to, room) {
      for (let at = from; at < to; at += STEP) {
        const size = Math.min(STEP, to - at);
        if (!read(at, room(at, size))) throw new Error('the index is cut');
      }
    },
    close: () => handle.close(),
  };
}

/** @param {Blob} blob @returns {Source} */
function blobSource(blob) {
  const reader = new FileReaderSync();
  return {
    read(offset, room) {
      try {
        room.set(new Uint8Array(reader.readAsArrayBuffer(blob.slice(offset, offset + room.length))));
      } catch {
        return false;
      }
      return offset + room.length <= blob.size;
    },
    async fill(from, to, room) {
      if (blob.size < to) throw new Error('the index is cut');
      const steps = Array.from({ length: Math.ceil((to - from) / STEP) }, (_, step) => from + step * STEP);
      await Promise.all(
        steps.map(async (at) => {
          const bytes = new Uint8Array(await blob.slice(at, Math.min(to, at + STEP)).arrayBuffer());
          room(at, bytes.length).set(bytes);
        }),
      );
    },
    close() {},
  };
}

/** @param {Pick<KeptPart, 'file'>} part */
export async function removePart({ file }) {
  if (!file) return;
  await (await folder(false))?.removeEntry(file).catch(() => {});
}

/**
 * Removes files that belong to no part: what a tab was writing when it was closed.
 * @param {Set<string>} known
 * @param {number} before in milliseconds
 */
export async function removeStrayParts(known, before) {
  const files = await folder(false);
  if (!files) return;
  for await (const name of files.keys())
    if (!known.has(name) && Number(name.split('-')[0]) < before) await removePart({ file: name });
}

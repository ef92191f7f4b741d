// Looks into a folder of the person's disk for digests that are new or have changed.
import { isDigestName } from './read-files.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {Record<string, string>} Seen what was read of the folder: by path, the size and the time of its last change */
/** @typedef {{ path: string, stamp: string, source: Source }} Found */
/** @typedef {{ observe(handle: FileSystemHandle, options: { recursive: boolean }): Promise<void>, disconnect(): void }} Observer */

const LOOK_MS = 30_000;
/** A file that changed just now may not be written to its end. */
const SETTLE_MS = 2_000;

/**
 * Throws where the folder cannot be read any more.
 * @param {FileSystemDirectoryHandle} folder @param {Seen} seen
 * @returns {Promise<{ found: Found[], settling: boolean }>} found: by path; settling: a file is still being written
 */
export async function lookInto(folder, seen) {
  /** @type {Found[]} */
  const found = [];
  let settling = false;
  for await (const { path, file } of filesIn(folder, '')) {
    const stamp = `${file.size} ${file.lastModified}`;
    if (seen[path] === stamp) continue;
    if (Date.now() - file.lastModified < SETTLE_MS) settling = true;
    else found.push({ path, stamp, source: { name: file.name, blob: file } });
  }
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { found, settling };
}

/**
 * @param {FileSystemDirectoryHandle} folder @param {string} path of the folder, with a slash behind it
 * @returns {AsyncGenerator<{ path: string, file: File }>}
 */
async function* filesIn(folder, path) {
  for await (const [name, entry] of folder.entries()) {
    // A clone of a repository has thousands of files in such folders.
    if (name.startsWith('.')) continue;
    if (entry.kind === 'directory') yield* filesIn(entry, `${path}${name}/`);
    else if (isDigestName(name)) {
      // It may be gone since it was listed.
      const file = await entry.getFile().catch(() => null);
      if (file) yield { path: path + name, file };
    }
  }
}

/**
 * Calls back when it is time to look: at a change where the browser tells of them, every half minute, and when the
 * page is seen again. Never while it is hidden.
 * @param {FileSystemDirectoryHandle} folder @param {() => void} onTime
 * @returns {{ soon: () => void, end: () => void }} soon: calls back once files have settled
 */
export function watchFolder(folder, onTime) {
  const ending = new AbortController();
  let settling = 0;
  const time = () => {
    if (!document.hidden) onTime();
  };
  const soon = () => {
    clearTimeout(settling);
    settling = window.setTimeout(time, SETTLE_MS);
  };
  const timer = setInterval(time, LOOK_MS);
  document.addEventListener('visibilitychange', time, { signal: ending.signal });
  /** @type {Observer | undefined} */
  const observer =
    'FileSystemObserver' in window ? Reflect.construct(Object(window.FileSystemObserver), [soon]) : undefined;
  // Where it cannot, the timer does.
  observer?.observe(folder, { recursive: true }).catch(() => {});
  return {
    soon,
    end() {
      ending.abort();
      clearInterval(timer);
      clearTimeout(settling);
      observer?.disconnect();
    },
  };
}

// Looks in a folder on the user's disk for new or changed digests.
import { mayBeDigest } from './read-files.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {Record<string, string>} Seen size and last change of each file read, by path */
/** @typedef {{ path: string, stamp: string, source: Source }} Found */
/** @typedef {{ observe(handle: FileSystemHandle, options: { recursive: boolean }): Promise<void>, disconnect(): void }} Observer */

const LOOK_MS = 30_000;
/** A file changed just now may not be complete yet. */
const SETTLE_MS = 2_000;

/**
 * Throws if the folder can no longer be read.
 * @param {FileSystemDirectoryHandle} folder
 * @param {Seen} seen
 * @returns {Promise<{ found: Found[], settling: boolean }>} found: sorted by path; settling: a file is still being
 *   written
 */
export async function lookInto(folder, seen) {
  /** @type {Found[]} */
  const found = [];
  let settling = false;
  for await (const { path, file } of filesIn(folder, '')) {
    const stamp = `${file.size} ${file.lastModified}`;
    if (seen[path] === stamp) continue;
    if (Date.now() - file.lastModified < SETTLE_MS) settling = true;
    else found.push({ path, stamp, source: { name: file.name, blob: file, found: true } });
  }
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { found, settling };
}

/**
 * @param {FileSystemDirectoryHandle} folder
 * @param {string} path of the folder, with a trailing slash
 * @returns {AsyncGenerator<{ path: string, file: File }>}
 */
async function* filesIn(folder, path) {
  for await (const [name, entry] of folder.entries()) {
    // A cloned repository has thousands of files in such folders.
    if (name.startsWith('.')) continue;
    if (entry.kind === 'directory') yield* filesIn(entry, `${path}${name}/`);
    else if (mayBeDigest(name)) {
      // It may have been removed since it was listed.
      const file = await entry.getFile().catch(() => null);
      if (file) yield { path: path + name, file };
    }
  }
}

/**
 * Calls back when it is time to look: after a change if the browser reports changes, every half minute, and when the
 * page becomes visible. Never while it is hidden.
 * @param {FileSystemDirectoryHandle} folder
 * @param {() => void} onTime
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
  // If the observer fails, the timer is enough.
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

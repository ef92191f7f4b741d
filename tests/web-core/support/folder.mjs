// A folder of the person's disk with the interface that browsers give it, in memory. Its files change when the test says so.

/** @typedef {{ text: string, lastModified: number }} Content */

/** What the page takes for a folder. */
class FolderHandle {}
Object.assign(globalThis, { FileSystemDirectoryHandle: FolderHandle });

/**
 * @param {string} name
 * @param {{ files?: Record<string, Content>, permission?: PermissionState }} [disk] files: by path; what is shared by all handles to the folder
 */
export function createFolder(name, disk = {}) {
  const files = (disk.files ??= {});
  disk.permission ??= 'granted';

  /** @param {string} path of the folder, with a slash at the end @param {string} own its name @returns {any} */
  const handle = (path, own) =>
    Object.assign(new FolderHandle(), {
      kind: 'directory',
      name: own,
      queryPermission: async () => disk.permission,
      async requestPermission() {
        if (disk.permission === 'prompt') disk.permission = 'granted';
        return disk.permission;
      },
      isSameEntry: async (/** @type {any} */ other) => other.disk === disk,
      disk,
      async *entries() {
        if (disk.permission !== 'granted') throw new DOMException('', 'NotAllowedError');
        const seen = new Set();
        for (const each of Object.keys(files)) {
          if (!each.startsWith(path)) continue;
          const [first, ...rest] = each.slice(path.length).split('/');
          if (seen.has(first)) continue;
          seen.add(first);
          yield [first, rest.length > 0 ? handle(`${path}${first}/`, first) : fileHandle(each, first)];
        }
      },
    });

  /** @param {string} path @param {string} own */
  const fileHandle = (path, own) => ({
    kind: 'file',
    name: own,
    async getFile() {
      const content = files[path];
      if (!content) throw new DOMException('', 'NotFoundError');
      return new File([content.text], own, { lastModified: content.lastModified });
    },
  });

  return {
    handle: handle('', name),
    disk,
    /** @param {string} path @param {string} text @param {number} [lastModified] */
    write: (path, text, lastModified = 0) => (files[path] = { text, lastModified }),
    /** @param {string} path */
    remove: (path) => delete files[path],
  };
}

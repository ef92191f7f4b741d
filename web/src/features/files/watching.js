// The watched folder: the user chooses it once, and its new digests open automatically.
import { lookInto, watchFolder } from '../../library/watched-folder.js';
import { folderFrom } from '../../storage/kept-rows.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../library/watched-folder.js').Seen} Seen */

const FOLDER = 'folder';

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {import('../../marks/kept-marks.js').KeptMarks} parts.kept
 * @param {ReturnType<typeof import('../open/opening.js').createOpening>} parts.opening
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 */
export function createWatching({ store, kept, opening, notify }) {
  /** @type {FileSystemDirectoryHandle | null} */
  let folder = null;
  /** @type {Seen} */
  let seen = {};
  /** @type {ReturnType<typeof watchFolder> | null} */
  let watch = null;
  /** @type {Promise<void>} */
  let looking = Promise.resolve();

  /**
   * If the browser refuses to store the handle, the folder is watched only until the page is closed.
   * @param {FileSystemDirectoryHandle} handle
   */
  const keep = (handle) => kept.set(FOLDER, { handle, seen }).catch(() => {});

  /** @param {boolean} waits */
  const show = (waits) => folder && store.set({ folder: { name: folder.name, waits } });

  function rest() {
    watch?.end();
    watch = null;
    show(true);
  }

  async function look() {
    const mine = folder;
    if (!mine || !watch) return;
    const { found, settling } = await lookInto(mine, seen);
    if (found.length > 0) {
      const done = await opening.open(
        found.map(({ source }) => source),
        { keeps: true, marks: 'ask', unasked: true },
      );
      if (folder !== mine) return;
      for (const { path, stamp } of found.slice(0, done)) seen[path] = stamp;
      await keep(mine);
      // Cancelled: the rest waits until the user asks for it.
      if (done < found.length) return rest();
    }
    if (settling) watch?.soon();
  }

  /** Runs one look at a time, so that no file is read twice. */
  function lookNext() {
    looking = looking.then(look).catch(rest);
    return looking;
  }

  function begin() {
    if (!folder) return;
    watch?.end();
    watch = watchFolder(folder, lookNext);
    show(false);
    return lookNext();
  }

  function forget() {
    watch?.end();
    watch = null;
    folder = null;
    seen = {};
    store.set({ folder: null });
    return kept.drop(FOLDER).catch(() => {});
  }

  return {
    /** Resumes watching last time's folder, or waits for the user if the browser requires a new permission. */
    async start() {
      const last = folderFrom(await kept.setting(FOLDER).catch(() => null));
      if (!last) return;
      ({ handle: folder, seen } = last);
      const state = await folder.queryPermission({ mode: 'read' }).catch(() => 'prompt');
      if (state === 'granted') await begin();
      else show(true);
    },
    /** Call in response to a click: otherwise browsers do not show the picker. */
    async choose() {
      let chosen;
      try {
        chosen = await window.showDirectoryPicker({ id: 'digests', mode: 'read' });
      } catch (error) {
        // The user chose no folder, or the browser blocked this one and said so.
        if (error instanceof DOMException && error.name === 'AbortError') return;
        return notify('folder.refused');
      }
      if (!folder || !(await folder.isSameEntry(chosen))) seen = {};
      folder = chosen;
      await keep(folder);
      await begin();
    },
    async again() {
      const state = await folder?.requestPermission({ mode: 'read' }).catch(() => 'denied');
      if (state === 'granted') await begin();
      else notify('folder.refused');
    },
    forget,
  };
}

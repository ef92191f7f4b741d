// The folder that stays open: chosen once, its new digests appear by themselves.
import { lookInto, watchFolder } from '../files/watched-folder.js';

/** @typedef {import('../state/state.js').State} State */
/** @typedef {import('../files/watched-folder.js').Seen} Seen */

const FOLDER = 'folder';

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../state/store.js').createStore<State>>} parts.store
 * @param {import('../storage/kept-marks.js').KeptMarks} parts.kept
 * @param {ReturnType<typeof import('./opening.js').createOpening>} parts.opening
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

  /** Where the browser refuses, the folder stays open until the page is closed. @param {FileSystemDirectoryHandle} handle */
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
      const done = await opening.open(found.map(({ source }) => source));
      if (folder !== mine) return;
      for (const { path, stamp } of found.slice(0, done)) seen[path] = stamp;
      await keep(mine);
      // Cancelled: what is left waits until it is asked for.
      if (done < found.length) return rest();
    }
    if (settling) watch?.soon();
  }

  /** One look after the other, so that no file is read twice. */
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

  function letGo() {
    watch?.end();
    watch = null;
    folder = null;
    seen = {};
    store.set({ folder: null });
    return kept.drop(FOLDER).catch(() => {});
  }

  return {
    /** Takes up the folder of last time, or waits for the person where the browser wants to be asked again. */
    async start() {
      const last = await kept.setting(FOLDER).catch(() => null);
      if (!last) return;
      ({ handle: folder, seen } = /** @type {{ handle: FileSystemDirectoryHandle, seen: Seen }} */ (last));
      const state = await folder.queryPermission({ mode: 'read' }).catch(() => 'prompt');
      if (state === 'granted') await begin();
      else show(true);
    },
    /** In answer to a press: browsers ask the person for nothing otherwise. */
    async choose() {
      let chosen;
      try {
        chosen = await window.showDirectoryPicker({ id: 'digests', mode: 'read' });
      } catch (error) {
        // The person chose none, or the browser keeps this folder to itself and has said so.
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
    letGo,
  };
}

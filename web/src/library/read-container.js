// Opens the files inside a gzip or a zip. A zip whose first file is a backup's manifest is a backup.
import { writtenAt } from './read-files.js';
import { reasonOf } from './read-source.js';

/** @typedef {import('./read-files.js').Source} Source */
/** @typedef {import('./shelf.js').Refusal} Refusal */
/** @typedef {import('../engine/protocol.js').UnpackedFile} UnpackedFile */
/** @typedef {import('../storage/backup.js').About} About */

/**
 * A file in a container gets the container's date.
 * @param {{ name: string, bytes: Uint8Array<ArrayBuffer> }} file
 * @param {number} lastModified
 * @param {boolean} [found]
 * @returns {Source}
 */
const inside = ({ name, bytes }, lastModified, found) => ({
  name,
  blob: new File([bytes], name, { lastModified }),
  found,
});

/**
 * A backup has a folder for each digest, which is dropped from the name.
 * @param {{ name: string, bytes: Uint8Array<ArrayBuffer> }} file
 * @param {About | undefined} about
 * @returns {Source}
 */
const restored = ({ name, bytes }, about) => ({
  ...inside({ name: name.slice(name.lastIndexOf('/') + 1), bytes }, about?.written ?? 0),
  left: about?.left,
});

/**
 * Opens each file of the container as if it had been dropped.
 * @param {Source} container
 * @param {AsyncIterable<UnpackedFile>} files
 * @param {AbortSignal} signal
 * @param {object} callbacks
 * @param {(file: UnpackedFile) => Promise<Map<string, About> | null>} callbacks.readManifest what a manifest says of
 *   the digests that follow; null: the file is none
 * @param {(source: Source, isBackup: boolean) => Promise<void>} callbacks.open
 * @param {(refusal: Refusal) => void} callbacks.refuse
 * @param {(share: number, name: string) => void} callbacks.onFile a file begins after that share of the container
 * @param {() => void} callbacks.onFileDone
 */
export async function readContainer(
  { name, blob, found },
  files,
  signal,
  { readManifest, open, refuse, onFile, onFileDone },
) {
  /** @type {Map<string, About> | null} */
  let backup = null;
  let share = 0;
  try {
    for await (const file of files) {
      if (signal.aborted) break;
      onFile(share, file.name);
      /** @type {Map<string, About> | null} */
      const manifest = file.code === 'ok' && !backup ? await readManifest(file) : null;
      if (manifest) backup = manifest;
      else if (file.code === 'ok') {
        // Whoever names `page.html.gz` names the page in it.
        const isFound = found || !name.startsWith(file.name);
        const source = backup
          ? restored(file, backup.get(file.name))
          : inside(file, writtenAt(blob), isFound);
        await open(source, backup !== null);
      } else {
        const { code, message } = file;
        refuse({ name: file.name === name ? name : `${name}/${file.name}`, code, message });
      }
      share = file.share;
      onFileDone();
    }
  } catch (error) {
    refuse({ name, code: reasonOf(error) });
  }
}

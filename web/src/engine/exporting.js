// Papers as a file.
import { strToU8, zipSync } from 'fflate';
import { plain } from './open-library.js';

/**
 * @param {import('./open-library.js').OpenLibrary['library']} library
 * @param {import('./protocol.js').ExportRequest} request
 * @returns {import('./protocol.js').Exported}
 */
export function exportWorks(library, request) {
  const { files, ...exported } = plain(library.exportWorks(request));
  if (files.length === 0) return exported;
  const entries = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]));
  return { ...exported, bytes: zipSync(entries), ending: '.zip', mediaType: 'application/zip' };
}

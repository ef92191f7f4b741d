import { canKeepFolder } from '../../library/can-keep-folder.js';
import { fromFiles, fromFolder } from '../../library/read-files.js';
import { createDropZone } from './drop-zone.js';
import { createEmpty } from './empty.js';
import { createFilePicker } from './file-picker.js';
import { createPasteSheet } from './paste-sheet.js';
import { createReceiving } from './receiving.js';

/**
 * Ways to open digests: drop, file picker, paste, folder, sample.
 * @param {import('../../app/feature.js').App} app
 * @returns {import('../../app/feature.js').Feature}
 */
export function open({ opening, watching, placed, signal }) {
  const picker = createFilePicker({
    onFiles: (files) => opening.open(fromFiles(files)),
    onFolder: (files) => opening.open(fromFolder(files)),
  });
  const paste = createPasteSheet(opening.openText);
  const dropZone = createDropZone(createReceiving(opening, { onFiles: paste.close }), signal);
  const [archive] = placed('front-archive');
  const empty = createEmpty(
    {
      onChoose: picker.show,
      onFolder: picker.showFolder,
      onKeepFolder: canKeepFolder ? watching.choose : null,
      onPaste: paste.show,
      onSample: opening.openSample,
    },
    archive,
  );
  return {
    places: { front: empty.node, over: [...picker.nodes, dropZone.node, paste.node] },
    commands: [
      { name: 'choose-files', run: picker.show },
      { name: 'choose-folder', run: picker.showFolder },
    ],
    update({ booted, shelf, archive }) {
      empty.update({ empty: booted && shelf.digests.length === 0, archive: archive !== null });
    },
  };
}

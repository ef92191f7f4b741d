// What is dropped or pasted anywhere on the page.
import { fromTransfer, hasFiles, looksLikeDigest } from '../files/read-files.js';

/**
 * @param {ReturnType<typeof import('./opening.js').createOpening>} opening
 * @param {{ onFiles: () => void }} callbacks onFiles: files were pasted, so a sheet for text is not needed
 */
export function createReceiving(opening, { onFiles }) {
  return {
    /** @param {DataTransfer} transfer */
    onDrop: async (transfer) => opening.open(await fromTransfer(transfer)),
    /** @param {DataTransfer} transfer @param {ClipboardEvent} event */
    async onPaste(transfer, event) {
      if (hasFiles(transfer)) {
        event.preventDefault();
        onFiles();
        return opening.open(await fromTransfer(transfer));
      }
      const text = transfer.getData('text/plain');
      // A text area is there to be pasted into; a digest in the search box is meant for the reader.
      if (event.target instanceof HTMLTextAreaElement || !looksLikeDigest(text)) return;
      event.preventDefault();
      return opening.openText(text);
    },
  };
}

// What is dropped or pasted anywhere on the page.
import { fromTransfer, hasFiles, looksLikeDigest, textOf } from '../../library/read-files.js';

/**
 * A textarea takes any text; other fields take a line that is not a digest.
 * @param {EventTarget | null} target
 * @param {string} text
 */
const isForField = (target, text) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !looksLikeDigest(text));

/**
 * @param {ReturnType<typeof import('./opening.js').createOpening>} opening
 * @param {{ onFiles: () => void }} callbacks onFiles: files were pasted, so the paste sheet is not needed
 */
export function createReceiving(opening, { onFiles }) {
  /**
   * Text that is not a digest is reported too: the user expects a reaction.
   * @param {DataTransfer} transfer
   * @param {DragEvent | ClipboardEvent} event
   */
  function receiveText(transfer, event) {
    const text = textOf(transfer);
    if (!text.trim() || isForField(event.target, text)) return;
    event.preventDefault();
    return opening.openText(text);
  }

  return {
    /** @param {DataTransfer} transfer @param {DragEvent} event */
    async onDrop(transfer, event) {
      if (!hasFiles(transfer)) return receiveText(transfer, event);
      event.preventDefault();
      return opening.open(await fromTransfer(transfer));
    },
    /** @param {DataTransfer} transfer @param {ClipboardEvent} event */
    async onPaste(transfer, event) {
      if (!hasFiles(transfer)) return receiveText(transfer, event);
      event.preventDefault();
      onFiles();
      return opening.open(await fromTransfer(transfer));
    },
  };
}

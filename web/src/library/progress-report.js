// Reports how far the reading of a batch is, or else the writing of the index.

/** @typedef {import('./tally.js').Tally} Tally */
/**
 * @typedef {{ name: string, files: number, filesDone: number, papers: number, step?: 'index' }} Progress
 *   filesDone: includes the fraction of the file being read; step: the index is being written, counted as one file
 */

/** Nothing is reported of a batch that takes no longer. */
const QUIET_MS = 200;

/** @param {(progress: Progress | null) => void} onProgress */
export function createProgressReport(onProgress) {
  /** @type {Progress | null} */
  let reading = null;
  /** Share of the index written so far. @type {number | null} */
  let saving = null;

  function report() {
    if (reading || saving === null) onProgress(reading);
    else onProgress({ name: '', files: 1, filesDone: saving, papers: 0, step: 'index' });
  }

  return {
    /** @param {readonly { name: string }[]} batch @param {Tally} tally of the files read so far */
    beginBatch(batch, tally) {
      const begin = performance.now();
      /**
       * @param {string} name
       * @param {number} index
       * @param {number} [part] fraction of the file read
       * @param {number} [papers] read in it so far
       */
      function reportFile(name, index, part = 0, papers = 0) {
        if (performance.now() - begin < QUIET_MS) return;
        reading = { name, files: batch.length, filesDone: index + part, papers: tally.papers + papers };
        report();
      }
      // A download may report nothing for a long time.
      const timer = setTimeout(
        () => batch[tally.done] && reportFile(batch[tally.done].name, tally.done),
        2 * QUIET_MS,
      );
      return {
        reportFile,
        end() {
          clearTimeout(timer);
          reading = null;
          report();
        },
      };
    },
    /** @param {number | null} share null: no longer saving */
    showSaving(share) {
      saving = share;
      report();
    },
  };
}

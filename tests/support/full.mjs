/** `./test --full` is running: what `./test` leaves out is tested too. */
export const full = process.env.BROADSHEET_FULL === '1';

/** Prints, for `./test`, what `--full` adds to a step. @param {string} what such as "12 scenarios in Firefox" */
export const tellFull = (what) => console.log(full ? `--full adds ${what}` : `left to --full: ${what}`);

/** `./test --full` is running: what `./test` leaves out is tested too. */
export const full = process.env.BROADSHEET_FULL === '1';

/** Prints, for `./test`, what `--full` adds to a step. @param {string} what such as "12 scenarios in Firefox" */
export const tellFull = (what) => console.log(full ? `--full adds ${what}` : `left to --full: ${what}`);

/** Prints, for `./test`, what failed once and is tried again. @param {string} what @param {unknown} error */
export const tellSecondTry = (what, error) =>
  console.log(`second try: ${what} (${String(error).split('\n')[0]})`);

// Limits that only end what hangs: no verdict may depend on how fast or busy a machine is. On two idle cores the
// longest wait takes seconds.

/** For one thing to happen in the page. */
export const WAIT_MS = 180_000;
/** For one command that a driver gives a browser, among them those that wait in the page. */
export const COMMAND_MS = 300_000;
/** For a whole scenario. */
export const SCENARIO_MS = 1_200_000;

// Files that the system opens with the installed app.

/** @param {(files: File[]) => void} onFiles */
export function onLaunch(onFiles) {
  window.launchQueue?.setConsumer(async ({ files }) => {
    const opened = await Promise.all((files ?? []).map((handle) => handle.getFile()));
    if (opened.length) onFiles(opened);
  });
}

// The web app manifest: what an installed page is called, looks like, and opens.
import { SHARE_FIELD, SHARE_PATH } from '../src/hosted/addresses.js';
import words from '../src/i18n/en.js';

/** Endings that a file manager offers the app for, by media type. */
const OPENED = {
  'text/markdown': ['.md', '.markdown'],
  'application/x-ndjson': ['.jsonl'],
  'application/json': ['.json'],
  'application/gzip': ['.gz'],
  'application/zip': ['.zip'],
};

/** Phones know few of these endings and call such files plain text, or bytes. */
const SHARED = [...Object.keys(OPENED), ...Object.values(OPENED).flat(), 'text/*', 'application/octet-stream'];

/** @param {import('./icons.mjs').Icon[]} icons */
export const manifest = (icons) =>
  JSON.stringify({
    name: words['app.name'],
    short_name: words['app.name'],
    description: words['app.sentence'],
    lang: 'en',
    start_url: './',
    scope: './',
    display: 'standalone',
    theme_color: '#faf8f3',
    background_color: '#faf8f3',
    icons: icons.map(({ name, sizes, type, purpose }) => ({ src: name, sizes, type, purpose })),
    file_handlers: [{ action: './', accept: OPENED }],
    share_target: {
      action: `./${SHARE_PATH}`,
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { files: [{ name: SHARE_FIELD, accept: SHARED }] },
    },
    // One window, where a second file joins those that are open. `focus-existing` would not load the page anew, but loses
    // what is shared while the app is open: Chromium then never posts it.
    launch_handler: { client_mode: ['navigate-existing', 'auto'] },
  });

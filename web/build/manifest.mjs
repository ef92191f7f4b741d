// The web app manifest: name, look and entry points of the installed page.
import { SHARE_FIELD, SHARE_PATH } from '../src/hosted/addresses.js';
import words from '../src/i18n/en.js';

/** File extensions by media type: file managers offer the app for them. */
const OPENED = {
  'text/markdown': ['.md', '.markdown'],
  'application/x-ndjson': ['.jsonl'],
  'application/json': ['.json'],
  'application/rss+xml': ['.rss'],
  'application/atom+xml': ['.atom'],
  'application/xml': ['.xml'],
  'text/html': ['.html', '.htm'],
  'application/gzip': ['.gz'],
  'application/zip': ['.zip'],
};

/** The same of bibliographies and lists of ids, of which some endings are those of other apps: they are only shared. */
const COLLECTED = {
  'application/x-bibtex': ['.bib', '.bibtex'],
  'application/x-research-info-systems': ['.ris'],
  'application/vnd.citationstyles.csl+json': ['.json'],
  'text/csv': ['.csv'],
  'text/tab-separated-values': ['.tsv'],
  'text/x-opml': ['.opml'],
  'text/plain': ['.txt'],
};

/** Phones do not know most of these extensions and call such files plain text or bytes. */
const SHARED = [
  ...new Set([OPENED, COLLECTED].flatMap((types) => [...Object.keys(types), ...Object.values(types).flat()])),
  'text/*',
  'application/octet-stream',
];

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
    // One window: a second file joins the open ones. `focus-existing` would avoid a reload, but Chromium then never
    // posts files that are shared while the app is open, so they are lost.
    launch_handler: { client_mode: ['navigate-existing', 'auto'] },
  });

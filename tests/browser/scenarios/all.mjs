// What must hold in every browser.
import { serveArchives } from '../support/sites.mjs';
import { accidents } from './accidents.mjs';
import { archiveDays } from './archive-days.mjs';
import { alone, archive } from './archive.mjs';
import { completing } from './completing.mjs';
import { containers } from './containers.mjs';
import { corpus, corpusMissing } from './corpus.mjs';
import { filtering } from './filtering.mjs';
import { front } from './front.mjs';
import { gathering } from './gathering.mjs';
import { hostile } from './hostile.mjs';
import { indexing, keeping, lastSeen } from './keeping.mjs';
import { keyboard } from './keyboard.mjs';
import { languages } from './languages.mjs';
import { leaving } from './leaving.mjs';
import { links } from './links.mjs';
import { loading } from './loading.mjs';
import { longLists } from './long-lists.mjs';
import { offline, withoutServer } from './offline.mjs';
import { opening } from './opening.mjs';
import { policy } from './policy.mjs';
import { reading } from './reading.mjs';
import { relating } from './relating.mjs';
import { searching } from './searching.mjs';
import { sharing } from './sharing.mjs';
import { onDisk, siteLinks } from './site-links.mjs';
import { suggesting } from './suggesting.mjs';
import { tabs } from './tabs.mjs';
import { underlining } from './underlining.mjs';
import { updating } from './updating.mjs';

/** @type {Set<import('../support/matrix.mjs').Scenarios<any, any>>} */
const ON_THE_BROWSER = new Set([
  opening,
  keeping,
  lastSeen,
  leaving,
  tabs,
  hostile,
  policy,
  offline,
  updating,
  sharing,
  accidents,
  front,
  archive,
  archiveDays,
  siteLinks,
  alone,
  onDisk,
  withoutServer,
]);

/** A file on disk has no service worker; each scenario does something to its server. */
export const hosted = { only: 'over http', alone: true };

/** @type {import('../support/matrix.mjs').Group[]} */
export const inEveryBrowser = [
  { scenarios: opening },
  { scenarios: gathering },
  { scenarios: containers },
  { scenarios: filtering },
  { scenarios: searching },
  { scenarios: completing },
  { scenarios: suggesting },
  { scenarios: underlining },
  { scenarios: reading },
  { scenarios: relating },
  { scenarios: keeping },
  { scenarios: indexing },
  { scenarios: lastSeen },
  { scenarios: leaving },
  { scenarios: tabs },
  { scenarios: keyboard },
  { scenarios: links },
  { scenarios: languages },
  { scenarios: hostile },
  { scenarios: policy },
  { scenarios: longLists },
  { scenarios: loading },
  { scenarios: offline, ...hosted },
  { scenarios: updating, ...hosted },
  { scenarios: sharing, ...hosted },
  { scenarios: accidents, ...hosted },
  { scenarios: front, start: serveArchives },
  { scenarios: archive, start: serveArchives },
  { scenarios: archiveDays, start: serveArchives },
  { scenarios: siteLinks, start: serveArchives },
  { scenarios: alone },
  { scenarios: onDisk, only: 'from one file' },
  { scenarios: withoutServer, only: 'from one file' },
  { scenarios: corpus, skip: corpusMissing },
];

/**
 * What is run in WebKit too, where every scenario starts a browser of its own: what hangs on the browser most, its files,
 * storage, service worker and policy.
 * @type {typeof inEveryBrowser}
 */
export const inWebKit = [
  ...inEveryBrowser.filter(({ scenarios }) => ON_THE_BROWSER.has(scenarios)),
  { scenarios: indexing, only: 'over http' },
  {
    scenarios: indexing,
    only: 'from one file',
    skip: 'the worker of a page on disk has a database of its own',
  },
];

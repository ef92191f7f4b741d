// Which scenarios run in which browser.
import { serveArchives } from '../support/sites.mjs';
import { accidents } from './accidents.mjs';
import { archiveDays } from './archive-days.mjs';
import { alone, archive } from './archive.mjs';
import { asking } from './asking.mjs';
import { choosingDays } from './choosing-days.mjs';
import { collections } from './collections.mjs';
import { completing } from './completing.mjs';
import { containers } from './containers.mjs';
import { corpus, corpusMissing } from './corpus.mjs';
import { exporting } from './exporting.mjs';
import { filtering } from './filtering.mjs';
import { firstRun } from './first-run.mjs';
import { front } from './front.mjs';
import { gathering } from './gathering.mjs';
import { hostile } from './hostile.mjs';
import { indexing, keeping, lastSeen } from './keeping.mjs';
import { keyboard } from './keyboard.mjs';
import { languages } from './languages.mjs';
import { leaving } from './leaving.mjs';
import { learning } from './learning.mjs';
import { links } from './links.mjs';
import { loading } from './loading.mjs';
import { longLists } from './long-lists.mjs';
import { notices } from './notices.mjs';
import { offline, withoutServer } from './offline.mjs';
import { opening } from './opening.mjs';
import { palette } from './palette.mjs';
import { policy } from './policy.mjs';
import { readingRoom } from './reading-room.mjs';
import { reading } from './reading.mjs';
import { relating } from './relating.mjs';
import { searching } from './searching.mjs';
import { selecting } from './selecting.mjs';
import { sharing } from './sharing.mjs';
import { onDisk, siteLinks } from './site-links.mjs';
import { suggesting } from './suggesting.mjs';
import { tabs } from './tabs.mjs';
import { triage } from './triage.mjs';
import { underlining } from './underlining.mjs';
import { updating } from './updating.mjs';
import { yours } from './yours.mjs';
import { wholeArchive } from './whole-archive.mjs';

/** A file on disk has no service worker; each scenario does something to its server. */
export const hosted = /** @type {const} */ ({
  only: 'over http',
  alone: true,
  options: { serviceWorker: true },
});

/** What hangs on files and storage, and is proved over stored data by `tests/web-core`, too. @type {import('../support/matrix.mjs').Group[]} */
const onTheStorage = [{ scenarios: opening }, { scenarios: keeping }, { scenarios: tabs }];

/** What hangs on the browser most: its files, storage, service worker and policy. @type {import('../support/matrix.mjs').Group[]} */
const onTheBrowser = [
  { scenarios: lastSeen, everywhere: true },
  { scenarios: leaving, everywhere: true },
  { scenarios: policy, everywhere: true },
  { scenarios: alone, everywhere: true },
  { scenarios: hostile },
  { scenarios: offline, ...hosted },
  { scenarios: updating, ...hosted },
  { scenarios: sharing, ...hosted },
  { scenarios: accidents, ...hosted },
  { scenarios: onDisk, only: 'from one file' },
  { scenarios: withoutServer, only: 'from one file' },
];

/** What is beside the page on its server. @type {import('../support/matrix.mjs').Group[]} */
const onTheServer = [
  { scenarios: front, start: serveArchives },
  { scenarios: archive, start: serveArchives },
  { scenarios: archiveDays, start: serveArchives },
  { scenarios: siteLinks, start: serveArchives },
];

/** What is found and shown, which `tests/web-core` proves without a browser. @type {import('../support/matrix.mjs').Group[]} */
const onTheCore = [
  { scenarios: gathering },
  { scenarios: wholeArchive },
  { scenarios: containers },
  { scenarios: filtering },
  { scenarios: searching },
  { scenarios: suggesting },
  { scenarios: relating },
];

/**
 * What the person decides, keeps and takes along, and what is made of it: `tests/web-core` and `tests/web` prove it
 * without a browser.
 * @type {import('../support/matrix.mjs').Group[]}
 */
const onTheMarks = [
  { scenarios: triage },
  { scenarios: selecting },
  { scenarios: collections },
  { scenarios: learning },
  { scenarios: exporting },
  { scenarios: yours },
  { scenarios: firstRun },
  { scenarios: choosingDays },
  { scenarios: asking },
  { scenarios: notices },
];

/** What hangs on how a browser lays out, scrolls, focuses and goes back. @type {import('../support/matrix.mjs').Group[]} */
const onTheLayout = [
  { scenarios: indexing },
  { scenarios: reading },
  { scenarios: readingRoom },
  { scenarios: keyboard },
  { scenarios: links },
  { scenarios: longLists },
];

/** What is drawn of the page's state. @type {import('../support/matrix.mjs').Group[]} */
const onTheView = [
  { scenarios: loading },
  { scenarios: completing },
  { scenarios: underlining },
  { scenarios: palette },
  { scenarios: languages },
  { scenarios: corpus, skip: corpusMissing },
];

/** @param {import('../support/matrix.mjs').Group} group */
const everywhere = (group) => ({ ...group, everywhere: true });

/** At its home address only. @param {import('../support/matrix.mjs').Group} group */
const atHome = ({ everywhere, ...group }) => group;

/** A browser with much to do is started several times. */
export const inFirefox = onTheLayout;
export const leftInFirefox = [...onTheView, ...onTheCore];
/** Chromium proves these, and the other address, every day. @type {unknown[]} */
const leftToChromium = [updating, accidents];
export const inSecondFirefox = [...onTheStorage, ...onTheBrowser]
  .filter(({ scenarios }) => !leftToChromium.includes(scenarios))
  .map(atHome);
export const leftInSecondFirefox = [
  ...onTheBrowser.filter(({ scenarios }) => leftToChromium.includes(scenarios)),
  ...onTheServer,
  ...onTheMarks,
];
export const inChromium = [
  ...onTheStorage.map((group) => (group.scenarios === opening ? group : everywhere(group))),
  ...onTheBrowser,
  ...onTheServer,
];
export const inSecondChromium = [...onTheLayout, ...onTheView];
export const inThirdChromium = onTheCore;
export const inFourthChromium = onTheMarks;

/**
 * Sometimes WebKit's storage never answers a page on disk after another was left while it stored digests; the
 * page says so after a minute.
 */
const MIDDLE = 'neither does one that is left in the middle of reading';
const { [MIDDLE]: inTheMiddle, ...otherLeaving } = leaving;

/** What another browser proves every day, or what is listed one by one below. @type {unknown[]} */
const ofOthers = [opening, leaving, hostile, alone, updating, sharing, accidents];

/** Left to --full in WebKit. @type {import('../support/matrix.mjs').Group[]} */
export const leftInWebKit = [
  { scenarios: { [MIDDLE]: inTheMiddle }, only: 'from one file' },
  ...[...onTheStorage, ...onTheBrowser].filter(
    ({ scenarios }) => scenarios !== leaving && ofOthers.includes(scenarios),
  ),
  { scenarios: indexing, only: 'over http' },
  {
    scenarios: indexing,
    only: 'from one file',
    skip: 'the worker of a page on disk has a database of its own',
  },
  ...onTheServer,
];

/** In WebKit every scenario starts a browser of its own. @type {import('../support/matrix.mjs').Group[]} */
export const inWebKit = [
  ...[...onTheStorage, ...onTheBrowser].filter(({ scenarios }) => !ofOthers.includes(scenarios)),
  { scenarios: otherLeaving, everywhere: true },
  { scenarios: { [MIDDLE]: inTheMiddle }, only: 'over http' },
];

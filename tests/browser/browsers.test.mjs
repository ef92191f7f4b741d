import { describe } from 'node:test';
import { accessibility } from './scenarios/accessibility.mjs';
import { hosted, inEveryBrowser, inWebKit } from './scenarios/all.mjs';
import { keptFolder } from './scenarios/kept-folder.mjs';
import { fullDisk } from './scenarios/accidents.mjs';
import { folders } from './scenarios/containers.mjs';
import { chineseBrowser } from './scenarios/languages.mjs';
import { front } from './scenarios/front.mjs';
import { launching } from './scenarios/launching.mjs';
import { PHONE, phone } from './scenarios/phone.mjs';
import { launchChromium } from './support/chromium.mjs';
import { launchFirefox } from './support/firefox.mjs';
import { launchInstalled } from './support/installed.mjs';
import { runMatrix } from './support/matrix.mjs';
import { serveArchives } from './support/sites.mjs';
import { launchWebKit } from './support/webkit.mjs';

// Two browsers run side by side, the scenarios of each one after another. All in one process, because
// `node --test` runs one file at a time on a machine with two cores.
describe('the page', { concurrency: 2 }, () => {
  runMatrix('in Firefox', launchFirefox, inEveryBrowser);
  runMatrix('in Chromium', launchChromium, [
    ...inEveryBrowser,
    { scenarios: chineseBrowser, options: { locale: 'zh-CN' } },
    { scenarios: front, start: serveArchives, options: { locale: 'zh-CN' } },
    { scenarios: front, start: serveArchives, options: PHONE },
    { scenarios: phone, options: PHONE },
    { scenarios: folders },
    { scenarios: fullDisk, ...hosted },
    { scenarios: keptFolder, only: 'over http' },
    ...accessibility,
  ]);
  runMatrix('in WebKit', launchWebKit, [
    ...inWebKit,
    { scenarios: chineseBrowser, options: { locale: 'zh-CN' } },
  ]);
  runMatrix('installed in Chromium', launchInstalled, [{ scenarios: launching, ...hosted }]);
});

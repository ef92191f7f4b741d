import { describe } from 'node:test';
import { accessibility } from './scenarios/accessibility.mjs';
import { inEveryBrowser } from './scenarios/all.mjs';
import { folders } from './scenarios/containers.mjs';
import { chineseBrowser } from './scenarios/languages.mjs';
import { PHONE, phone } from './scenarios/phone.mjs';
import { launchChromium } from './support/chromium.mjs';
import { launchFirefox } from './support/firefox.mjs';
import { runMatrix } from './support/matrix.mjs';

// The browsers run side by side, the scenarios of each one after another. All in one process, because
// `node --test` runs one file at a time on a machine with two cores.
describe('the page', { concurrency: true }, () => {
  runMatrix('in Firefox', launchFirefox, inEveryBrowser);
  runMatrix('in Chromium', launchChromium, [
    ...inEveryBrowser,
    { scenarios: chineseBrowser, options: { locale: 'zh-CN' } },
    { scenarios: phone, options: PHONE },
    { scenarios: folders },
    ...accessibility,
  ]);
});

import { describe } from 'node:test';
import { accessibility, accessibilityInChinese } from './scenarios/accessibility.mjs';
import {
  hosted,
  inChromium,
  inFirefox,
  inSecondChromium,
  inWebKit,
  leftInFirefox,
  leftInWebKit,
} from './scenarios/all.mjs';
import { keptFolder } from './scenarios/kept-folder.mjs';
import { fullDisk } from './scenarios/accidents.mjs';
import { folders } from './scenarios/containers.mjs';
import { chineseBrowser } from './scenarios/languages.mjs';
import { front } from './scenarios/front.mjs';
import { launching } from './scenarios/launching.mjs';
import { PHONE, phone } from './scenarios/phone.mjs';
import { selectingByPointer, selectingByTouch } from './scenarios/selecting.mjs';
import { stories, touchStories } from './scenarios/stories.mjs';
import { styles } from './scenarios/styles.mjs';
import { launchChromium } from './support/chromium.mjs';
import { launchFirefox } from './support/firefox.mjs';
import { launchInstalled } from './support/installed.mjs';
import { runMatrix } from './support/matrix.mjs';
import { serveArchives } from './support/sites.mjs';
import { launchWebKit } from './support/webkit.mjs';

// Four browsers run side by side, the scenarios of each one after another: those that take longest come first.
describe('the page', { concurrency: 4 }, () => {
  runMatrix('in Firefox', launchFirefox, inFirefox, 'from one file', leftInFirefox);
  runMatrix(
    'in a second Chromium',
    launchChromium,
    [
      ...inSecondChromium,
      { scenarios: chineseBrowser, options: { locale: 'zh-CN' } },
      { scenarios: front, start: serveArchives, options: { locale: 'zh-CN' } },
      { scenarios: front, start: serveArchives, options: PHONE },
      { scenarios: phone, options: PHONE },
      { scenarios: selectingByPointer },
      { scenarios: selectingByTouch, options: PHONE },
      { scenarios: stories },
      { scenarios: touchStories, options: PHONE },
    ],
    'over http',
  );
  runMatrix(
    'in Chromium',
    launchChromium,
    [
      ...inChromium,
      { scenarios: folders, everywhere: true },
      { scenarios: fullDisk, ...hosted },
      { scenarios: keptFolder, only: 'over http' },
    ],
    'over http',
  );
  runMatrix(
    'in WebKit',
    launchWebKit,
    [...inWebKit, { scenarios: chineseBrowser, options: { locale: 'zh-CN' } }],
    'over http',
    leftInWebKit,
  );
  runMatrix(
    'states in Chromium',
    launchChromium,
    [...accessibility, ...styles],
    'over http',
    accessibilityInChinese,
  );
  runMatrix('installed in Chromium', launchInstalled, [{ scenarios: launching, ...hosted }], 'over http');
});

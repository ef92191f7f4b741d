import { describe } from 'node:test';
import { full } from '../support/full.mjs';
import { accessibility, accessibilityInChinese } from './scenarios/accessibility.mjs';
import {
  hosted,
  inChromium,
  inFirefox,
  inFourthChromium,
  inSecondChromium,
  inSecondFirefox,
  inThirdChromium,
  inWebKit,
  leftInFirefox,
  leftInSecondFirefox,
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

// So many browsers run side by side that two processors are always busy; the scenarios of each run one after another.
// What takes longest comes first. With --full fewer are enough.
describe('the page', { concurrency: full ? 3 : 5 }, () => {
  runMatrix('in Firefox', launchFirefox, inFirefox, 'from one file', leftInFirefox);
  runMatrix(
    'in a third Chromium',
    launchChromium,
    [{ scenarios: stories }, { scenarios: touchStories, options: PHONE }, ...inThirdChromium],
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
  runMatrix('in a fourth Chromium', launchChromium, inFourthChromium, 'over http');
  runMatrix('in a second Firefox', launchFirefox, inSecondFirefox, 'from one file', leftInSecondFirefox);
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
    ],
    'over http',
  );
  runMatrix(
    'states in Chromium',
    launchChromium,
    [...accessibility, ...styles],
    'over http',
    accessibilityInChinese,
  );
  runMatrix(
    'in WebKit',
    launchWebKit,
    [...inWebKit, { scenarios: chineseBrowser, options: { locale: 'zh-CN' } }],
    'over http',
    leftInWebKit,
  );
  runMatrix('installed in Chromium', launchInstalled, [{ scenarios: launching, ...hosted }], 'over http');
});

// The hosted page's front: what an empty page shows, as HTML of the page itself (web/build/front.mjs), so that it is on
// the screen before the page's own script is there. That one takes it away once its own is.
import { canKeepFolder } from './files/can-keep-folder.js';
import { preferredLanguage, tagOf, useLanguage } from './i18n/language.js';
import { hasKept } from './storage/kept-before.js';

// A tab in the background draws nothing, and a browser complains of a font that was fetched early and not used.
document.fonts.load("1em 'Broadsheet Serif'").catch(() => {});

const spoken = preferredLanguage();
useLanguage(spoken);
// Where there is a library, or a link says what to show, the page is not empty.
const isEmpty = !hasKept() && location.hash.length <= 1;
for (const front of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.front'))) {
  if (isEmpty && front.lang === tagOf(spoken)) front.hidden = false;
  else front.remove();
  if (!canKeepFolder) front.querySelector('.keep-folder')?.remove();
}

// Shows the hosted page's front: an empty page as static HTML (from web/build/front.mjs), visible before the app script
// has loaded. The app removes it once it shows its own.
import { canKeepFolder } from './library/can-keep-folder.js';
import { preferredLanguage, tagOf, useLanguage } from './i18n/language.js';
import { hasKept } from './storage/kept-before.js';

// A background tab draws nothing, and browsers warn about a preloaded font that is not used. So load it here.
document.fonts.load("1em 'Broadsheet Serif'").catch(() => {});

const spoken = preferredLanguage();
useLanguage(spoken);
// The page is not empty if a library is stored or the link says what to show.
const isEmpty = !hasKept() && location.hash.length <= 1;
for (const front of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.front'))) {
  if (isEmpty && front.lang === tagOf(spoken)) front.hidden = false;
  else front.remove();
  if (!canKeepFolder) front.querySelector('.keep-folder')?.remove();
}

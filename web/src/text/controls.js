// Characters that affect the page or are invisible. They are shown as symbols instead of taking effect.

const ACTING_SOURCE =
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]';
// Without width or ink; no real digest has any.
const HIDDEN =
  '[\\u180e\\u200b\\u2060-\\u2065\\u206a-\\u206f\\ufeff\\ufff9-\\ufffb\\u115f\\u1160\\u3164\\uffa0]|\\udb40[\\udc00-\\udc7f]';
// Joiners and direction marks are part of emoji and of scripts such as Arabic or Hindi. After a letter of a script that
// does not use them they are invisible.
const JOINER =
  '[\\u061c\\u200c-\\u200f](?<=[\\u0000-\\u058f\\u2000-\\u206f\\u3000-\\u9fff\\uac00-\\ud7af][^])';

/** The pattern's source, for use in other patterns. A run of one hidden character is one match. */
export const CONTROL_SOURCE = `${ACTING_SOURCE}|(?<hidden>${HIDDEN}|${JOINER})\\k<hidden>*`;
/** Only the characters that affect the page. */
export const ACTING = new RegExp(ACTING_SOURCE);
export const CONTROL = new RegExp(CONTROL_SOURCE, 'g');

/**
 * For places without nodes: an attribute, the tab's title, a sentence.
 * @param {string} text
 */
export const showControls = (text) => text.replace(CONTROL, visibleControl);

/** @param {string} text */
export const withoutControls = (text) => text.replace(CONTROL, '');

/**
 * The visible symbol for a match.
 * @param {string} found
 */
export function visibleControl(found) {
  const code = /** @type {number} */ (found.codePointAt(0));
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const count = found.length / (code > 0xffff ? 2 : 1);
  return count > 1 ? `[${name} ×${count}]` : `[${name}]`;
}

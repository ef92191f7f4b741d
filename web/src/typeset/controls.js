// Characters that act on the page, or hide, instead of showing. They are shown, not obeyed.

const ACTING_SOURCE =
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]';
// Without width or ink; no real digest has one.
const HIDDEN =
  '[\\u180e\\u200b\\u2060-\\u2065\\u206a-\\u206f\\ufeff\\ufff9-\\ufffb\\u115f\\u1160\\u3164\\uffa0]|\\udb40[\\udc00-\\udc7f]';
// Joiners and marks of direction belong to emoji and to scripts such as Arabic or Hindi. Behind a letter of a
// script that has no use for them they hide.
const JOINER =
  '[\\u061c\\u200c-\\u200f](?<=[\\u0000-\\u058f\\u2000-\\u206f\\u3000-\\u9fff\\uac00-\\ud7af][^])';

/** The pattern's source, to be part of others. A run of one hidden character is one match. */
export const CONTROL_SOURCE = `${ACTING_SOURCE}|(?<hidden>${HIDDEN}|${JOINER})\\k<hidden>*`;
/** Those that act, alone. */
export const ACTING = new RegExp(ACTING_SOURCE);
export const CONTROL = new RegExp(CONTROL_SOURCE, 'g');

/**
 * The visible stand-in of one match.
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

// Addresses inside the page's own site. A path comes from a link or from a list, so nothing in it is trusted.

/** A page lies in a folder of an archive, or in a folder of that. */
const MOST_FOLDERS_UP = 2;
/** Schemes, escapes, queries, Windows' separators, control characters, halves of characters. */
const FORBIDDEN = /[:%?#\\\p{Cc}\p{Cs}]/u;

/**
 * Null for anything but a plain relative path to a file: names divided by "/", behind at most two "..".
 * @param {string} path not escaped: what an address would call `a%20b` is `a b` here
 * @param {string} base address of what the path is relative to
 */
export function siteAddress(path, base) {
  if (FORBIDDEN.test(path)) return null;
  const parts = path.split('/');
  const up = parts.findIndex((part) => part !== '..');
  const names = parts.slice(up);
  if (up < 0 || up > MOST_FOLDERS_UP || names.some((name) => ['', '.', '..'].includes(name))) return null;
  const address = new URL('../'.repeat(up) + names.map(encodeURIComponent).join('/'), base);
  return address.origin === new URL(base).origin ? address.href : null;
}

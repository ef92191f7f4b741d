// Addresses inside the page's own site. A path comes from a link or a list, so it is not trusted.

/** A page is in a folder of an archive, or one folder deeper. */
const MOST_FOLDERS_UP = 2;
/** Schemes, escapes, queries, Windows separators, control characters, lone surrogates. */
const FORBIDDEN = /[:%?#\\\p{Cc}\p{Cs}]/u;

/**
 * Returns null for anything but a plain relative path to a file: names separated by "/", after at most two "..".
 * @param {string} path not escaped: `a b`, where an address has `a%20b`
 * @param {string} base address that the path is relative to
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

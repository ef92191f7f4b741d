// docs/reliability.md is written by the tests that measured what it says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));
const HEAD = '# Reliability\n\nMeasured and written by the tests themselves: `BROADSHEET_RECORD=1 ./test`.\n';

/** Only then, so that a test leaves the checkout as it was. */
export const records = process.env.BROADSHEET_RECORD === '1';

/**
 * Puts `markdown` where the page has the section, between `<!-- section -->` and `<!-- /section -->`; a new
 * section goes to the end.
 * @param {string} section a word, or several with hyphens
 * @param {string} markdown with its heading
 * @param {string} [path]
 */
export function record(section, markdown, path = page) {
  if (!records) return;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : HEAD;
  writeFileSync(path, withSection(text, section, markdown));
}

/** @param {string} text @param {string} section @param {string} markdown */
export function withSection(text, section, markdown) {
  const [open, close] = [`<!-- ${section} -->`, `<!-- /${section} -->`];
  const block = `${open}\n\n${markdown.trim()}\n\n${close}`;
  const from = text.indexOf(open);
  const to = text.indexOf(close, from);
  if (from < 0 || to < 0) return `${text.trimEnd()}\n\n${block}\n`;
  return text.slice(0, from) + block + text.slice(to + close.length);
}

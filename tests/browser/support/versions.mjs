// Another version of the hosted page, and what tells versions apart.
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildHosted } from '../../../web/build/hosted.mjs';
import { readInputs } from '../../../web/build/inputs.mjs';
import { filesOf, repository, sampleText } from './dist.mjs';
import { temporaryFolder } from './files.mjs';

/** A section of its own that changes nothing: kind 0, two bytes long, of which the first is the length of its name. */
const CUSTOM_SECTION = Buffer.from([0, 2, 1, 0x78]);

/** The page built once more, from sources of which each is a little different. @returns {Promise<string>} its folder */
export async function buildNextVersion() {
  const inputs = await readInputs(join(repository, 'build/wasm'));
  const folder = temporaryFolder();
  const glue = join(folder, 'glue.js');
  writeFileSync(glue, `${readFileSync(inputs.glue, 'utf8')}\nmodule.exports.next = true;\n`);
  const out = join(folder, 'dist');
  await buildHosted(
    {
      ...inputs,
      glue,
      wasm: Buffer.concat([inputs.wasm, CUSTOM_SECTION]),
      core: 'next',
      build: 'next',
      html: inputs.html.replace('</body>', '<!-- next --></body>'),
      icon: inputs.icon.replace('h22v3H5z', 'h22v4H5z'),
      listScript: inputs.listScript,
      sampleName: '2026-01-02-next.md',
      sample: sampleText.slice(0, sampleText.lastIndexOf('\n### ')),
    },
    out,
  );
  return out;
}

/** That version as a host has it in the middle of an upload: one file is not there yet. @param {string} built @param {string} old */
export function halfUploaded(built, old) {
  const folder = temporaryFolder();
  cpSync(built, folder, { recursive: true });
  cpSync(join(old, 'worker.js'), join(folder, 'worker.js'));
  return folder;
}

/** What is its host's is in no version. */
const APART = ['service-worker.js', 'broadsheet.html', 'digests.json', 'list-digests.sh'];

/** Those files that the page itself loads, by their hashes. @param {string} folder @returns {Record<string, string>} */
export const hashesOf = (folder) =>
  Object.fromEntries(
    filesOf(folder)
      .filter((name) => !APART.includes(name))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

/** What the page gets where it asks for these files, by their hashes. @param {import('./page.mjs').Page} page @param {string[]} names */
export const hashesAt = (page, names) =>
  page.evaluate(async (names) => {
    const hashes = names.map(async (name) => {
      const response = await fetch(name);
      const hash = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
      return [name, [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')];
    });
    return Object.fromEntries(await Promise.all(hashes));
  }, names);

/** Waits until the page and all its files are held, so that it needs no server. @param {import('./page.mjs').Page} page */
export const isHeld = (page) =>
  page.until('the service worker is there', () => navigator.serviceWorker.controller !== null);

/** @param {import('./page.mjs').Page} page */
export const versionOf = async (page) => (await page.attribute('meta[name=version]', 'content')) ?? '';

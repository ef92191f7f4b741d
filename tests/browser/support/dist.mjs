// The built page: where it is, what belongs to it, and the digest that it carries.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));
export const dist = resolve(repository, process.env.BROADSHEET_DIST ?? 'dist');

/** Addresses of all files of a built page, relative to it. @param {string} folder */
export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

export const sampleName = readdirSync(join(dist, 'sample'))[0];
export const samplePath = join(dist, 'sample', sampleName);
export const sampleText = readFileSync(samplePath, 'utf8');

/** @param {string} name */
export const fixture = (name) => join(repository, 'tests/fixtures', name);

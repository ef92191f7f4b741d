// The npm packages in the bundles with their licences, one part per package.
import { writeThirdPartyNotices } from '@rnx-kit/third-party-notices';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** @typedef {import('./format.mjs').Part} Part */

const FOLDER_OF_PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * Throws if a file belongs to no package, or a package has no licence or no licence text.
 * @param {string[]} files that esbuild read, without the project's own
 * @returns {Promise<Part[]>}
 */
export async function partsOfPackages(files) {
  const folders = new Set(
    files.map((file) => {
      const folder = FOLDER_OF_PACKAGE.exec(resolve(file))?.[0];
      if (!folder) throw new Error(`${file} is bundled, and no package says under which licence`);
      return folder;
    }),
  );
  return Promise.all([...folders].map(partOf));
}

/**
 * The tool reads source maps, and omits a scoped package if there is also a package named like the scope. So it is
 * called for one package at a time.
 * @param {string} folder of a package
 * @returns {Promise<Part>}
 */
async function partOf(folder) {
  const work = await mkdtemp(join(tmpdir(), 'broadsheet-licenses-'));
  try {
    const sourceMapFile = join(work, 'bundle.map');
    const outputFile = join(work, 'licenses.json');
    await writeFile(sourceMapFile, JSON.stringify({ sources: [join(folder, 'package.json')] }));
    await writeThirdPartyNotices({
      rootPath: folder,
      sourceMapFile,
      outputFile,
      json: true,
      fullLicenseText: true,
    });
    const { name, version, license, text } = JSON.parse(await readFile(outputFile, 'utf8')).packages[0];
    if (!text) throw new Error(`${name} ${version} is bundled, and its package holds no text of its licence`);
    return { name, version, license, notice: await noticeIn(folder), text };
  } finally {
    await rm(work, { recursive: true });
  }
}

/** Apache's licence requires passing on NOTICE files; the tool's JSON omits them. @param {string} folder */
async function noticeIn(folder) {
  const names = (await readdir(folder)).filter((name) => /^NOTICE(\.(md|txt))?$/i.test(name)).sort();
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n\n');
}

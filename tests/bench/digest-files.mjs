// The files that a library is made of: invented ones, or the real archive's.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from './synthetic/digests.mjs';

export const archive = fileURLToPath(new URL('../../../shared/corpus/archive', import.meta.url));

/** @typedef {{ name: string, bytes: Uint8Array, papers: number }} DigestFile */

/** The real archive, the oldest day first; null where it does not lie beside the repository. */
export function realDigests() {
  if (!existsSync(archive)) return null;
  const names = readdirSync(archive).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => {
    const bytes = readFileSync(join(archive, name));
    const papers = bytes.toString().match(/^### \[/gm)?.length ?? 0;
    return { name, bytes: new Uint8Array(bytes), papers };
  });
}

/** Invented digests with at least so many papers. @param {number} papers */
export function inventedDigests(papers) {
  /** @type {DigestFile[]} */
  const files = [];
  for (let total = 0; total < papers; total += files[files.length - 1].papers)
    files.push(digest(files.length));
  return files;
}

/** The first files, so many that they hold at least `papers` papers. @param {DigestFile[]} files @param {number} papers */
export function firstFiles(files, papers) {
  let total = 0;
  const end = files.findIndex((file) => (total += file.papers) >= papers);
  return end < 0 ? files : files.slice(0, end + 1);
}

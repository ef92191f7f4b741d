// Files on disk that a test makes for itself.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'broadsheet-'));

/**
 * Gives the files to `use` and takes them away afterwards.
 * @template T
 * @param {Record<string, string | Uint8Array>} contents by name
 * @param {(paths: string[]) => Promise<T>} use
 */
export async function withFiles(contents, use) {
  const folder = temporaryFolder();
  try {
    const paths = Object.entries(contents).map(([name, content]) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    });
    return await use(paths);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The two addresses at which the page is tried: a sub-folder of a web server, and a file on disk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, distFiles, repository } from './dist.mjs';
import { temporaryFolder } from './files.mjs';

/**
 * @typedef {object} Site
 * @property {string} name
 * @property {string} url
 * @property {(address: string) => boolean} owns  is this one of the page's own files?
 * @property {() => void} close
 */

const FOLDER = 'some/sub/folder';

/** @returns {Promise<Site>} */
export async function serveHosted() {
  const root = temporaryFolder();
  mkdirSync(join(root, 'some/sub'), { recursive: true });
  symlinkSync(dist, join(root, FOLDER));
  const port = await freePort();
  const server = spawn(process.execPath, [join(repository, 'tools/serve.mjs'), root, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => server.kill());
  await once(server.stdout, 'data');
  server.stdout.resume();
  const url = `http://127.0.0.1:${port}/${FOLDER}/`;
  return {
    name: 'over http',
    url,
    owns(address) {
      const [path] = address.split(/[?#]/, 1);
      return path === url || (path.startsWith(url) && distFiles.has(decodeURI(path.slice(url.length))));
    },
    close() {
      server.kill();
      rmSync(root, { recursive: true });
    },
  };
}

/** @returns {Site} */
export function oneFile() {
  const url = pathToFileURL(join(dist, 'broadsheet.html')).href;
  return {
    name: 'from one file',
    url,
    owns: (address) => address.split('#', 1)[0] === url || /^(blob|data):/.test(address),
    close() {},
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

// The addresses at which the page is tried: a sub-folder of a web server, beside archives, and a file on disk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, filesOf, repository } from './dist.mjs';
import { temporaryFolder } from './files.mjs';

/**
 * @typedef {object} Site
 * @property {string} name
 * @property {string} url
 * @property {(address: string) => boolean} owns  is this one of the page's own files?
 * @property {() => void} close
 */
/**
 * @typedef {object} Server
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} start  again, at the same address
 * @property {(folder: string) => void} use  what is built there is now what the address has
 * @property {(name: string, text: string) => string} write  a file at the root, outside of the page; gives its address
 */

const FOLDER = 'some/sub/folder';

/** @type {Set<import('node:child_process').ChildProcess>} */
const servers = new Set();
process.once('exit', () => servers.forEach((server) => server.kill()));

/** @returns {Promise<Site & Server>} */
export async function serveHosted() {
  const { root, port, start, stop, close } = await serveFolder();
  const place = join(root, FOLDER);
  mkdirSync(dirname(place), { recursive: true });
  const url = `http://127.0.0.1:${port}/${FOLDER}/`;
  const own = new Set([url, new URL('share', url).href]);

  /** @param {string} folder */
  function use(folder) {
    rmSync(place, { force: true });
    symlinkSync(folder, place);
    for (const name of filesOf(folder)) own.add(new URL(name, url).href);
  }

  /** @param {string} name @param {string} text */
  function write(name, text) {
    writeFileSync(join(root, name), text);
    const address = new URL(`/${name}`, url).href;
    own.add(address);
    return address;
  }

  use(dist);
  // Firefox asks for it when a person comes back to a page, whatever icon that has.
  write('favicon.ico', '');
  return {
    name: 'over http',
    url,
    owns: (address) => own.has(address.split(/[?#]/, 1)[0]) || address.startsWith('data:'),
    start,
    stop,
    use,
    write,
    close,
  };
}

/**
 * @typedef {object} Archives
 * @property {(folder: string) => string} at  address of a folder
 * @property {(files: Record<string, string | Uint8Array>) => void} put  writes files, by their paths
 * @property {(folder: string) => void} putPage  copies the page into a folder
 */

/**
 * A web server whose folders a scenario fills itself. An address at which there is nothing is a trouble of the page.
 * @returns {Promise<Site & Archives>}
 */
export async function serveArchives() {
  const { origin, root, close } = await serveFolder();
  return {
    name: 'beside an archive',
    url: 'about:blank',
    owns: (address) =>
      address.startsWith(`${origin}/`) || address === 'about:blank' || address.startsWith('data:'),
    at: (folder) => `${origin}/${folder}/`,
    put(files) {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content);
      }
    },
    putPage: (folder) => cpSync(dist, join(root, folder), { recursive: true }),
    close,
  };
}

/** Serves a new folder. */
async function serveFolder() {
  const root = temporaryFolder();
  const port = await freePort();
  /** @type {import('node:child_process').ChildProcess} */
  let server;

  async function start() {
    server = spawn(process.execPath, [join(repository, 'tools/serve.mjs'), root, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    servers.add(server);
    const { stdout } = server;
    if (!stdout) throw new Error('the server says nothing');
    await once(stdout, 'data');
    stdout.resume();
  }
  async function stop() {
    servers.delete(server);
    server.kill();
    await once(server, 'exit');
  }

  await start();
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    root,
    start,
    stop,
    close() {
      servers.delete(server);
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

/** Until whoever was given one listens there, the system may give it again. @type {Set<number>} */
const given = new Set();

/** @returns {Promise<number>} that nobody listens at, and that was not given before */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  if (given.has(port)) return freePort();
  given.add(port);
  return port;
}

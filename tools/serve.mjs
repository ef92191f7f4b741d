// Serves a folder of static files to this machine only: node tools/serve.mjs FOLDER PORT
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Media types that are compressed on the way, as static hosts do. */
const COMPRESSED = /^(text\/|application\/(json|manifest\+json|wasm)|image\/svg)/;

const root = resolve(process.argv[2]);
const port = Number(process.argv[3]);

/**
 * The file that a request's path names, or null where it names none inside the folder.
 * @param {string} url
 */
async function fileOf(url) {
  try {
    let path = resolve(join(root, decodeURIComponent(url.split(/[?#]/, 1)[0])));
    if (path !== root && !path.startsWith(root + sep)) return null;
    if ((await stat(path)).isDirectory()) path = join(path, 'index.html');
    const { size, mtimeMs } = await stat(path);
    return { path, size, version: `${size} ${mtimeMs}` };
  } catch {
    return null;
  }
}

/** @type {Map<string, { version: string, bytes: Promise<Buffer> }>} files as they were last compressed, by path */
const compressed = new Map();

/** @param {{ path: string, version: string }} file */
function zippedFile({ path, version }) {
  const known = compressed.get(path);
  if (known?.version === version) return known.bytes;
  const bytes = readFile(path).then(promisify(gzip));
  compressed.set(path, { version, bytes });
  bytes.catch(() => compressed.delete(path));
  return bytes;
}

/** Answers under way. */
let underWay = 0;
let isEnding = false;

const server = createServer(async (request, response) => {
  underWay += 1;
  response.once('close', () => {
    underWay -= 1;
    if (isEnding) endWhenAnswered();
  });
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = await fileOf(request.url ?? '/');
  if (!file) {
    response.writeHead(404, { 'Content-Type': types['.txt'] }).end('Not found\n');
    return;
  }
  const type = Reflect.get(types, extname(file.path)) ?? 'application/octet-stream';
  const takesZipped = COMPRESSED.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  const zipped = takesZipped ? await zippedFile(file).catch(() => null) : null;
  response.writeHead(200, {
    'Content-Type': type,
    ...(zipped && { 'Content-Encoding': 'gzip' }),
    'Content-Length': zipped?.length ?? file.size,
    Vary: 'Accept-Encoding',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') return response.end();
  if (zipped) return response.end(zipped);
  // Where reading fails the pipeline closes the connection, so that half a file never passes for a whole one.
  pipeline(createReadStream(file.path), response, () => {});
});

server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  const taken = error.code === 'EADDRINUSE';
  console.error(
    taken
      ? `Port ${port} is taken by another program; choose one with PORT=${port + 1} ./run`
      : `Cannot serve on port ${port}: ${error.message}`,
  );
  process.exit(1);
});

server.listen(port, '127.0.0.1', () => {
  console.log(`Broadsheet is at http://localhost:${port} (Ctrl-C ends it).`);
  console.log(`The same in one file, to open or keep: ${join(root, 'broadsheet.html')}`);
});

/** Half a file is a trouble of whoever asked for it. */
function endWhenAnswered() {
  if (underWay === 0) process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    console.log('');
    if (isEnding) process.exit(0);
    isEnding = true;
    server.close();
    endWhenAnswered();
  });
}

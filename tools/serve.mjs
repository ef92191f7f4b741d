// Serves a folder of static files to this machine only: node tools/serve.mjs FOLDER PORT
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

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
    return { path, size: (await stat(path)).size };
  } catch {
    return null;
  }
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
  const zipped = COMPRESSED.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  response.writeHead(200, {
    'Content-Type': type,
    ...(zipped ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': file.size }),
    Vary: 'Accept-Encoding',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') return response.end();
  // Where reading fails the pipeline closes the connection, so that half a file never passes for a whole one.
  pipeline([createReadStream(file.path), ...(zipped ? [createGzip()] : []), response], () => {});
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

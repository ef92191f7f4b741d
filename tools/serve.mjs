// Serves a folder of static files to this machine only: node tools/serve.mjs FOLDER PORT
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

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

const server = createServer(async (request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = await fileOf(request.url ?? '/');
  if (!file) {
    response.writeHead(404, { 'Content-Type': types['.txt'] }).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': Reflect.get(types, extname(file.path)) ?? 'application/octet-stream',
    'Content-Length': file.size,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
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

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    console.log('');
    process.exit(0);
  });
}

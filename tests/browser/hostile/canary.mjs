// A server at which nobody may ask for anything.
import { once } from 'node:events';
import { createServer } from 'node:http';

export async function startCanary() {
  /** @type {string[]} */
  const hits = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.end('window.pwned=1');
  }).listen(0, '127.0.0.1');
  server.on('connection', () => hits.push('a connection'));
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/canary`,
    hits,
    close: () => server.close(),
  };
}

// A proxy for everything that a browser asks of any host: it writes down what is asked, and answers nothing but
// for the page's own server.
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';

export async function startProxy() {
  /** @type {string[]} */
  const seen = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    seen.push(`request of ${url}`);
    if (!URL.canParse(url) || new URL(url).hostname !== '127.0.0.1') return response.writeHead(502).end();
    const onward = ask(url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, socket) => {
    seen.push(`connection to ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { port, seen, close: () => server.close() };
}

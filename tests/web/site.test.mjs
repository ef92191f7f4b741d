import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { createSite } from '../../web/src/archive/site.js';
import { SourceUnavailable } from '../../web/src/library/read-files.js';

/** Every answer breaks off after its first bytes, as for a page that is left, or a network that goes. */
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-length': 1000 });
  response.write('2026-01-14.md\n', () => response.destroy());
});
/** @type {NonNullable<ReturnType<typeof createSite>>} */
let site;

before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  site = /** @type {typeof site} */ (createSite(`http://127.0.0.1:${port}/`));
});
after(() => server.close());

test('a list that breaks off is none', async () => {
  assert.equal(await site.findArchive(), null);
});

test('a digest that breaks off was not reached', async () => {
  const { blob } = site.source({ name: '2026-01-14.md', url: `${site.folder}2026-01-14.md` });
  await assert.rejects(
    blob.arrayBuffer(new AbortController().signal),
    (error) => error instanceof SourceUnavailable && error.code === 'not_reached',
  );
});

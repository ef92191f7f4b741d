// The script that a host runs, on a made-up copy of an archive of the family: 1,001 files, three a day.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chooseDays } from '../../web/src/archive/days.js';
import { createSite } from '../../web/src/archive/site.js';

const SCRIPT = fileURLToPath(new URL('../../web/hosting/list-digests.sh', import.meta.url));
const FILES = 1001;
const DAYS = 334;
const ENDINGS = ['.jsonl', '_AI_enhanced_Chinese.jsonl', '.md'];

/** @param {number} index */
const nameOf = (index) => {
  const day = new Date(Date.UTC(2025, 2, 1 + Math.floor(index / 3))).toISOString().slice(0, 10);
  return day + ENDINGS[index % 3];
};

let root = '';
/** @type {import('node:http').Server} */
let server;
let page = '';

before(async () => {
  root = mkdtempSync(join(tmpdir(), 'archive-'));
  for (const folder of ['data', 'assets', 'reader']) mkdirSync(join(root, folder));
  for (let i = 0; i < FILES; i++) writeFileSync(join(root, 'data', nameOf(i)), `text ${i}`);
  // What the family's workflow leaves there each day.
  writeFileSync(join(root, 'assets/file-list.txt'), `${nameOf(FILES - 2)}\n${nameOf(FILES - 1)}\n`);
  copyFileSync(SCRIPT, join(root, 'reader/list-digests.sh'));
  server = createServer((request, response) => {
    try {
      response.end(readFileSync(join(root, decodeURIComponent(new URL(request.url ?? '', page).pathname))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  page = `http://127.0.0.1:${port}/reader/`;
});
after(() => {
  server.close();
  rmSync(root, { recursive: true });
});

/** @param {string[]} [folders] */
const list = (...folders) =>
  spawnSync('sh', [join(root, 'reader/list-digests.sh'), ...folders], { encoding: 'utf8', cwd: tmpdir() });

const archive = async () => {
  const found = await createSite(page)?.findArchive();
  assert.ok(found);
  return found;
};

test('the family’s own list offers the last day only', async () => {
  const { files } = await archive();
  assert.deepEqual([...new Set(files.map(({ day }) => day))], [nameOf(FILES - 1).slice(0, 10)]);
});

test('the page offers every day of the folder that the script has listed', async () => {
  const { status, stdout, stderr } = list();
  assert.deepEqual([status, stdout, stderr], [0, 'digests.json: 1001 files of ../data\n', '']);
  const { files, leftOut } = await archive();
  assert.equal(leftOut, 0);
  assert.deepEqual(
    files.map(({ name }) => name),
    Array.from({ length: FILES }, (_, i) => nameOf(i)).sort(),
  );
  const days = chooseDays(files, null, 'zh');
  assert.equal(days.length, DAYS);
  assert.ok(days.every(({ files }) => files.length === 1));
  assert.equal(days[0].day, nameOf(FILES - 1).slice(0, 10));
  assert.equal(files[0].bytes, 'text 0'.length);
  assert.ok((await fetch(files.at(-1)?.url ?? '')).ok);
});

test('a second run lists what has come since', async () => {
  list();
  writeFileSync(join(root, 'data/2026-02-28.md'), 'new');
  assert.equal(list().status, 0);
  assert.equal((await archive()).files.length, FILES + 1);
  rmSync(join(root, 'data/2026-02-28.md'));
});

test('odd names are listed as they are, and what is no digest is not', async () => {
  const odd = [
    'with two  blanks.md',
    ' leading.md',
    '-n.md',
    'it’s "quoted" & \'quoted\'.md',
    '$(touch hacked) `touch hacked`.md',
    '日报 2026年1月14日.md',
    'UPPER.MD',
    'packed.jsonl.gz',
    'year.zip',
    'deeper/2026/1/14.md',
    '*.md',
    'total',
  ];
  const others = ['README.md', 'picture.png', '.hidden.md', '.git/a.md', 'file-list.txt', 'a.txt.png'];
  const forbidden = ['50%.md', 'a?b.md', 'a#b.md', 'a:b.md', 'back\\slash.md'];
  mkdirSync(join(root, 'odd/deeper/2026/1'), { recursive: true });
  mkdirSync(join(root, 'odd/.git'));
  for (const name of [...odd, ...others, ...forbidden, 'two\nlines.md'])
    writeFileSync(join(root, 'odd', name), 'text');
  writeFileSync(join(root, 'odd/empty.md'), '');
  const { status, stderr } = list('../odd');
  assert.equal(status, 0);
  assert.equal(stderr.split('left out').length - 1, forbidden.length, stderr);
  const { files, leftOut } = await archive();
  assert.equal(leftOut, 0);
  const expected = odd.filter((name) => name !== 'total').map((name) => `${page}../odd/${name}`);
  assert.deepEqual(
    files.map(({ url }) => decodeURIComponent(url)).sort(),
    expected.map((url) => url.replace('/reader/../', '/')).sort(),
  );
  assert.equal(files.filter(({ day }) => day === '2026-01-14').length, 2);
  for (const { url } of files) assert.ok((await fetch(url)).ok, url);
});

test('a folder that is not there, or that holds no digest, leaves the list as it was', () => {
  list();
  const before = readFileSync(join(root, 'reader/digests.json'), 'utf8');
  mkdirSync(join(root, 'empty'), { recursive: true });
  for (const [folder, words] of [
    ['../nowhere', 'there is no folder ../nowhere'],
    ['../empty', '../empty holds no digests'],
  ]) {
    const { status, stderr } = list(folder);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(words));
  }
  assert.equal(readFileSync(join(root, 'reader/digests.json'), 'utf8'), before);
});

test('the page’s own folder can hold the digests', async () => {
  writeFileSync(join(root, 'reader/2026-01-14.md'), 'text');
  assert.equal(list('.').status, 0);
  assert.deepEqual(
    (await archive()).files.map(({ name }) => name),
    ['2026-01-14.md'],
  );
  assert.doesNotMatch(execFileSync('ls', [join(root, 'reader')], { encoding: 'utf8' }), /new/);
});

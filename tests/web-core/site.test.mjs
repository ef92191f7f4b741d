// Digests of the page's own site: named by its address, or listed in the archive beside it. A real server gives them.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';
import { dayNames, days, hurry, openPage, paper, refused } from './support/visits.mjs';
import { createSite } from '../../web/src/archive/site.js';

/** What the server has, by path; what it answers otherwise. @type {Record<string, string | number>} */
let served = {};
/** @type {string[]} what was asked for */
let asked = [];
let origin = '';
const server = createServer((request, response) => {
  const path = decodeURIComponent(String(request.url));
  asked.push(path);
  const answer = served[path] ?? 404;
  if (answer === 0) return response.destroy();
  response.writeHead(typeof answer === 'number' ? answer : 200);
  response.end(typeof answer === 'string' ? answer : '');
});

before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  served = {};
  asked = [];
});

/** @param {string} [path] of the page */
const openAt = (path = '/repo/reader/') => openPage({ site: createSite(origin + path) });
/** Puts files beside the page. @param {Record<string, string>} files @param {string} folder */
const serve = (files, folder = '/repo/data/') => {
  for (const [name, text] of Object.entries(files)) served[folder + name] = text;
};

describe('a link', () => {
  test('opens the files that it names, which are not kept, and each once', async () => {
    serve(days(2));
    const reader = openAt();
    const paths = ['../data/2026-01-10.md', '../data/2026-01-11.md'];
    await reader.linking.open(paths);
    assert.deepEqual([reader.names(), await reader.kept.digestIds()], [dayNames(2), []]);
    await reader.linking.open(paths);
    assert.equal(asked.length, 2);
    assert.deepEqual(reader.told, { ...reader.told, notices: [], outcomes: [] });
  });

  test('to a file that is not there, or not served, says which and why', async () => {
    serve(days(1));
    Object.assign(served, { '/repo/data/busy.md': 503, '/repo/data/broken.md': 0 });
    const reader = openAt();
    await reader.linking.open(['gone', 'busy', 'broken', '2026-01-10'].map((name) => `../data/${name}.md`));
    assert.deepEqual(refused(reader), ['gone.md not_there', 'busy.md not_served', 'broken.md not_reached']);
    assert.deepEqual(
      reader.told.outcomes.map(({ text }) => text),
      ['3 files could not be opened.'],
    );
    assert.deepEqual(reader.names(), dayNames(1));
  });

  const hostile = [
    'https://elsewhere.example/a.md',
    '//elsewhere.example/a.md',
    '../../../a.md',
    '/a.md',
    'note.html',
    '',
  ];
  test('that leads elsewhere fetches nothing, and each is named', async () => {
    const reader = openAt();
    await reader.linking.open(hostile);
    assert.deepEqual(
      reader.told.notices,
      hostile.map((path) => ['link.refused', { path }]),
    );
    assert.deepEqual([asked, reader.names()], [[], []]);
  });

  test('is not followed by a page on disk, and that is said', async () => {
    const reader = openPage({ site: createSite('file:///tmp/broadsheet.html') });
    await reader.linking.open(['a.md']);
    assert.deepEqual(reader.told.notices, [['link.no_site', undefined]]);
    await reader.linking.open([]);
    assert.equal(reader.told.notices.length, 1);
  });
});

describe('the archive that the page lies beside', () => {
  const LIST = '/repo/assets/file-list.txt';
  /** @param {number} count days, the newest last */
  function archive(count) {
    serve(days(count));
    served[LIST] = Object.keys(days(count)).join('\n');
  }
  /** @param {import('./support/visits.mjs').Reader} reader */
  const listed = (reader) => reader.archiving.shown().days.map(({ day }) => day);
  /** @param {import('./support/visits.mjs').Reader} reader */
  const statuses = (reader) => {
    const { days, statusOf } = reader.archiving.shown();
    return days.flatMap(({ files }) => files.map((file) => statusOf(file).kind));
  };
  /** @param {import('./support/visits.mjs').Reader} reader */
  const fetched = () => asked.filter((path) => path.startsWith('/repo/data/'));

  test('is listed, newest first, and its newest day loaded, kept, and fetched once', async () => {
    archive(3);
    const reader = openAt();
    await reader.archiving.find({ newest: true });
    assert.deepEqual([listed(reader), reader.names()], [dayNames(3).reverse(), ['2026-01-12']]);
    assert.deepEqual(statuses(reader), ['open', 'absent', 'absent']);
    assert.equal((await reader.kept.digestIds()).length, 1);
    const next = openAt();
    await next.start();
    await next.archiving.find({ newest: true });
    assert.deepEqual([next.names(), fetched()], [['2026-01-12'], ['/repo/data/2026-01-12.md']]);
  });

  test('loads a newer day at a later visit, and none that was removed', async () => {
    archive(2);
    const reader = openAt();
    await reader.archiving.find({ newest: true });
    await reader.library.closeAll();
    const next = openAt();
    await next.archiving.find({ newest: true });
    assert.deepEqual([next.names(), listed(next).length], [[], 2]);
    archive(3);
    const last = openAt();
    await last.archiving.find({ newest: true });
    assert.deepEqual(last.names(), ['2026-01-12']);
  });

  test('loads nothing by itself for a link to one file', async () => {
    archive(2);
    const reader = openAt();
    await reader.archiving.find({ newest: false });
    assert.deepEqual([listed(reader).length, fetched()], [2, []]);
  });

  test('loads what is asked for: each is on its way, then open, and none is fetched twice', async () => {
    archive(4);
    const reader = openAt();
    await reader.archiving.find({ newest: false });
    const files = reader.archiving.shown().days.flatMap(({ files }) => files);
    const loading = reader.archiving.load(files.slice(0, 2));
    assert.deepEqual(statuses(reader), ['loading', 'loading', 'absent', 'absent']);
    await Promise.all([loading, reader.archiving.load(files)]);
    assert.deepEqual(statuses(reader), Array(4).fill('open'));
    assert.deepEqual([fetched().length, reader.names().toSorted()], [4, dayNames(4)]);
  });

  test('can be cancelled: what has not come is absent again', async () => {
    archive(4);
    const reader = openAt();
    await reader.archiving.find({ newest: false });
    hurry();
    reader.store.subscribe(({ progress }) => progress?.filesDone === 2 && reader.library.cancel());
    await reader.archiving.load(reader.archiving.shown().days.flatMap(({ files }) => files));
    assert.deepEqual(statuses(reader), ['open', 'open', 'absent', 'absent']);
  });

  test('names a day that is not there with the reason, and it can be tried again', async () => {
    archive(2);
    delete served['/repo/data/2026-01-11.md'];
    const reader = openAt();
    await reader.archiving.find({ newest: true });
    const { days: shown, statusOf } = reader.archiving.shown();
    assert.deepEqual(statusOf(shown[0].files[0]), { kind: 'failed', code: 'not_there', again: true });
    serve(days(2));
    await reader.archiving.load(shown[0].files);
    assert.deepEqual(statuses(reader), ['open', 'absent']);
    assert.deepEqual(reader.store.get().shelf.refused, []);
  });

  test('has a newest day that failed asked for again at the next visit', async () => {
    archive(2);
    served['/repo/data/2026-01-11.md'] = 503;
    await openAt().archiving.find({ newest: true });
    serve(days(2));
    const next = openAt();
    await next.archiving.find({ newest: true });
    assert.deepEqual(next.names(), ['2026-01-11']);
  });

  test('is shown in the languages that the person chose, also at the next visit', async () => {
    const names = ['Chinese', 'English', 'Korean'].map((name) => `2026-01-10_AI_enhanced_${name}.jsonl`);
    served[LIST] = names.join('\n');
    const reader = openAt();
    await reader.archiving.find({ newest: false });
    const files = (page = reader) =>
      page.archiving.shown().days.flatMap((day) => day.files.map(({ name }) => name));
    assert.deepEqual(files(), [names[1]], 'at first in that of the page');
    reader.archiving.choose(['Chinese', 'Korean']);
    assert.deepEqual(files().toSorted(), [names[0], names[2]]);
    const next = openAt();
    await next.archiving.find({ newest: false });
    assert.deepEqual(files(next).toSorted(), [names[0], names[2]]);
    assert.deepEqual(
      next.archiving
        .shown()
        .languages.filter(({ chosen }) => chosen)
        .map(({ name }) => name),
      ['Chinese', 'Korean'],
    );
    next.archiving.choose([]);
    assert.deepEqual(files(next), [names[1]]);
  });

  test('gives the same list of days as long as nothing about it changed', async () => {
    archive(2);
    const reader = openAt();
    await reader.archiving.find({ newest: false });
    const { days } = reader.archiving.shown();
    await reader.archiving.load(days[0].files);
    assert.equal(reader.archiving.shown().days, days);
  });

  test('may say in digests.json what it has, of which what names no digest is counted', async () => {
    const list = {
      version: 1,
      digests: [{ url: 'days/monday.md', day: '2026-01-12' }, { url: '//elsewhere.example/a.md' }],
    };
    served['/own/digests.json'] = JSON.stringify(list);
    serve({ 'monday.md': paper(1) }, '/own/days/');
    const reader = openAt('/own/');
    await reader.archiving.find({ newest: true });
    assert.deepEqual(
      [reader.names(), listed(reader), reader.archiving.shown().leftOut],
      [['monday'], ['2026-01-12'], 1],
    );
  });

  test('is not looked for by a page that stands alone, nor by one on disk', async () => {
    served['/alone/digests.json'] = JSON.stringify({ version: 1, digests: [], lists: [] });
    for (const reader of [openAt('/alone/'), openPage({ site: createSite('file:///tmp/broadsheet.html') })]) {
      await reader.archiving.find({ newest: true });
      assert.deepEqual([reader.store.get().archive, listed(reader), reader.told.notices], [null, [], []]);
    }
    assert.deepEqual(asked, ['/alone/digests.json']);
  });

  for (const [what, text, reason] of /** @type {[string, any, RegExp][]} */ ([
    ['of an unknown form', '{"version": 2}', /form/],
    ['that is not there', JSON.stringify({ version: 1, lists: ['file-list.txt'] }), /no such file/],
  ]))
    test(`whose list is one ${what} is named with the reason, and loads nothing`, async () => {
      served['/own/digests.json'] = text;
      const reader = openAt('/own/');
      await reader.archiving.find({ newest: true });
      const [[key, { reason: said }]] = reader.told.notices;
      assert.equal(key, 'archive.unread');
      assert.match(said, reason);
      assert.equal(reader.store.get().archive, null);
    });
});

test('what was fetched once is read again without the network, should the reader stop', async () => {
  serve(days(1));
  const reader = openAt();
  await reader.linking.open(['../data/2026-01-10.md']);
  reader.platform.crash();
  await reader.open({});
  assert.deepEqual([reader.platform.started(), reader.names(), asked.length], [2, dayNames(1), 1]);
});

// The folder that stays open: its new digests appear by themselves, each once.
import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { pass, settle, until } from '../web/support/clock.mjs';
import { createFolder } from './support/folder.mjs';
import { openPage, paper } from './support/visits.mjs';

/** Longer than between two looks. */
const LOOK = 31_000;

/** @type {import('./support/visits.mjs').Reader} */
let reader;
/** @type {ReturnType<typeof createFolder>} */
let folder;
/** What is remembered of the folder: a database of a test cannot hold its handle. @type {any} */
let remembered;

/** A page, and the next visit's. */
function openWatching() {
  const page = openPage();
  page.kept.set = async (_, value) =>
    void (remembered = { handle: value.handle, seen: structuredClone(value.seen) });
  page.kept.setting = async () => remembered;
  page.kept.drop = async () => void (remembered = undefined);
  return page;
}

beforeEach(() => {
  remembered = undefined;
  folder = createFolder('digests');
  folder.write('2026-01-10.md', paper(10));
  window.showDirectoryPicker = async () => folder.handle;
  reader = openWatching();
});

/** @param {import('./support/visits.mjs').Reader} page @param {string[]} names */
const shows = (page, ...names) => until(`${names} are open`, () => page.names().join() === names.join());
/** The next look has been taken. */
async function look() {
  pass(LOOK);
  await settle();
}

describe('a folder that was chosen', () => {
  test('opens with its digests, also those in folders of it, and nothing else', async () => {
    folder.write('january/2026-01-12.md', paper(12));
    folder.write(
      'january/week/2026-01-11.jsonl',
      JSON.stringify({ id: '2601.00011', title: 'Tea', summary: 'Tea.' }),
    );
    folder.write('notes.pdf', 'no digest');
    folder.write('.git/objects.md', paper(90));
    await reader.watching.choose();
    assert.deepEqual(reader.names(), ['2026-01-10', '2026-01-12', '2026-01-11']);
    assert.deepEqual(reader.store.get().folder, { name: 'digests', waits: false });
    assert.deepEqual([reader.told.notices, reader.told.outcomes], [[], []]);
  });

  test('shows what is new by itself, each once', async () => {
    await reader.watching.choose();
    const opened = mock.method(reader.library, 'open');
    await look();
    folder.write('2026-01-11.md', paper(11));
    await look();
    await shows(reader, '2026-01-10', '2026-01-11');
    await look();
    assert.deepEqual(
      opened.mock.calls.map(({ arguments: [batch] }) => batch.map(({ name }) => name)),
      [['2026-01-11.md']],
    );
  });

  test('is looked into when the page is seen again, and never while it is hidden', async () => {
    await reader.watching.choose();
    folder.write('2026-01-11.md', paper(11));
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    await look();
    assert.deepEqual(reader.names(), ['2026-01-10']);
    Object.defineProperty(document, 'hidden', { value: false, configurable: true });
    const event = document.createEvent('Event');
    event.initEvent('visibilitychange');
    document.dispatchEvent(event);
    await shows(reader, '2026-01-10', '2026-01-11');
  });

  test('is looked into at a change where the browser tells of them', async () => {
    /** @type {(() => void) | undefined} */
    let tell;
    let told = 0;
    class FileSystemObserver {
      constructor(/** @type {() => void} */ onChange) {
        tell = onChange;
      }
      async observe() {}
      disconnect() {
        told += 1;
      }
    }
    Object.assign(window, { FileSystemObserver });
    await reader.watching.choose();
    folder.write('2026-01-11.md', paper(11));
    tell?.();
    pass(2500);
    await shows(reader, '2026-01-10', '2026-01-11');
    await reader.watching.forget();
    assert.equal(told, 1, 'it observes no more');
  });

  test('leaves a file alone that is still being written, and takes it when it is whole', async () => {
    await reader.watching.choose();
    folder.write('2026-01-11.md', '### [1] [Te', Date.now() + LOOK - 500);
    await look();
    assert.deepEqual([reader.names(), reader.told.outcomes], [['2026-01-10'], []]);
    folder.write('2026-01-11.md', paper(11), Date.now());
    pass(5000);
    await shows(reader, '2026-01-10', '2026-01-11');
  });

  test('keeps a digest that was taken away from it', async () => {
    await reader.watching.choose();
    folder.remove('2026-01-10.md');
    await look();
    assert.deepEqual(reader.names(), ['2026-01-10']);
  });

  test('has a digest read again that has changed', async () => {
    await reader.watching.choose();
    folder.write('2026-01-10.md', `${paper(10)}\n\n${paper(11)}`, 5);
    await look();
    await until('its second paper is there', () => reader.store.get().answer?.result.total === 2);
  });

  test('waits for the person after cancelling, and goes on where it stopped', async () => {
    for (const day of [11, 12, 13]) folder.write(`2026-01-${day}.md`, paper(day));
    const unsubscribe = reader.store.subscribe(
      ({ shelf }) => shelf.digests.length === 2 && reader.library.cancel(),
    );
    mock.method(performance, 'now', () => (clock += 1000));
    let clock = 0;
    await reader.watching.choose();
    unsubscribe();
    assert.deepEqual(reader.names(), ['2026-01-10', '2026-01-11']);
    assert.deepEqual(reader.store.get().folder, { name: 'digests', waits: true });
    await look();
    assert.equal(reader.names().length, 2);
    await reader.watching.again();
    assert.deepEqual(reader.names(), ['2026-01-10', '2026-01-11', '2026-01-12', '2026-01-13']);
    assert.deepEqual([reader.store.get().folder?.waits, reader.told.outcomes], [false, []]);
  });

  test('waits where it cannot be read any more', async () => {
    await reader.watching.choose();
    folder.disk.permission = 'denied';
    await look();
    assert.deepEqual(reader.store.get().folder, { name: 'digests', waits: true });
    await reader.watching.again();
    assert.deepEqual(reader.told.notices, [['folder.refused', undefined]]);
  });
});

describe('the next visit', () => {
  test('looks into the folder, and reads only what is new', async () => {
    await reader.watching.choose();
    reader.end();
    folder.write('2026-01-11.md', paper(11));
    const next = openWatching();
    await next.start();
    const opened = mock.method(next.library, 'open');
    await next.watching.start();
    await shows(next, '2026-01-10', '2026-01-11');
    assert.equal(opened.mock.calls[0].arguments[0].length, 1);
  });

  test('asks the person first where the browser wants to be asked again', async () => {
    await reader.watching.choose();
    reader.end();
    folder.write('2026-01-11.md', paper(11));
    folder.disk.permission = 'prompt';
    const next = openWatching();
    await next.start();
    await next.watching.start();
    await look();
    assert.deepEqual(
      [next.names(), next.store.get().folder],
      [['2026-01-10'], { name: 'digests', waits: true }],
    );
    await next.watching.again();
    assert.deepEqual(next.names(), ['2026-01-10', '2026-01-11']);
    assert.equal(next.store.get().folder?.waits, false);
  });

  test('knows of no folder that was let go', async () => {
    await reader.watching.choose();
    await reader.watching.forget();
    assert.equal(reader.store.get().folder, null);
    folder.write('2026-01-11.md', paper(11));
    await look();
    const next = openWatching();
    await next.start();
    await next.watching.start();
    await look();
    assert.deepEqual(
      [reader.names(), next.names(), next.store.get().folder],
      [['2026-01-10'], ['2026-01-10'], null],
    );
  });
});

describe('choosing', () => {
  test('the same folder again reads nothing twice, another one begins anew', async () => {
    await reader.watching.choose();
    const opened = mock.method(reader.library, 'open');
    await reader.watching.choose();
    assert.equal(opened.mock.callCount(), 0);
    folder = createFolder('other');
    folder.write('2026-01-10.md', paper(40));
    await reader.watching.choose();
    assert.equal(opened.mock.callCount(), 1);
    assert.equal(reader.store.get().folder?.name, 'other');
  });

  for (const [name, notices] of /** @type {[string, any[]][]} */ ([
    ['AbortError', []],
    ['SecurityError', [['folder.refused', undefined]]],
  ]))
    test(`that ends with ${name} changes nothing${notices.length ? ', and is said' : ''}`, async () => {
      window.showDirectoryPicker = () => Promise.reject(new DOMException('', name));
      await reader.watching.choose();
      assert.deepEqual([reader.told.notices, reader.store.get().folder], [notices, null]);
    });
});

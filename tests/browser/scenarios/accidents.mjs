// No room left, and a core that stops: nothing that was there is lost, and one sentence says what happened.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, fixture } from '../support/dist.mjs';
import { temporaryFolder, withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import { countIs, openPaper, search } from '../support/reader.mjs';
import { isHeld } from '../support/versions.mjs';

/** The most memory of the core in pages of 64 kB, as the module says it: 65,536, and 640 in as many bytes. */
const MOST = Buffer.from([0x80, 0x80, 0x04]);
const LITTLE = Buffer.from([0x80, 0x85, 0x00]);
const MEMORY_SECTION = 5;

/** The page with another file of that name. @param {string} name @param {(file: Buffer) => Buffer} change */
function withChanged(name, change) {
  const folder = temporaryFolder();
  cpSync(dist, folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(path)));
  // The service worker would refuse a file that is not as it was built.
  writeFileSync(join(folder, 'service-worker.js'), '');
  return folder;
}

/** A page whose core gets 40 MB and no more. */
const withLittleMemory = () =>
  withChanged('broadsheet.wasm', (wasm) => {
    LITTLE.copy(wasm, memoryLimit(wasm));
    return wasm;
  });

const TRAPPING = `${'a'.repeat(74)}.md`;
/** A text's size and its end come with it. */
const TRAPPING_BYTES = TRAPPING.length + 5;

/** A page whose core executes `unreachable` when it is to hold a name of that length. */
const withTrap = () =>
  withChanged('worker.js', (script) =>
    Buffer.concat([Buffer.from(`(${trapAt})(${TRAPPING_BYTES});\n`), script]),
  );

/** Runs in the worker, before its own script. @param {number} bytes */
function trapAt(bytes) {
  // (module (func (export "trap") unreachable))
  const code = [
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0],
    [7, 8, 1, 4, 116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11],
  ].flat();
  const { trap } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(code))).exports;
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const { module, instance } = await instantiate(source, imports);
    /** @param {any} one */
    const trapping = (one) =>
      typeof one === 'function'
        ? (/** @type {any[]} */ ...args) =>
            args.length === 1 && args[0] === bytes ? Reflect.apply(trap, null, []) : one(...args)
        : one;
    const exports = Object.entries(instance.exports).map(([name, one]) => [name, trapping(one)]);
    return { module, instance: { exports: Object.fromEntries(exports) } };
  };
}

/** Where the module says how much memory it may have at most. @param {Buffer} wasm */
function memoryLimit(wasm) {
  let at = 8;
  /** @returns {number} */
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  for (;;) {
    const section = wasm[at++];
    const size = number();
    if (section !== MEMORY_SECTION) at += size;
    else {
      assert.deepEqual([number(), number()], [1, 1], 'one memory, with a limit');
      number();
      assert.deepEqual(wasm.subarray(at, at + 3), MOST);
      return at;
    }
  }
}

/** @type {import('../support/matrix.mjs').Scenarios<import('../support/page.mjs').Page, import('../support/sites.mjs').Site & import('../support/sites.mjs').Server>} */
export const accidents = Object.fromEntries(
  [
    {
      what: 'runs out of memory',
      made: withLittleMemory,
      file: '2026-02-02.md',
      papers: 60_000,
      said: [/^Aborted/, /^engine stopped: RuntimeError: Aborted/],
    },
    {
      what: 'traps',
      made: withTrap,
      file: TRAPPING,
      papers: 3,
      said: [/^engine stopped: RuntimeError: unreachable/i],
    },
  ].map(({ what, made, file, papers, said }) => [
    `a core that ${what} is replaced, and the file that did it is named and set aside`,
    /** @param {import('../support/page.mjs').Page} page @param {any} site */
    (page, site) => stops(page, site, made(), { [file]: makeDigest({ papers }) }, said),
  ]),
);

/**
 * @param {import('../support/page.mjs').Page} page @param {import('../support/sites.mjs').Site & import('../support/sites.mjs').Server} site
 * @param {string} folder of the page, whose core stops at the file @param {Record<string, string>} file
 * @param {RegExp[]} said on the console, by the core and by the page: for whoever looks for the reason
 */
async function stops(page, site, folder, file, said) {
  // Its database is there: WebKit opens none whose first opening was cut short (web/src/storage/database.js).
  await page.visible('[data-testid=drop]');
  // A service worker that is let go before it has begun says so.
  await isHeld(page);
  // What the first visit has kept is the page as it was built.
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.goto('about:blank');
  site.use(folder);
  await page.goto(site.url);
  await page.drop([fixture('clean.md')]);
  await countIs(page, '3 papers');
  await openPaper(page, '2601.00001@clean');
  await page.press('s');
  await withFiles(file, async (paths) => {
    await page.drop(paths);
    await page.until(
      'the file is named',
      (name) => document.querySelector('[data-testid=toast]')?.textContent?.includes(name),
      Object.keys(file)[0],
    );
  });
  await page.says('[data-testid=toast]', /The reader stopped at this file/);
  await countIs(page, '3 papers');
  assert.equal(await search(page, 'is:starred'), 1);
  await search(page, '');
  await page.until('the address has no query', () => !/[#&]q=/.test(location.hash));
  await page.reload();
  await countIs(page, '3 papers');
  const troubles = page.troubles.splice(0).map((trouble) => trouble.replace(/^console error: /, ''));
  assert.equal(troubles.length, said.length, troubles.join());
  for (const [at, trouble] of troubles.entries()) assert.match(trouble, said[at]);
}

/** In Chromium alone, whose tools can take room away. @type {import('../support/matrix.mjs').Scenarios<any>} */
export const fullDisk = {
  async 'where there is no room the file is open all the same, and it is said that it will not be kept'(
    page,
  ) {
    // Before anything is kept: Chromium asks once. The page itself, kept for its way without a network, takes 2 MB.
    await page.limitStorage(3_500_000);
    await page.drop([fixture('clean.md')]);
    await countIs(page, '3 papers');
    // What repeats itself packs to nothing.
    const noise = randomBytes(1_500_000).toString('base64').replace(/.{60}/g, '$& ');
    const large = makeDigest({ papers: 3, first: 100 }).replaceAll('TL;DR: ', `TL;DR: ${noise} `);
    await withFiles({ '2026-02-02.md': large }, async (paths) => {
      await page.drop(paths);
      await countIs(page, '6 papers');
    });
    await page.says('[data-testid=toast]', /no room left in this browser: 2026-02-02\.md is open/);
    await page.reload();
    await countIs(page, '3 papers');
  },
};

// The module as JavaScript sees it: plain values, UTF-16 ranges, errors as codes, nothing thrown.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const createBroadsheet = createRequire(import.meta.url)('../../build/wasm/broadsheet.js');
const core = await createBroadsheet({
  wasmBinary: readFileSync(new URL('build/wasm/broadsheet.wasm', root)),
});

const bytesOf = (text) => new TextEncoder().encode(text);
const fixture = (name) => new Uint8Array(readFileSync(new URL(`tests/fixtures/${name}`, root)));

function open(...files) {
  const library = new core.Library();
  for (const [name, bytes] of files) {
    assert.equal(library.read(name, bytes, 0).code, 'ok');
    while (library.index(1) > 0);
  }
  return library;
}

/** As the page's worker does it: the bytes are put straight into the module's memory, in two steps. */
function reopen(library, bytes, own = true) {
  const saved = new core.SavedBytes(bytes.length);
  const half = bytes.length >> 1;
  saved.room(0, half).set(bytes.subarray(0, half));
  saved.room(half, bytes.length).set(bytes.subarray(half));
  const opened = library.open(saved, own);
  saved.delete();
  return opened;
}

/** Everything, the best matches first. */
const WHOLE = {
  text: '',
  typing: false,
  categories: [],
  days: [],
  authors: [],
  languages: [],
  sets: [],
  withCode: false,
  withoutSummary: false,
  hiddenSets: [],
  order: 'relevance',
  feedback: true,
};
const search = (library, request = {}) => library.search({ ...WHOLE, ...request });

const marked = ({ text, marks }) =>
  marks.reduceRight((all, at, i) => all.slice(0, at) + (i % 2 ? ']' : '[') + all.slice(at), text);

const isPlain = (value) =>
  value === null || typeof value !== 'object'
    ? ['string', 'number', 'boolean'].includes(typeof value)
    : value instanceof Uint32Array ||
      ([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)) &&
        Object.values(value).every(isPlain));

test('every answer is made of plain values only', () => {
  const library = new core.Library();
  assert.ok(isPlain(library.read('toc-mismatch.md', fixture('toc-mismatch.md'), 0)));
  assert.equal(library.index(1000), 0);
  const result = search(library);
  assert.ok(isPlain(result));
  assert.ok(isPlain(library.rows(0, 10)));
  assert.ok(isPlain(library.paper(0, false)));
  assert.ok(isPlain(library.digestsFrom(0)));
  assert.ok(isPlain(library.facetValues()));
  assert.ok(isPlain(library.memory()));
  const [{ work }] = library.rows(0, 1);
  assert.ok(isPlain(library.similarTo([work], [], 10)));
  assert.ok(isPlain(library.trends(7, 10)));
  search(library, { text: library.rows(0, 1)[0].title.text });
  assert.ok(isPlain(library.explain(library.rows(0, 1)[0].paper)));
  assert.ok(isPlain(library.complete('au', 2)));
  search(library);
  assert.equal(library.rows(0, 10).length, result.total);
});

test('marks are UTF-16 offsets, also after characters outside the basic plane', () => {
  const text = '### [1] [𝐀𝐁 模型 and 𝐂 models](https://arxiv.org/abs/2601.00001)\n*Ada Model*\n';
  const library = open(['2026-01-14.md', bytesOf(text)]);
  search(library, { text: '模型 model' });
  const [row] = library.rows(0, 1);
  assert.equal(marked(row.title), '𝐀𝐁 [模型] and 𝐂 [models]');
  assert.equal(marked(row.authors), 'Ada [Model]');
  assert.equal(marked(library.paper(row.paper, false).title), '𝐀𝐁 [模型] and 𝐂 [models]');
});

test('positions of query issues are UTF-16 offsets', () => {
  const library = open(['clean.md', fixture('clean.md')]);
  const [issue] = search(library, { text: '模型𝐀 title:' }).issues;
  assert.deepEqual([issue.code, issue.start, issue.end], ['empty_filter', 5, 11]);
});

test('errors are values with a code', () => {
  const library = open(['clean.md', fixture('clean.md')]);
  const cases = [
    ['again.md', fixture('clean.md'), 'already_open'],
    ['picture.md', new Uint8Array(4096), 'not_text'],
    ['empty.md', new Uint8Array(), 'empty_file'],
    ['toc-only.md', fixture('toc-only.md'), 'only_contents'],
    ['readme.md', fixture('not-a-digest.md'), 'no_papers'],
  ];
  for (const [name, bytes, code] of cases) {
    const result = library.read(name, bytes, 0);
    assert.equal(result.code, code, name);
    assert.equal(library.index(1000), 0);
  }
  assert.equal(library.paperCount(), 3);
});

test('files in other encodings are read as the command reads them', () => {
  const cases = [
    ['chinese.gbk', 'chinese.md', 'GBK'],
    ['traditional.big5', 'traditional.md', 'Big5'],
    ['japanese.shift-jis', 'japanese.md', 'Shift-JIS'],
    ['japanese.euc-jp', 'japanese.md', 'EUC-JP'],
    ['korean.euc-kr', 'korean.md', 'EUC-KR'],
    ['western.windows-1252', 'western.md', 'windows-1252'],
    ['russian.windows-1251', 'russian.md', 'windows-1251'],
    ['russian.koi8-r', 'russian.md', 'KOI8-R'],
    ['chinese.utf-16le', 'chinese.md', 'UTF-16LE'],
    ['japanese.utf-16be-marked', 'japanese.md', 'UTF-16BE'],
  ];
  for (const [file, text, name] of cases) {
    const library = open(['2026-01-14.md', fixture(`encodings/${text}`)]);
    // Converted, it is the same digest.
    assert.equal(library.read('other.md', fixture(`encodings/${file}`), 0).code, 'already_open', file);
    const { code, info } = new core.Library().read('2026-01-14.md', fixture(`encodings/${file}`), 0);
    assert.equal(code, 'ok', file);
    assert.deepEqual(
      info.diagnostics.filter((each) => each.code === 'other_encoding').map((each) => each.message),
      [`read as ${name}`],
    );
  }
});

test('a file in a doubtful encoding is refused, and what would fit is named', () => {
  const gbk = [...fixture('encodings/chinese.gbk'), 0xff];
  const { code, message } = new core.Library().read('2026-01-14.md', new Uint8Array(gbk), 0);
  assert.equal(code, 'doubtful_encoding');
  assert.equal(message, 'line 17 is not UTF-8; it may be GBK: save the file as UTF-8');
});

test('a decoder’s answer larger than one step is whole', () => {
  const gbk = fixture('encodings/chinese.gbk');
  const many = Buffer.concat(Array.from({ length: Math.ceil((600 << 10) / gbk.length) }, () => gbk));
  const text = Buffer.concat(
    Array.from({ length: many.length / gbk.length }, () => fixture('encodings/chinese.md')),
  );
  const library = open(['2026-01-14.md', new Uint8Array(text)]);
  assert.equal(library.read('other.md', new Uint8Array(many), 0).code, 'already_open');
});

test('no argument makes it throw', () => {
  const library = open(['clean.md', fixture('clean.md')]);
  for (const number of [0, 3, 4294967295]) {
    assert.ok(Array.isArray(library.rows(number, number)));
    assert.equal(library.paper(number, false).found, number < 3);
    assert.equal(typeof library.positionOf(number), 'number');
  }
  for (const text of ['\ud800', '"', '-', 'title:', '\u0000', 'x'.repeat(100_000)]) {
    assert.equal(typeof search(library, { text, typing: true }).total, 'number');
    assert.equal(library.locate(text), -1);
  }
  for (const number of [0, 3, 4294967295]) {
    assert.ok(Array.isArray(library.complete('\ud800 tit', number)));
    assert.ok(Array.isArray(library.similarTo(['\ud800', ''], ['\ud800', ''], number)));
    assert.ok(Array.isArray(library.trends(number, number).days));
    assert.ok(Array.isArray(library.explainAlso(number)));
    assert.ok(Array.isArray(library.explain(number).parts));
    assert.equal(typeof library.authorName(number), 'string');
  }
  assert.equal(reopen(library, new Uint8Array(100)).code, 'not_a_snapshot');
  assert.equal(new core.Library().rows(0, 10).length, 0);
});

test('facets count languages, code and sets, and days tell what of them was read', () => {
  const paper = (/** @type {number} */ serial, /** @type {string} */ tldr) =>
    `### [${serial}] [Tea ${serial}](https://arxiv.org/abs/2601.0000${serial})\n*Ada Lovelace*\n\nTL;DR: ${tldr}\n\n`;
  const library = open([
    '2026-01-14.md',
    bytesOf(paper(1, '大模型压缩') + paper(2, 'at github.com/a/b') + paper(3, 'tea')),
  ]);
  assert.equal(library.setNumber('is:read'), -1);
  library.defineSet('is:read', ['2601.00001']);
  library.defineSet('tag:To Read', ['2601.00002', '2601.00003']);
  const result = search(library);
  assert.deepEqual(library.facetValues().languages, ['en', 'zh', 'ja', 'ko']);
  assert.deepEqual([...result.languages], [2, 1, 0, 0]);
  assert.equal(result.withCode, 1);
  assert.deepEqual([[...result.days], [...result.readDays]], [[3], [1]]);
  const count = (/** @type {string} */ set) => result.sets[library.setNumber(set)];
  assert.deepEqual(['is:read', 'is:unread', 'tag:To Read'].map(count), [1, 2, 2]);
  assert.equal(search(library, { languages: ['zh'] }).total, 1);
  assert.equal(search(library, { sets: ['is:unread', 'tag:To Read'], withCode: true }).total, 1);
  assert.equal(search(library, { days: ['2026-01-01..2026-01-14'] }).total, 3);
  assert.equal(search(library, { days: ['2026-01-15..2026-02-01'] }).total, 0);
});

test('counts leave the current result alone, and authors are found in that', () => {
  const names = ['Kurt Gödel', '张伟', 'Jean-Pierre Serre'];
  const text = names.map(
    (name, i) => `### [${i}] [Tea ${i}](https://arxiv.org/abs/2601.0000${i})\n*${name}*\n\n`,
  );
  const library = open(['2026-01-14.md', bytesOf(text.join(''))]);
  assert.deepEqual(library.authors('kurt'), []);
  search(library, { authors: ['张伟'] });
  const request = { ...WHOLE, text: 'tea', order: 'newest' };
  assert.equal(library.counts(request).total, 3);
  assert.equal(library.rows(0, 9).length, 1);
  for (const [typed, name] of [
    ['godel ku', 'Kurt Gödel'],
    ['伟', '张伟'],
    ['pierre', 'Jean-Pierre Serre'],
  ])
    assert.deepEqual(library.authors(typed), [{ value: name, count: 1 }]);
  for (const typed of ['ierre', '', ' . ', 'kurt 张', '\ud800', 'x'.repeat(100_000)])
    assert.deepEqual(library.authors(typed), []);
});

test('facet counts are numbers for the values that the library names', () => {
  const library = open(['clean.md', fixture('clean.md')]);
  const result = search(library);
  const { categories, days } = library.facetValues();
  assert.equal(categories.length, result.categories.length);
  assert.equal(days.length, result.days.length);
  assert.equal(
    result.categories.reduce((sum, count) => sum + count, 0),
    3,
  );
  assert.equal(result.authors.length, result.authorCounts.length);
  assert.ok(library.authorName(result.authors[0]).length > 0);
});

test('a misspelt query is answered with the library\u2019s own spelling', () => {
  const text = '### [1] [Sparse attention](https://arxiv.org/abs/2601.00001)\n*Ada Lovelace*\n';
  const library = open(['2026-01-14.md', bytesOf(text)]);
  const result = search(library, { text: 'sparse atention' });
  assert.deepEqual([result.total, result.suggestion, result.suggested], [1, 'sparse attention', 'instead']);
  assert.equal(marked(library.rows(0, 1)[0].title), '[Sparse attention]'.replace(' ', '] ['));
});

test('completions name the UTF-16 range that they replace', () => {
  const text = '### [1] [Tea](https://arxiv.org/abs/2601.00001)\n*Ada Lovelace*\n';
  const library = open(['2026-01-14.md', bytesOf(text)]);
  const [author] = library.complete('𝐀 love tea', 7);
  assert.deepEqual(author, {
    kind: 'author',
    text: 'author:"Ada Lovelace"',
    label: 'Ada Lovelace',
    start: 3,
    end: 7,
    papers: 1,
  });
});

test('an explanation adds up to the score', () => {
  const library = open(['clean.md', fixture('clean.md')]);
  assert.deepEqual(library.explain(0), { score: 0, parts: [] });
  search(library, { text: 'the of' });
  const [row] = library.rows(0, 1);
  const { score, parts } = library.explain(row.paper);
  assert.ok(score > 0);
  assert.ok(Math.abs(parts.reduce((sum, part) => sum + part.score, 0) - score) < 1e-3);
});

test('an explanation names the words that the best papers share', () => {
  const paper = (/** @type {number} */ serial) => {
    const [title, tldr] = serial < 12 ? ['Draft decoding', '推测解码'] : ['Graph pooling', '图池化'];
    return `### [${serial}] [${title}](https://arxiv.org/abs/2601.00${100 + serial})\n*Ada Lovelace*\n\nTL;DR: ${tldr}\n\n`;
  };
  const library = open([
    '2026-01-14.md',
    bytesOf(Array.from({ length: 40 }, (_, i) => paper(i + 1)).join('')),
  ]);
  search(library, { text: '推测解码' });
  const [row] = library.rows(0, 1);
  const { parts } = library.explain(row.paper);
  assert.equal(parts.find(({ kind }) => kind === 'shared')?.term, 'decoding, draft');
});

test('a saved library is opened again with the same answers', () => {
  const library = open(['clean.md', fixture('clean.md')], ['versions.md', fixture('versions.md')]);
  const saved = library.save();
  const again = new core.Library();
  assert.deepEqual(reopen(again, saved), { code: 'ok', message: '', digests: 2 });
  assert.deepEqual(reopen(new core.Library(), saved, false), { code: 'ok', message: '', digests: 2 });
  for (const text of ['', 'the', 'title:a']) {
    const results = [library, again].map((each) => {
      const { milliseconds, ...result } = search(each, { text });
      assert.ok(milliseconds >= 0);
      return { result, rows: each.rows(0, 100) };
    });
    assert.deepEqual(results[0], results[1]);
  }
  assert.deepEqual(Buffer.from(again.save()), Buffer.from(saved));
  assert.equal(reopen(again, saved).digests, 0);
  saved[saved.length / 2] ^= 1;
  assert.equal(reopen(again, saved).code, 'bad_snapshot');
});

test('an abandoned file leaves the library as it was', () => {
  const library = open(['clean.md', fixture('clean.md')]);
  assert.equal(library.read('versions.md', fixture('versions.md'), 0).code, 'ok');
  library.index(1);
  library.abandon();
  assert.equal(library.paperCount(), 3);
  assert.equal(library.read('versions.md', fixture('versions.md'), 0).code, 'ok');
  assert.equal(library.index(1000), 0);
  assert.equal(library.paperCount(), 5); // three of its five are the same papers
});

test('keys lead back to papers', () => {
  const library = open(['clean.md', fixture('clean.md')], ['duplicate-ids.md', fixture('duplicate-ids.md')]);
  const { total } = search(library);
  for (const row of library.rows(0, total)) {
    assert.equal(library.locate(row.key), row.paper);
    assert.equal(library.positionOf(row.paper) >= 0, true);
  }
});

test('a container says so, and its files come out one by one', () => {
  const library = new core.Library();
  const packed = new Uint8Array(gzipSync(fixture('clean.md')));
  assert.equal(library.read('2026-01-14.md.gz', packed, 0).code, 'container');
  const unpacker = new core.Unpacker('2026-01-14.md.gz', packed);
  const file = unpacker.next();
  assert.deepEqual([file.found, file.name, file.code], [true, '2026-01-14.md', 'ok']);
  assert.deepEqual(Buffer.from(file.bytes), Buffer.from(fixture('clean.md')));
  assert.equal(unpacker.next().found, false);
  const broken = new core.Unpacker('cut.md.gz', packed.subarray(0, 100)).next();
  assert.deepEqual([broken.found, broken.code, broken.bytes.length], [true, 'broken_archive', 0]);
  assert.equal(new core.Unpacker('', new Uint8Array()).next().code, 'broken_archive');
});

test('a set that JavaScript defines is found by its name', () => {
  const library = open(['2026-01-14.md', fixture('clean.md')]);
  const all = library.paperCount();
  assert.deepEqual(
    search(library, { text: 'is:read' }).issues.map((issue) => issue.code),
    ['unknown_value'],
  );
  search(library);
  const [first] = library.rows(0, 1);
  library.defineSet('is:read', [first.work, 'no such work']);
  assert.equal(search(library, { text: 'is:read' }).total, 1);
  assert.equal(search(library, { text: '-is:read' }).total, all - 1);
  assert.equal(search(library, { text: '-is:read OR is:read' }).total, all);
  assert.equal(search(library, { text: 'is:unread' }).total, all - 1);
  library.putInSet('is:read', first.work, false);
  assert.equal(search(library, { text: 'is:read' }).total, 0);
});

test('a library is saved a few bytes at a time, until it changes', () => {
  const library = open(['clean.md', fixture('clean.md')]);
  const whole = library.save();
  const saver = new core.Saver(library);
  assert.equal(saver.size(), whole.length);
  const pieces = [];
  for (let piece = saver.next(1000); piece.length > 0; piece = saver.next(1000)) {
    assert.ok(piece.length <= 1000);
    pieces.push(Buffer.from(piece));
  }
  assert.deepEqual(Buffer.concat(pieces), Buffer.from(whole));
  assert.equal(saver.next(1000).length, 0);
  saver.delete();
  const stopped = new core.Saver(library);
  assert.equal(stopped.next(100).length > 0, true);
  library.read('versions.md', fixture('versions.md'), 0);
  assert.equal(stopped.next(100).length, 0);
  stopped.delete();
  const orphan = new core.Saver(library);
  library.delete();
  assert.equal(orphan.next(100).length, 0);
  orphan.delete();
});

test('digests are taken out by their labels', () => {
  const library = open(['clean.md', fixture('clean.md')], ['versions.md', fixture('versions.md')]);
  const [clean, versions] = library.digestsFrom(0);
  assert.deepEqual([clean.label, versions.label], ['clean', 'versions']);
  assert.notEqual(clean.content, versions.content);
  assert.equal(library.remove(['clean', 'no such digest']), 1);
  assert.equal(library.rows(0, 10).length, 0, 'the result was of the library before');
  assert.equal(search(library).total, versions.papers);
  assert.deepEqual(
    library.digestsFrom(0).map(({ label }) => label),
    ['versions'],
  );
  assert.equal(library.digestsFrom(7).length, 0);
  assert.ok(Array.isArray(library.complete('a', 1)));
});

test('late texts are read where they are kept, when they are wanted', () => {
  const library = open(['clean.md', fixture('clean.md')], ['versions.md', fixture('versions.md')]);
  const kept = library.save();
  const saved = new core.SavedBytes(kept.length);
  const head = 2080; // docs/snapshot-format.md
  saved.room(0, head).fill(0);
  assert.equal(saved.bytesBeforeTexts(), 0, 'there is nothing yet');
  saved.room(0, head).set(kept.subarray(0, head));
  const before = saved.bytesBeforeTexts();
  assert.ok(before > head && before < kept.length);
  saved.room(head, before - head).set(kept.subarray(head, before));
  let reads = 0;
  let damages = 0;
  let whole = true;
  const texts = {
    read(offset, room) {
      reads += 1;
      room.set(kept.subarray(offset, offset + room.length));
      return whole;
    },
    damaged: () => (damages += 1),
  };
  const again = new core.Library();
  assert.deepEqual(again.openLate(saved, texts), { code: 'ok', message: '', digests: 2 });
  saved.delete();
  assert.equal(search(again).total, search(library).total);
  assert.equal(reads, 0);
  assert.deepEqual(again.rows(0, 1), library.rows(0, 1));
  assert.equal(reads, 1);
  whole = false;
  assert.equal(again.readLateTexts(1), 0);
  assert.deepEqual([reads, damages], [2, 1]);

  const cut = new core.SavedBytes(before);
  cut.room(0, before).set(kept.subarray(0, before));
  assert.equal(new core.Library().openLate(cut, texts).code, 'bad_snapshot');
});

test('room for a saved library is cut to what there is', () => {
  const saved = new core.SavedBytes(10);
  assert.equal(saved.room(0, 100).length, 10);
  assert.equal(saved.room(9, 5).length, 1);
  for (const [offset, size] of [
    [10, 1],
    [-1, 3],
    [NaN, NaN],
    [1e20, 1e20],
  ])
    assert.equal(saved.room(offset, size).length, 0);
  saved.delete();
  for (const size of [-5, NaN, 1e20]) assert.equal(new core.SavedBytes(size).room(0, 10).length, 0);
});

test('a digest that was made again is told from others, and the older one gives way but for what it has alone', () => {
  const text = new TextDecoder().decode(fixture('clean.md'));
  const [first] = text.match(/### \[1\][^]*?(?=### \[2\])/) ?? [''];
  const again = new TextEncoder().encode(text.replace(first, ''));
  const library = new core.Library();
  for (const [bytes, written] of /** @type {const} */ ([
    [fixture('clean.md'), 1768377600123],
    [again, 0],
  ])) {
    assert.equal(library.read('2026-01-14.md', bytes, written).code, 'ok');
    assert.equal(library.index(1000), 0);
  }
  const [older, newer] = library.digestsFrom(0);
  assert.deepEqual([older.written, newer.written], [1768377600123, 0]);
  assert.equal(older.stem, newer.stem);
  assert.equal(older.fileName, '2026-01-14.md');
  assert.deepEqual(library.compareMakings(newer.label, older.label), { same: true, shared: 2, left: [0] });
  assert.deepEqual(library.compareMakings('x', older.label), { same: false, shared: 0, left: [] });
  assert.equal(library.cut([{ label: older.label, stay: [0], heir: newer.label }]), 1);
  assert.deepEqual(
    library.digestsFrom(0).map(({ label, papers, rest }) => [label, papers, rest]),
    [
      [newer.label, 1, true],
      [older.label, 2, false],
    ],
  );
  assert.equal(library.paperCount(), 3);
});

test('a day of two digests is one in the contents', () => {
  const library = open(['2026-01-14.md', fixture('clean.md')], ['2026-01-14_zh.md', fixture('versions.md')]);
  const { days, newest } = library.contents(31, []);
  assert.equal(days, 1);
  assert.equal(newest.length, 1);
  assert.equal(newest[0].day, '2026-01-14');
  assert.equal(newest[0].papers, library.paperCount());
  assert.equal(library.contents(0, []).newest.length, 0);
  assert.ok(isPlain(library.contents(31, [])));
});

test('a paper is cited by the month of its id, else by its own day, and by the DOI that is known', () => {
  const of = (url) => `### [1] [Tea](${url})\n*Ada*\n\n`;
  for (const [name, url, date, doi] of [
    ['2026-01-14.md', 'https://arxiv.org/abs/2512.00001v2', '2025-12', '10.48550/arXiv.2512.00001'],
    ['2026-01-14.md', 'https://arxiv.org/abs/hep-th/9711200', '1997-11', '10.48550/arXiv.hep-th/9711200'],
    ['2026-01-14.md', 'https://doi.org/10.1000/tea', '2026-01-14', '10.1000/tea'],
    ['classics.md', 'https://example.org/tea', '', ''],
  ]) {
    const paper = open([name, bytesOf(of(url))]).paper(0, false);
    assert.deepEqual([paper.citedDate, paper.doi], [date, doi]);
  }
});

// The column of filters: what each group shows of an answer.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { setUpDocument } from './support/window.mjs';
import { giveFocus } from './support/focus.mjs';
import './support/select.mjs';

setUpDocument();
const { createFilters } = await import('../../web/src/features/filters/filters.js');
const { NO_FILTERS } = await import('../../web/src/app/fragment.js');
const { categoryLabel, categoryName } = await import('../../web/src/i18n/categories.js');
const { useLanguage } = await import('../../web/src/i18n/language.js');

beforeEach(() => giveFocus(setUpDocument()));

/** @param {Record<string, number>} counts */
const counted = (counts) => Object.entries(counts).map(([value, count]) => ({ value, count }));

const RESULT = {
  categories: counted({ 'math.CO': 2, 'cs.LG': 30, 'q-bio.GN': 0, Odd: 1 }),
  days: [{ value: '2026-01-14', count: 3, unread: 1 }],
  authors: counted({ Ada: 3, Kurt: 0 }),
  languages: counted({ en: 1, zh: 2, ja: 0, ko: 0 }),
  sets: counted({
    'is:read': 2,
    'is:dismissed': 0,
    'is:noted': 0,
    'tag:b': 1,
    'tag:a': 2,
    'tag:gone': 0,
    'is:unread': 31,
  }),
  withCode: 4,
  withoutSummary: 0,
};

const TAGS = [
  { name: 'a', colour: 'teal' },
  { name: 'b', colour: '' },
];

/** @param {object} [state] */
function show({ result = RESULT, selected = {}, found = null } = /** @type {any} */ ({})) {
  const said = /** @type {unknown[][]} */ ([]);
  /** @param {string} name */
  const tell =
    (name) =>
    (/** @type {unknown[]} */ ...what) =>
      void said.push([name, ...what]);
  const filters = createFilters({
    top: [],
    tagTools: [],
    collectionTools: [],
    dayTools: [],
    onToggle: tell('toggle'),
    onDays: tell('days'),
    onWithCode: tell('code'),
    onWithoutSummary: tell('without'),
    onFindAuthor: tell('find'),
    onClear: tell('clear'),
  });
  document.body.append(filters.node);
  /** @param {any} state */
  const update = ({ result = RESULT, selected = {}, found = null, tags = TAGS }) =>
    filters.update({
      result: /** @type {any} */ (result),
      selected: { ...NO_FILTERS, ...selected },
      found,
      tags,
    });
  update({ result, selected, found });
  return { said, update };
}

/** @param {string} kind such as "category" */
const boxes = (kind) => /** @type {any[]} */ ([...document.querySelectorAll(`[data-testid=${kind}-filter]`)]);
/** @param {string} kind */
const values = (kind) => boxes(kind).map((box) => box.dataset.value);
/** @param {string} kind */
const texts = (kind) => boxes(kind).map((box) => box.closest('label').textContent);

test('CategoriesHaveTheirNamesAndStandByCountWithoutThoseOfNoPaper', () => {
  show();
  assert.deepEqual(texts('category'), ['cs.LG Machine Learning 30', 'math.CO Combinatorics 2', 'Odd 1']);
  const more = /** @type {any} */ (boxes('category')[0].closest('fieldset').querySelector('.facet-more'));
  assert.equal(more.textContent, 'Show all 4');
  more.dispatchEvent(new Event('click'));
  assert.equal(values('category').length, 4);
});

test('AValueOfNoPaperStaysWhereItIsChosen', () => {
  show({ selected: { categories: ['q-bio.GN'], authors: ['Kurt'] } });
  assert.deepEqual(values('category'), ['cs.LG', 'math.CO', 'Odd', 'q-bio.GN']);
  assert.deepEqual(
    boxes('author').map((box) => box.checked),
    [false, true],
  );
});

test('MarksAndTagsAreFiltersLikeTheOthers', () => {
  const { said } = show({ selected: { sets: ['tag:gone'] } });
  assert.deepEqual(texts('state'), ['Unread 31', 'Read 2']);
  assert.deepEqual(texts('tag'), ['#a 2', '#b 1', '#gone 0']);
  boxes('state')[0].dispatchEvent(new Event('change'));
  boxes('tag')[1].dispatchEvent(new Event('change'));
  assert.deepEqual(said, [
    ['toggle', 'sets', 'is:unread'],
    ['toggle', 'sets', 'tag:b'],
  ]);
});

test('ATagHasItsColourAndIsOfferedWhileAnyPaperHasIt', () => {
  const { update } = show();
  const colours = () =>
    boxes('tag').map((box) => box.closest('label').querySelector('.tag-sign').getAttribute('data-colour'));
  assert.deepEqual(
    [values('tag'), colours()],
    [
      ['tag:a', 'tag:b'],
      ['teal', null],
    ],
  );
  update({
    tags: [
      { name: 'a', colour: '' },
      { name: 'b', colour: 'red' },
    ],
  });
  assert.deepEqual(colours(), [null, 'red']);
  update({ result: { ...RESULT, sets: counted({ 'tag:a': 0, 'tag:gone': 0 }) } });
  assert.deepEqual(values('tag'), []);
  const group = /** @type {any} */ (
    [...document.querySelectorAll('fieldset')].find((each) => each.textContent?.startsWith('Tags'))
  );
  assert.equal(group.hidden, false);
  assert.equal(group.querySelector('.facet-more').textContent, 'Show all 1');
});

test('LanguagesAreOfferedWhereThereAreSeveral', () => {
  const { update } = show();
  assert.deepEqual(texts('language'), ['Chinese 2', 'English 1']);
  update({ result: { ...RESULT, languages: counted({ en: 3, zh: 0 }) } });
  assert.deepEqual(values('language'), []);
  update({ result: { ...RESULT, languages: counted({ en: 3, zh: 0 }) }, selected: { languages: ['zh'] } });
  assert.deepEqual(values('language'), ['en', 'zh']);
});

test('TextsAreOfferedByWhatTheyHaveAndLack', () => {
  const { said, update } = show();
  assert.deepEqual(texts('text'), ['With code 4']);
  boxes('text')[0].dispatchEvent(new Event('change'));
  update({ selected: { withoutSummary: true } });
  assert.deepEqual(texts('text'), ['With code 4', 'Without summary 0']);
  assert.deepEqual(
    boxes('text').map((box) => box.checked),
    [false, true],
  );
  boxes('text')[1].dispatchEvent(new Event('change'));
  assert.deepEqual(said, [['code'], ['without']]);
});

test('AnAuthorIsFoundByTypingAndChosenByEnter', () => {
  const { said, update } = show({ selected: { authors: ['Kurt'] } });
  const field = /** @type {any} */ (document.querySelector('[data-testid=find-author]'));
  field.value = 'gr';
  field.dispatchEvent(new Event('input'));
  update({
    selected: { authors: ['Kurt'] },
    found: { typed: 'gr', found: counted({ Grace: 1, Grete: 1 }) },
  });
  assert.deepEqual(values('author'), ['Kurt', 'Grace', 'Grete'], 'who is chosen stays in sight');
  field.dispatchEvent(Object.assign(new Event('keydown'), { key: 'Enter' }));
  const escape = Object.assign(new Event('keydown', { cancelable: true }), { key: 'Escape' });
  field.dispatchEvent(escape);
  assert.ok(escape.defaultPrevented);
  assert.deepEqual(said, [
    ['find', 'gr'],
    ['toggle', 'authors', 'Grace'],
    ['find', ''],
  ]);
});

test('NobodyFoundIsSaid', () => {
  show({ found: { typed: 'x', found: [] } });
  assert.match(document.querySelector('.facet-none')?.textContent ?? '', /No author/);
});

test('EveryCategoryOfArxivHasANameInBothLanguages', () => {
  for (const [code, en, zh] of [
    ['cs.LG', 'Machine Learning', '机器学习'],
    ['stat.TH', 'Statistics Theory', '统计理论'],
    ['cond-mat.mtrl-sci', 'Materials Science', '材料科学'],
    ['quant-ph', 'Quantum Physics', '量子物理'],
    ['cmp-lg', 'Computation and Language', '计算与语言'],
    ['cs', 'Computer Science', '计算机科学'],
  ]) {
    useLanguage('en');
    assert.equal(categoryName(code), en);
    useLanguage('zh');
    assert.equal(categoryLabel(code), `${code} ${zh}`);
  }
  useLanguage('en');
  for (const odd of ['', 'cs.XX', 'constructor', '__proto__', '机器学习']) {
    assert.equal(categoryName(odd), '');
    assert.equal(categoryLabel(odd), odd);
  }
});

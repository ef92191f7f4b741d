// What two languages are in real digests: a summary in one over an abstract in the other, a translated abstract, and
// two makings of one day.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chooseTexts, partsOf, sidesOf } from '../../web/src/features/paper/paper-parts.js';
import { mainLanguage } from '../../web/src/text/language-of.js';

/** @param {string} name @param {string} text @param {boolean} [known] */
const field = (name, text, known = true) => ({ name, known, missing: false, text, marks: [] });
const ABSTRACT = field('abstract', 'We make tea, and it is good.');
const CHINESE = [field('tldr', '茶更香。'), field('method', '用 hot water 泡茶。')];
const ENGLISH = [field('tldr', 'Better tea.'), field('method', 'Hot water.'), ABSTRACT];
const TRANSLATION = field('摘要翻译', '我们泡茶，很好喝。', false);

/** @param {import('../../web/src/features/paper/paper-parts.js').Part[]} parts */
const shape = (parts) =>
  parts.map(({ name, texts }) => `${name} ${texts.map(({ language }) => language).join('+')}`);

test('the language of a text is that of most of it', () => {
  const texts = {
    'A method named 茶 in English.': 'en',
    '用 Transformer 泡茶。': 'zh',
    お茶を飲む: 'ja',
    '차를 마신다': 'ko',
  };
  for (const [text, language] of Object.entries({ ...texts, '': 'en' }))
    assert.equal(mainLanguage(text), language);
});

describe('a Chinese summary over an English abstract', () => {
  const parts = partsOf([...CHINESE, ABSTRACT]);

  test('is shown whole, and its two languages can stand beside each other', () => {
    const { shown, left } = chooseTexts(parts, 'both', 'zh');
    assert.deepEqual(shape(shown), ['tldr zh', 'method zh', 'abstract en']);
    assert.deepEqual(left, []);
    assert.deepEqual(sidesOf(shown)?.map(shape), [['tldr zh', 'method zh'], ['abstract en']]);
  });

  test('shows one of them if a person wants so, and names what it leaves out', () => {
    for (const [wanted, spoken] of /** @type {const} */ ([
      ['page', 'zh'],
      ['other', 'en'],
    ])) {
      const { shown, left } = chooseTexts(parts, wanted, spoken);
      assert.deepEqual(shape(shown), ['tldr zh', 'method zh']);
      assert.deepEqual(shape(left), ['abstract en']);
      assert.equal(sidesOf(shown), null);
    }
  });

  test('is shown whole where it has nothing in the language that is wanted', () => {
    const korean = partsOf([field('tldr', '차가 좋다'), ABSTRACT]);
    assert.deepEqual(shape(chooseTexts(korean, 'page', 'zh').shown), ['tldr ko', 'abstract en']);
    assert.deepEqual(shape(chooseTexts(partsOf(ENGLISH), 'other', 'en').shown), shape(partsOf(ENGLISH)));
  });
});

test('a translated abstract stands with the abstract, that in the language of the page first', () => {
  const parts = partsOf([...CHINESE, ABSTRACT, field('Keywords', 'tea', false), TRANSLATION]);
  const { shown } = chooseTexts(parts, 'both', 'zh');
  assert.deepEqual(shape(shown), ['tldr zh', 'method zh', 'abstract zh+en', 'Keywords en']);
  assert.deepEqual(sidesOf(shown)?.map(shape), [['tldr zh', 'method zh', 'abstract zh'], ['abstract en']]);
  assert.deepEqual(shape(chooseTexts(parts, 'page', 'zh').shown).at(2), 'abstract zh');
  assert.deepEqual(shape(chooseTexts(parts, 'page', 'zh').left), ['abstract en']);
  for (const name of ['translation', 'Abstract (ZH)', 'summary_zh', 'translated_summary'])
    assert.deepEqual(shape(partsOf([ABSTRACT, { ...TRANSLATION, name }])), ['abstract en+zh'], name);
});

test('a text that only calls itself a translation stays one of its own', () => {
  const same = { ...TRANSLATION, text: 'We make tea.' };
  assert.deepEqual(shape(partsOf([ABSTRACT, same])), ['abstract en', '摘要翻译 en']);
  assert.deepEqual(shape(partsOf([TRANSLATION])), ['摘要翻译 zh']);
});

test('two makings of a day stand part by part; what both have alike is there once', () => {
  const parts = partsOf([...CHINESE, ABSTRACT], ENGLISH);
  assert.deepEqual(shape(parts), ['tldr zh+en', 'method zh+en', 'abstract en']);
  assert.deepEqual(shape(chooseTexts(parts, 'both', 'en').shown), [
    'tldr en+zh',
    'method en+zh',
    'abstract en',
  ]);
  assert.deepEqual(shape(chooseTexts(parts, 'page', 'en').shown), ['tldr en', 'method en', 'abstract en']);
  assert.equal(sidesOf(parts), null);
});

test('what only the other making has is there too', () => {
  const parts = partsOf([CHINESE[0], ABSTRACT], ENGLISH);
  assert.deepEqual(shape(parts), ['tldr zh+en', 'method en', 'abstract en']);
});

test('fields without a text are no part', () => {
  assert.deepEqual(partsOf([{ ...ABSTRACT, missing: true }], [{ ...ABSTRACT, missing: true }]), []);
});

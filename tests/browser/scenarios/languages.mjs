import assert from 'node:assert/strict';
import { sampleText } from '../support/dist.mjs';
import { paperCountOf } from '../support/digest-text.mjs';
import { countIs, openSample, search } from '../support/reader.mjs';

const ALL = paperCountOf(sampleText);
const LANGUAGE = '[data-testid=lang]';

/** @type {import('../support/matrix.mjs').Scenarios} */
export const languages = {
  async 'the language can be changed and is remembered'(page) {
    await openSample(page, ALL);
    await page.attributeIs('html', 'lang', 'en');
    await search(page, 'ricci');
    await page.until('the address knows the query', () => location.hash.includes('ricci'));
    await page.click(LANGUAGE);
    await countIs(page, `${ALL} 篇中的 2 篇`);
    await page.attributeIs('html', 'lang', 'zh-Hans');
    await page.says(LANGUAGE, 'English');
    await page.say('legend', [
      '保存的搜索',
      '状态',
      '标签',
      '文献集',
      '类别',
      '日期',
      '日期',
      '作者',
      '语言',
      '内容',
    ]);
    await page.reload();
    await countIs(page, `${ALL} 篇中的 2 篇`);
    await page.click(LANGUAGE);
    await countIs(page, `2 of ${ALL} papers`);
    await page.attributeIs('html', 'lang', 'en');
  },

  async 'changing the language keeps the open paper, its place and the focus'(page) {
    await openSample(page, ALL);
    await page.press('G');
    await page.press('Enter');
    await page.visible('[data-testid=paper]');
    const key = await page.attribute('[data-testid=paper]', 'data-key');
    await page.click(LANGUAGE);
    await page.until('the language is Chinese', () => document.documentElement.lang === 'zh-Hans');
    await page.attributeIs('[data-testid=paper]', 'data-key', key);
    await page.visible(`[data-testid=row][data-key="${key}"]`);
    await page.until(
      'the focus is on the switch',
      () => document.activeElement?.getAttribute('data-testid') === 'lang',
    );
  },
};

/** For a browser whose own language is Chinese. @type {import('../support/matrix.mjs').Scenarios} */
export const chineseBrowser = {
  async 'a browser in Chinese gets the page in Chinese'(page) {
    await page.visible('[data-testid=drop]');
    await page.attributeIs('html', 'lang', 'zh-Hans');
    await page.says('[data-testid=sample]', '试用示例');
  },
};

// What the library learns from what is kept: for you, what goes with a tag, other words, papers like several, trends.
import assert from 'node:assert/strict';
import { withFiles } from '../support/files.mjs';
import { COUNT, PAPER, ROW, countIs, pressEach, search, settled } from '../support/reader.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const SUBJECTS = /** @type {const} */ ([
  ['speculative decoding with draft models', '推测解码 草稿模型'],
  ['graph kernels for molecules', '图核 分子'],
  ['robust control of drones', '无人机 鲁棒控制'],
  ['federated learning on phones', '联邦学习 手机'],
]);
const RISING = 'diffusion policy';
const BAND = '[data-testid=for-you-band]';
const TRENDS = '[data-testid=trends]';

/** @param {number} serial @param {string} title @param {string} [chinese] */
const record = (serial, title, chinese) =>
  JSON.stringify({
    id: `2601.${String(serial).padStart(5, '0')}`,
    title,
    authors: [`Ana Beispiel${serial}`],
    categories: [serial % 2 ? 'cs.LG' : 'cs.CV'],
    abs: `https://arxiv.org/abs/2601.${String(serial).padStart(5, '0')}`,
    summary: `We study ${title} and measure setting ${serial} against every baseline that people know, with careful ablations and proofs.`,
    ...(chinese && {
      AI: {
        tldr: `我们研究${chinese.replace(' ', '与')}的方法，并在多个公开数据集上与已有工作比较，给出详细的消融实验和证明。`,
      },
    }),
  });

/** Eight papers of each subject. @param {number} first number of the first paper @param {{ isBilingual?: boolean }} [how] */
const day = (first, { isBilingual = false } = {}) =>
  Array.from({ length: 32 }, (_, index) => {
    const [words, chinese] = SUBJECTS[index % SUBJECTS.length];
    return record(first + index, `${words} ${index}`, isBilingual ? chinese : '');
  }).join('\n');

/** @param {Page} page @param {Record<string, string>} files */
const drop = (page, files) =>
  withFiles(files, async (paths) => {
    await page.drop(paths);
    await page.visible(ROW);
    await settled(page);
  });

/** Stars the papers of the first subject that the list shows. @param {Page} page @param {number} count */
async function starFirstSubject(page, count) {
  await search(page, 'speculative');
  await pressEach(page, 's'.repeat(count));
  await page.thereAre(`${ROW}[data-starred]`, count);
  await search(page, '');
}

/** Fourteen days, half of each about one thing that the last seven have and the others not. */
const fortnight = Object.fromEntries(
  Array.from({ length: 14 }, (_, day) => [
    `2026-01-${String(day + 1).padStart(2, '0')}.jsonl`,
    Array.from({ length: 12 }, (_, i) =>
      record(100 * (day + 1) + i, i % 2 ? 'graph kernels' : day < 7 ? 'plain baselines' : RISING),
    ).join('\n'),
  ]),
);

/** @param {Page} page */
async function openTrends(page) {
  await drop(page, fortnight);
  await pressEach(page, 'T');
  await page.visible('[data-testid=trends-rising]');
}

/** @type {import('../support/matrix.mjs').Scenarios} */
export const learning = {
  async 'five stars in one day lift the right papers of the next, and a reason counts no more when it is told so'(
    page,
  ) {
    await drop(page, { '2026-01-14.jsonl': day(1) });
    await page.hidden(BAND);
    await starFirstSubject(page, 5);
    await drop(page, { '2026-01-15.jsonl': day(101) });
    await page.visible(BAND);
    await page.click('[data-testid=for-you-show]');
    await page.until('only papers of that subject are shown', () => {
      const titles = [...document.querySelectorAll('[data-testid=row] .row-title')];
      return titles.length > 2 && titles.every(({ textContent }) => textContent?.includes('speculative'));
    });
    await page.click('[data-testid=for-you-show]');
    await page.evaluate(() => {
      const order = /** @type {HTMLSelectElement} */ (document.querySelector('[data-testid=order]'));
      order.value = 'foryou';
      order.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.says(`${ROW}[data-index="0"] .row-title`, /speculative/);
    await page.click(`${ROW}[data-index="0"]`);
    await page.visible('[data-testid=reasons]');
    const reasons = await page.texts('[data-testid=reasons] li > span');
    assert.ok(
      reasons.some((reason) => /speculative|decoding|draft/i.test(reason)),
      reasons.join(),
    );
    await page.click('[data-testid=reason-ignore]');
    await page.says('[data-testid=undo-notice]', /counts for nothing/);
    await page.until(
      'the reason is gone',
      (/** @type {string} */ first) => {
        const shown = [...document.querySelectorAll('[data-testid=reasons] li > span')];
        return shown.every(({ textContent }) => textContent !== first);
      },
      reasons[0],
    );
  },

  async 'a query in Chinese finds English papers, once one day has told both'(page) {
    await drop(page, { '2026-01-14.jsonl': day(1) });
    await search(page, '推测解码');
    await countIs(page, '0 of 32 papers');
    await drop(page, { '2026-01-15.jsonl': day(101, { isBilingual: true }) });
    await search(page, '推测解码 ');
    await page.visible('[data-testid=also]');
    await page.click('[data-testid=also] summary');
    await page.visible('[data-testid=also-list] mark.learned');
    assert.ok(
      (await page.texts('[data-testid=also-list] button')).every((title) => /speculative/.test(title)),
    );
    await page.click('[data-testid=also-list] button');
    await page.visible('[data-testid=why]');
    await page.click('[data-testid=why] summary');
    await page.says('.why-table small', /^learned, weight /);
  },

  async 'what goes with a tag is one click away from its papers'(page) {
    await drop(page, { '2026-01-14.jsonl': day(1), '2026-01-15.jsonl': day(101) });
    await search(page, 'molecules');
    await pressEach(page, 'xxxx');
    await page.click('[data-testid=selected-tag]');
    await page.type('chemistry');
    await page.press('Enter');
    await page.visible('[data-testid=tag-filter]');
    await search(page, 'tag:chemistry');
    await countIs(page, '4 of 64 papers');
    await search(page, '');
    await page.click('[data-testid=tag-filter]');
    await page.click('[data-testid=for-tag]');
    await page.says('[data-testid=chip]', /What goes with #chemistry/);
    await page.until('they are of that subject', () => {
      const titles = [...document.querySelectorAll('[data-testid=row] .row-title')];
      return titles.length > 2 && titles.every(({ textContent }) => textContent?.includes('molecules'));
    });
  },

  async 'papers like the selected ones are shown with what they have in common'(page) {
    await drop(page, { '2026-01-14.jsonl': day(1) });
    await search(page, 'drones');
    await pressEach(page, 'xx');
    await page.click('[data-testid=similar-to-selected]');
    await page.says('.similar-note', 'Similar to the 2 selected papers together.');
    await page.says('[data-testid=similar-to-selected-list] .similar-line:last-child', /^both: .*drones/);
    await page.click('[data-testid=similar-to-selected-list] button');
    await page.visible(PAPER);
    await page.hidden('[data-testid=similar-sheet]');
  },

  async 'trends are read by keyboard, lead to a search, and back leads to them again'(page) {
    await openTrends(page);
    await page.until('the heading has the focus', () => document.activeElement?.id === 'trends-title');
    await page.says(
      '[data-testid=trends-state]',
      /^8.–.14 Jan 2026: 84 papers\. In the 7 days before: 84\.$/,
    );
    await page.says('[data-testid=trends-rising] tbody th', RISING);
    await page.until('it is said', () =>
      [...document.querySelectorAll('[role=status]')].some(({ textContent }) =>
        textContent?.includes('Trends of 84 papers'),
      ),
    );
    // Keys of the list, which it covers, do nothing.
    await pressEach(page, 'sxe');
    await page.evaluate(() =>
      /** @type {HTMLElement} */ (document.querySelector('[data-testid=trends-rising] button')).focus(),
    );
    await page.press('Enter');
    await page.hidden(TRENDS);
    await countIs(page, '42 of 168 papers');
    await page.thereAre(`${ROW}[data-starred]`, 0);
    await page.back();
    await page.visible('[data-testid=trends-rising]');
    await page.press('Escape');
    await page.hidden(TRENDS);
    await page.says(COUNT, '168 papers');
  },

  async 'searches are compared over time, also after a reload'(page) {
    await openTrends(page);
    await page.fill('[data-testid=trends-query]', 'diffusion');
    await page.press('Enter');
    await page.fill('[data-testid=trends-query]', 'baselines');
    await page.press('Enter');
    await page.thereAre('[data-testid=trends-comparison] .plot-line', 2);
    await page.reload();
    await page.thereAre('[data-testid=trends-comparison] .plot-line', 2);
    await page.click('[data-testid=trends-comparison] summary');
    await page.say('[data-testid=trends-comparison] thead th', ['Day', 'diffusion', 'baselines']);
    await page.click('[data-testid=trends-chosen] button');
    await page.thereAre('[data-testid=trends-comparison] .plot-line', 1);
  },
};

/** States that axe looks at. @type {Record<string, (page: Page) => Promise<unknown>>} */
export const learnedStates = {
  async 'the trends, with searches compared'(page) {
    await openTrends(page);
    for (const text of ['diffusion', 'baselines']) {
      await page.fill('[data-testid=trends-query]', text);
      await page.press('Enter');
    }
    await page.thereAre('[data-testid=trends-comparison] .plot-line', 2);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('.trends details')) each.setAttribute('open', '');
    });
  },
  async 'papers like the selected ones'(page) {
    await drop(page, { '2026-01-14.jsonl': day(1) });
    await search(page, 'drones');
    await pressEach(page, 'xx');
    await page.click('[data-testid=similar-to-selected]');
    await page.visible('[data-testid=similar-to-selected-list]');
  },
  async 'papers in other words, one of them open and explained'(page) {
    await drop(page, { '2026-01-14.jsonl': day(1), '2026-01-15.jsonl': day(101, { isBilingual: true }) });
    await search(page, '推测解码');
    await page.visible('[data-testid=also]');
    await page.click('[data-testid=also] summary');
    await page.click('[data-testid=also-list] button');
    await page.visible('[data-testid=why]');
    await page.click('[data-testid=why] summary');
  },
};

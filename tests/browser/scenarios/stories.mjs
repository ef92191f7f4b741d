// Whole mornings, as people have them. triage.mjs has the one by keyboard, and each decision by itself.
import assert from 'node:assert/strict';
import { readByCitationJs } from '../../exports/readers.mjs';
import { withFiles } from '../support/files.mjs';
import { makeDigest } from '../support/generate.mjs';
import {
  COUNT,
  LIST,
  PAPER,
  countIs,
  openPaper,
  paperIs,
  row,
  search,
  settled,
  pressEach,
} from '../support/reader.mjs';
import { withoutClipboard } from './selecting.mjs';
import { needsOneScrollbar } from './styles.mjs';

/** @typedef {import('../support/page.mjs').Page} Page */

const NOTICE = '[data-testid=undo-notice]';
const UNREAD = '[data-testid=unread]';
const DAY = '2026-01-14';

/** @param {Page} page @param {number} papers */
async function openDay(page, papers) {
  await withFiles({ [`${DAY}.md`]: makeDigest({ papers }) }, async (paths) => {
    await page.drop(paths);
    await countIs(page, `${papers} papers`);
  });
}

/** @param {number} serial */
const key = (serial) => `2601.${String(serial).padStart(5, '0')}@${DAY}`;

/** A list that a finger let go of goes on for a while, farther where the browser is slow. @param {Page} page */
const standsStill = (page) =>
  page.until(
    'the list stands still',
    (selector) => {
      const list = document.querySelector(selector);
      const before = list?.scrollTop;
      return new Promise((resolve) => {
        let frames = 0;
        const look = () => {
          if (list?.scrollTop !== before) resolve(false);
          else if (++frames === 10) resolve(true);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    },
    LIST,
  );

/** Of one kind, what all papers of the day are. @param {Page} page */
async function marksOf(page) {
  const counts = [];
  for (const filter of ['is:read', 'is:starred', 'is:dismissed', 'is:noted', 'tag:kv']) {
    counts.push(await search(page, filter));
  }
  await search(page, '');
  return counts.join(' ');
}

/** @type {import('../support/matrix.mjs').Scenarios} */
export const touchStories = {
  async 'a morning by touch alone: forty papers, each decided on by a finger'(page) {
    const { swipe, pull } = /** @type {any} */ (page);
    await openDay(page, 40);
    /** Until the row is wholly between the head of the list and what stands under it. @param {number} serial */
    async function reach(serial) {
      const wanted = key(serial);
      const been = [];
      for (let drags = 0; drags < 30; ++drags) {
        await standsStill(page);
        const away = await page.evaluate(
          (selector, wanted) => {
            const list = /** @type {Element} */ (
              document.querySelector('#paper-list')
            ).getBoundingClientRect();
            const place = document.querySelector(selector)?.getBoundingClientRect();
            const notice = document.querySelector('[data-testid=undo-notice]')?.getBoundingClientRect();
            const end = notice?.height ? Math.min(notice.top, list.bottom) : list.bottom;
            // A drag may have gone past it, to where it is not drawn.
            const first = document.querySelector('#paper-list [data-key]')?.getAttribute('data-key') ?? '';
            if (!place) return wanted < first ? -300 : 300;
            return place.bottom > end ? place.bottom - end : place.top < list.top ? place.top - list.top : 0;
          },
          row(wanted),
          wanted,
        );
        if (away === 0) return row(wanted);
        been.push(away);
        await pull(LIST, -Math.sign(away) * Math.max(60, Math.min(300, Math.abs(away))));
      }
      return assert.fail(`paper ${serial} cannot be reached: it was ${been.join(', ')} pixels away`);
    }
    /** A paper that is open for a while counts as read. @param {number} serial */
    const isRead = (serial) =>
      page.until(
        `paper ${serial} is read`,
        (selector) => document.querySelector(selector) !== null,
        `${row(key(serial))}[data-read]`,
      );
    for (let serial = 1; serial <= 36; ++serial) {
      const paper = await reach(serial);
      if (serial % 9 === 0) {
        await swipe(paper, -0.8);
        await page.until('it is gone', (paper) => document.querySelector(paper) === null, paper);
      } else if (serial % 6 === 0) {
        await swipe(paper, -0.4);
        await page.visible(`${paper}[data-starred]`);
      } else {
        await swipe(paper, 0.5);
        await page.visible(`${paper}[data-read]`);
      }
    }
    await countIs(page, '36 papers');
    // The last swipe was one too many.
    await page.click(`${NOTICE} button`);
    await countIs(page, '37 papers');
    await swipe(await reach(36), 0.5);
    // The others are read, starred and tagged, and stepped through.
    await page.click(await reach(37));
    await paperIs(page, key(37));
    await page.click('[data-testid=star]');
    await page.attributeIs('[data-testid=star]', 'aria-pressed', 'true');
    await page.fill('[data-testid=tag-input]', 'kv');
    await page.press('Enter');
    await page.visible('[data-tag=kv]');
    for (const serial of [38, 39, 40]) {
      await isRead(serial - 1);
      await page.click('.paper-step ~ .paper-step');
      await paperIs(page, key(serial));
    }
    await isRead(40);
    await page.click('.paper-back');
    await page.hidden(PAPER);
    await settled(page);
    assert.equal(await search(page, 'is:unread'), 0);
    assert.equal(await search(page, 'is:starred'), 5);
    assert.equal(await search(page, 'tag:kv'), 1);
    await search(page, '');
    assert.equal(await page.text(COUNT), '37 papers');
    await needsOneScrollbar(page);
  },
};

/** @type {import('../support/matrix.mjs').Scenarios} */
export const stories = {
  async 'a slip is undone three steps later, though they were made in the list, in a paper and in a search'(
    page,
  ) {
    await openDay(page, 12);
    await pressEach(page, 'es');
    const before = await marksOf(page);
    await pressEach(page, 'gg');
    await pressEach(page, 'y');
    await countIs(page, '11 papers');
    await openPaper(page, key(4));
    await pressEach(page, 't');
    await page.type('kv');
    await page.press('Enter');
    await page.visible('[data-tag=kv]');
    await page.press('Escape');
    await page.press('Escape');
    await page.hidden(PAPER);
    assert.equal(await search(page, '"setting 7"'), 1);
    await pressEach(page, 's');
    await page.visible('.row[data-starred]');
    assert.notEqual(await marksOf(page), before);
    for (const what of ['Undone: Starred.', 'Undone: Tagged “kv”.', 'Undone: Not for you: hidden.']) {
      await pressEach(page, 'z');
      await page.says(`${NOTICE} p`, what);
    }
    await countIs(page, '12 papers');
    // It was open long enough to count as read, or not.
    const [read, ...others] = (await marksOf(page)).split(' ');
    const [readBefore, ...othersBefore] = before.split(' ');
    assert.deepEqual(others, othersBefore);
    assert.ok(Number(read) - Number(readBefore) <= 1);
  },

  async 'a month is searched for what belongs together: twenty papers are selected, tagged and cited'(page) {
    const days = Array.from({ length: 31 }, (_, day) => `2026-01-${String(day + 1).padStart(2, '0')}`);
    const weekdays = days.filter((day) => new Date(day).getUTCDay() % 6 !== 0);
    const month = weekdays.map((day, at) => [`${day}.md`, makeDigest({ papers: 30, first: 30 * at + 1 })]);
    await withFiles(Object.fromEntries(month), async (paths) => {
      await page.drop(paths);
      await countIs(page, `${30 * weekdays.length} papers`);
    });
    await withoutClipboard(page);
    const selected = (/** @type {string} */ text) => page.says('[data-testid=selection-count]', text);
    const toList = () => page.evaluate((list) => document.querySelector(list)?.focus(), LIST);

    // One such paper a day; those of two weeks, all of them.
    assert.equal(await search(page, 'quantum operators'), weekdays.length);
    assert.equal(await search(page, 'quantum operators date:2026-01-05..2026-01-16'), 10);
    await toList();
    await page.press('Control+a');
    await selected('10 selected');

    // Of others one by one, and one that was looked at first.
    assert.equal(await search(page, 'graph agents'), weekdays.length);
    await selected('10 selected, 10 not in this list');
    await pressEach(page, 'xxjx');
    await selected('13 selected, 10 not in this list');
    await pressEach(page, 'o');
    await page.visible(PAPER);
    await pressEach(page, 'x');
    await page.press('Escape');
    await page.hidden(PAPER);
    await selected('14 selected, 10 not in this list');

    // A run of them, and one of it is not wanted after all.
    assert.equal(await search(page, 'optimal estimators'), weekdays.length);
    await toList();
    for (let more = 0; more < 6; ++more) await page.press('Shift+ArrowDown');
    await selected('21 selected, 14 not in this list');
    await pressEach(page, 'x');
    await selected('20 selected, 14 not in this list');

    await pressEach(page, 't');
    await page.until('the field has the focus', () =>
      document.activeElement?.matches('.selection-tag-input'),
    );
    await page.type('survey');
    await page.press('Enter');
    await page.says(`${NOTICE} p`, '20 papers tagged “survey”.');
    await pressEach(page, 'B');
    await page.says('[data-testid=export-status]', /^20 papers/);
    await page.click('[data-testid=export-copy]');
    await page.until('it is copied', () => 'copied' in window);
    const cited = readByCitationJs('@bibtex/text', await page.evaluate(() => Reflect.get(window, 'copied')));
    const kinds = cited.map(({ title }) => title.replace(/^Paper \d+: /, ''));
    assert.deepEqual(
      ['quantum operators', 'graph agents', 'optimal estimators'].map(
        (kind) => kinds.filter((each) => each === kind).length,
      ),
      [10, 4, 6],
    );
    await page.press('Escape');
    await page.press('Escape');
    await page.hidden('[data-testid=selection-bar]');
    await page.reload();
    await settled(page);
    assert.equal(await search(page, 'tag:survey'), 20);
  },

  async 'two tabs side by side during a morning: each decides, takes back its own, and both agree'(
    page,
    site,
  ) {
    await openDay(page, 20);
    const other = await page.another();
    await other.goto(site.url);
    await countIs(other, '20 papers');
    await page.front();
    await pressEach(page, 'eye');
    await countIs(other, '19 papers');
    await other.front();
    // The other one begins where its own cursor is: at the first paper.
    await pressEach(other, 'sy');
    await other.visible(`${row(key(1))}[data-starred]`);
    await countIs(page, '18 papers');
    await page.visible(`${row(key(1))}[data-starred]`);
    // Each takes back what was done in it, last first.
    await pressEach(other, 'z');
    await countIs(page, '19 papers');
    await page.front();
    await pressEach(page, 'zz');
    await countIs(page, '20 papers');
    await countIs(other, '20 papers');
    await page.visible(`${row(key(1))}[data-starred]`);
    await openPaper(page, key(6));
    await pressEach(page, 'E');
    await page.says(`${NOTICE} p`, /papers marked as done\.$/);
    await other.front();
    assert.equal(await search(other, 'is:unread'), 0);
    assert.equal(await search(other, ''), 20);
    const [here, there] = [await marksOf(other), await page.front().then(() => marksOf(page))];
    assert.equal(here, there);
    await page.reload();
    await countIs(page, '20 papers');
    assert.equal(await marksOf(page), here, 'and after reloading');
  },

  async 'a morning at 400 %: everything is read and done in a window of 320 by 256'(page) {
    await page.resize(320, 256);
    await needsOneScrollbar(page);
    await openDay(page, 6);
    await page.visible(row(key(1)));
    await needsOneScrollbar(page);
    await pressEach(page, 'e');
    await page.until('it is done', (row) => document.querySelector(`${row}[data-read]`), row(key(1)));
    await pressEach(page, 'o');
    await paperIs(page, key(2));
    await needsOneScrollbar(page);
    // To its end by the space bar, and every line of it can be seen.
    await page.until('the paper is at its end', () => {
      const column = /** @type {Element} */ (document.querySelector('.paper-column'));
      column.dispatchEvent(new Event('scroll'));
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }),
      );
      return column.scrollTop + column.clientHeight >= column.scrollHeight - 1;
    });
    assert.ok(
      await page.evaluate(() => {
        const foot = /** @type {Element} */ (document.querySelector('.paper-foot')).getBoundingClientRect();
        return foot.top >= 0 && foot.bottom <= innerHeight;
      }),
      'its last line is in view',
    );
    await pressEach(page, 's');
    await pressEach(page, 'n');
    await paperIs(page, key(3));
    await page.press('Escape');
    await page.hidden(PAPER);
    await page.click('.filters-open');
    await page.visible('.dialog-filters');
    await needsOneScrollbar(page);
    await page.press('Escape');
    await pressEach(page, '?');
    await page.visible('[data-testid=keys-sheet]');
    await needsOneScrollbar(page);
    await page.press('Escape');
    await pressEach(page, 'E');
    await page.says(UNREAD, 'Finished ✓');
    await needsOneScrollbar(page);
    assert.equal(await search(page, 'nothing has these words'), 0);
    await needsOneScrollbar(page);
    assert.equal(await search(page, 'is:starred'), 1);
    await needsOneScrollbar(page);
  },
};

// A person's whole visit: everything that the page can do, with papers full of links.
import { fixture, sampleText } from '../support/dist.mjs';
import { paperCountOf } from '../support/digest-text.mjs';
import { PAPER, filter, openSample, search } from '../support/reader.mjs';

/** @param {import('../support/page.mjs').Page} page @param {import('../support/sites.mjs').Site} site */
export async function visit(page, site) {
  await page.goto(site.url);
  const sample = paperCountOf(sampleText);
  await openSample(page, sample);
  await page.drop([fixture('non-arxiv-links.md'), fixture('clean.md'), fixture('json-lines.jsonl')]);
  await page.until(
    'all is read',
    (least) => Number(document.querySelector('[data-testid=count]')?.textContent?.match(/\d+/)?.[0]) > least,
    sample + 6,
  );
  for (let count = 0; count < 12; count++) {
    await page.press('n');
    await page.visible(PAPER);
    await page.press('Tab');
  }
  await search(page, 'the');
  await page.visible('[data-testid=why]');
  await page.click('[data-testid=why] summary');
  await search(page, '');
  await page.click(filter('day', '2026-01-01'));
  await page.until('they are fewer', () =>
    / of /.test(document.querySelector('[data-testid=count]')?.textContent ?? ''),
  );
  await page.click('[data-testid=report-open]');
  await page.press('Escape');
  await page.reload();
  await page.until('it is there again', () => document.querySelector('[data-testid=row]') !== null);
  await page.back();
  await page.resize(390, 780);
  await page.press('n');
  await page.visible(PAPER);
}

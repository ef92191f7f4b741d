// Files opened from the file manager with the installed page.
import assert from 'node:assert/strict';
import { fixture, samplePath, sampleText } from '../support/dist.mjs';
import { paperCountOf } from '../support/digest-text.mjs';
import { countIs, forgetEverything } from '../support/reader.mjs';
import { isHeld } from '../support/versions.mjs';

const ALL = paperCountOf(sampleText);

/** @type {import('../support/matrix.mjs').Scenarios<import('../support/installed.mjs').InstalledPage>} */
export const launching = {
  async 'the installed page opens files of the file manager, and later ones join them in its window'(page) {
    await isHeld(page);
    await page.install();
    await page.openWith([samplePath]);
    await countIs(page, `${ALL} papers`);
    await page.openWith([fixture('json-lines.jsonl'), fixture('clean.md')]);
    await countIs(page, `${ALL + 5} papers`);
  },

  async 'a reload does not open them again'(page) {
    await isHeld(page);
    await page.install();
    await page.openWith([samplePath]);
    await countIs(page, `${ALL} papers`);
    await page.reload();
    await countIs(page, `${ALL} papers`);
    await page.hidden('[data-testid=toast]');
    await forgetEverything(page);
    await page.visible('[data-testid=drop]');
    await page.reload();
    await page.openWith([fixture('clean.md')]);
    await countIs(page, '3 papers');
  },

  async 'a file that is no digest is named'(page) {
    await isHeld(page);
    await page.install();
    await page.openWith([fixture('not-a-digest.md')]);
    await page.visible('[data-testid=toast]');
    await page.says('[data-testid=toast] p', /^not-a-digest\.md: No papers were found/);
  },
};

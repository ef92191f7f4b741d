import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSection } from '../support/reliability.mjs';

const PAGE = '# Reliability\n\n<!-- a -->\n\nold\n\n<!-- /a -->\n\nBy hand.\n';

test('a section takes the place of the one with its name and leaves all else', () => {
  assert.equal(
    withSection(PAGE, 'a', '## A\n\nnew $& figures\n'),
    '# Reliability\n\n<!-- a -->\n\n## A\n\nnew $& figures\n\n<!-- /a -->\n\nBy hand.\n',
  );
});

test('a new section goes to the end', () => {
  assert.equal(withSection(PAGE, 'b', '## B'), `${PAGE}\n<!-- b -->\n\n## B\n\n<!-- /b -->\n`);
});

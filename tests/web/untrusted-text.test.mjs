// Digest text where there are no nodes to build of it: attributes, sentences, names of tags.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUpDocument } from './support/window.mjs';

setUpDocument();
const { fill, h, say } = await import('../../web/src/dom/dom.js');
const { tagName } = await import('../../web/src/marks/mark.js');
const { createAnnouncer } = await import('../../web/src/app/announcer.js');

const RAW = 'tea\u202egnp.\u2066exe\u200b';
const SHOWN = 'tea[U+202E]gnp.[U+2066]exe[U+200B]';

test('WhatPeopleReadOrHearOfAnAttributeShowsItsControls', () => {
  for (const name of ['title', 'aria-label', 'placeholder'])
    assert.equal(h('button', { [name]: RAW }).getAttribute(name), SHOWN);
});

test('WhatThePageLooksUpByStaysAsItIs', () => {
  for (const name of ['data-value', 'id', 'value'])
    assert.equal(h('option', { [name]: RAW }).getAttribute(name), RAW);
});

test('ASentenceShowsItsControls', () => {
  const node = h('p', {}, RAW, h('b', {}, RAW));
  assert.equal(node.textContent, SHOWN + SHOWN);
  fill(node, RAW);
  assert.equal(node.textContent, SHOWN);
  say(node, `Reading ${RAW}`);
  assert.equal(node.textContent, `Reading ${SHOWN}`);
});

test('WhatIsAnnouncedShowsItsControls', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  Object.assign(globalThis.window, { setTimeout });
  const announcer = createAnnouncer();
  announcer.say(RAW);
  context.mock.timers.tick(10_000);
  assert.equal(announcer.node.textContent, SHOWN);
});

test('ATagHasNoneThatCouldHide', () => {
  assert.equal(tagName(RAW), 'teagnp.exe');
  assert.equal(tagName('👩‍🔬'), '👩‍🔬', 'what belongs to a sign stays');
});

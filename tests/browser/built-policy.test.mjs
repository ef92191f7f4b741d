// The Content-Security-Policy of both built pages, directive by directive.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist } from './support/dist.mjs';

const SHARED = {
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['broadsheet'],
};

/** @param {string} name of a built page */
function built(name) {
  const html = readFileSync(join(dist, name), 'utf8');
  const metas = [...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/g)];
  assert.equal(metas.length, 1, 'one policy');
  const directives = metas[0][1].split('; ').map((directive) => directive.split(' '));
  assert.equal(
    new Set(directives.map(([name]) => name)).size,
    directives.length,
    'a browser reads the first of two',
  );
  const policy = Object.fromEntries(directives.map(([name, ...sources]) => [name, sources]));
  return { html, policy, before: html.slice(0, metas[0].index) };
}

/** A block of data: no script, so no policy is asked. */
const DATA = /<script type="text\/plain"[^>]*>[^]*?<\/script>/g;

/** @param {string} html @param {string} tag the only element of it that has a text @returns {string} its text */
function inline(html, tag) {
  const elements = new RegExp(`<${tag}(?: [^>]*)?>([^]*?)</${tag}>`, 'g');
  const found = [...html.replace(DATA, '').matchAll(elements)].filter((match) => match[1]);
  assert.equal(found.length, 1, `one ${tag} with a text`);
  return found[0][1];
}

/** @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('the hosted page takes its own files and nothing else, and holds no inline script or style', () => {
  const { html, policy } = built('index.html');
  assert.deepEqual(policy, {
    ...SHARED,
    'default-src': ["'self'"],
    'object-src': ["'none'"],
    'frame-src': ["'none'"],
    'media-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
  });
  assert.deepEqual(html.match(/<script[^>]*>[^]*?<\/script>/g), [
    '<script src="front.js"></script>',
    '<script type="module" src="start.js"></script>',
    '<script type="module" src="app.js" fetchpriority="low"></script>',
  ]);
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/);
});

test('the one-file page takes what it holds: one script and one style, each by its hash', () => {
  const { html, policy } = built('broadsheet.html');
  assert.deepEqual(policy, {
    ...SHARED,
    'default-src': ["'none'"],
    'script-src': [hash(inline(html, 'script')), "'wasm-unsafe-eval'"],
    'style-src': [hash(inline(html, 'style'))],
    'font-src': ['data:'],
    'img-src': ['data:'],
    'connect-src': ["'none'"],
    'worker-src': ['blob:'],
  });
});

for (const name of ['index.html', 'broadsheet.html'])
  test(`${name} says so before anything that could load or run, and asks the network for no names`, () => {
    const { html, before } = built(name);
    assert.doesNotMatch(before, /<(?!html|head|!doctype|meta charset)/i);
    assert.match(html, /<meta http-equiv="x-dns-prefetch-control" content="off" \/>/);
    assert.match(html, /<meta name="referrer" content="no-referrer" \/>/);
  });

// Keeps the house of web/styles: index.css says the layers, and CONTRIBUTING.md the rules.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as selectors from 'css-what';
import postcss from 'postcss';
import valueParser from 'postcss-value-parser';

const folder = fileURLToPath(new URL('../../web/styles', import.meta.url));
const INDEX = 'index.css';

/** @type {Map<string, import('postcss').Root>} by path in the folder */
const files = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, postcss.parse(readFileSync(join(folder, name), 'utf8'), { from: name })]),
);
const index = /** @type {import('postcss').Root} */ (files.get(INDEX));

/** @param {import('postcss').Node} node */
const where = (node) =>
  `${node.source?.input.file}:${node.source?.start?.line}`.replace(`${process.cwd()}/`, '');

/** @param {(declaration: import('postcss').Declaration, file: string) => boolean} isFault @returns {string[]} */
const declarations = (isFault) =>
  [...files].flatMap(([file, root]) => {
    /** @type {string[]} */
    const faults = [];
    root.walkDecls((each) => {
      if (isFault(each, file)) faults.push(`${where(each)} ${each}`);
    });
    return faults;
  });

/** @param {string} value @returns {import('postcss-value-parser').Node[]} with those inside functions */
function partsOf(value) {
  /** @type {import('postcss-value-parser').Node[]} */
  const parts = [];
  valueParser(value).walk((part) => void parts.push(part));
  return parts;
}

/** Names of custom properties in a value. @param {string} value */
const namesIn = (value) => partsOf(value).flatMap(({ value }) => (value.startsWith('--') ? [value] : []));

/** @type {[file: string, layer: string][]} */
const imports = index.nodes.flatMap((node) => {
  if (node.type !== 'atrule' || node.name !== 'import') return [];
  const [address, , layer] = valueParser(node.params).nodes;
  const name = layer?.type === 'function' && layer.value === 'layer' ? layer.nodes[0].value : '';
  return [[address.value.replace('./', ''), name]];
});

test('the order of the layers is declared once, first, and each layer in it has a file', () => {
  const [order] = index.nodes.filter(({ type }) => type !== 'comment');
  assert.ok(
    order.type === 'atrule' && order.name === 'layer' && !order.nodes,
    'index.css does not begin with it',
  );
  const layers = order.params.split(/,\s*/);
  assert.deepEqual([...new Set(imports.map(([, layer]) => layer))], layers);
  for (const root of files.values())
    root.walkAtRules('layer', (rule) => assert.equal(rule, order, `${where(rule)} declares a layer`));
});

test('every rule is in a layer, which has the name of its file or folder', () => {
  assert.ok(
    index.nodes.every(({ type }) => type === 'comment' || type === 'atrule'),
    'index.css has rules',
  );
  const own = imports.filter(([file]) => files.has(file));
  assert.deepEqual(
    own.map(([file]) => file).sort(),
    [...files.keys()].filter((file) => file !== INDEX).sort(),
  );
  for (const [file, layer] of own) {
    const room = dirname(file);
    assert.equal(layer, room === '.' ? file.replace('.css', '') : room, `${file} is in the layer ${layer}`);
  }
});

test('nothing is important', () => {
  assert.deepEqual(
    declarations(({ important }) => important === true),
    [],
  );
});

const SCALES = {
  type: /^(font|font-size)$/,
  space: /^((row-|column-)?gap|(scroll-)?(padding|margin)(-.*)?)$/,
};
/** These follow the text around them, or are no length. */
const RELATIVE = new Set(['', 'em', '%', 'fr']);

/** A length of its own making. @param {string} prop @param {string} value */
function ownLength(prop, value) {
  const { nodes } = valueParser(value);
  // What follows is the line height.
  const end = prop === 'font' ? nodes.findIndex(({ type, value }) => type === 'div' && value === '/') : -1;
  const parts = partsOf(valueParser.stringify(end < 0 ? nodes : nodes.slice(0, end)));
  return parts.some((part) => {
    const length = part.type === 'word' && valueParser.unit(part.value);
    return length && Number(length.number) !== 0 && !RELATIVE.has(length.unit);
  });
}

/** Custom properties of components that are used as spaces must be steps, too. @type {Set<string>} */
const spaces = new Set();
for (const root of files.values())
  root.walkDecls(SCALES.space, ({ value }) => namesIn(value).forEach((name) => spaces.add(name)));

for (const [scale, properties] of Object.entries(SCALES))
  test(`every ${scale === 'type' ? 'font size' : 'gap, padding and margin'} is a step of its scale, or says why not`, () => {
    const faults = declarations((declaration, file) => {
      const { prop, value } = declaration;
      const counts = properties.test(prop) || (spaces.has(prop) && !file.startsWith('tokens/'));
      if (!counts || !ownLength(prop, value)) return false;
      const before = declaration.prev();
      return !(before?.type === 'comment' && before.text.startsWith('Off the scale: '));
    });
    assert.deepEqual(faults, []);
  });

test('line widths, what covers what and families are named', () => {
  const NAMED = /^(border|outline|z-index|font-family)/;
  const faults = declarations(({ prop, value, parent }) => {
    if (!NAMED.test(prop) || (parent?.type === 'atrule' && parent.name === 'font-face')) return false;
    if (prop === 'font-family') return !value.startsWith('var(--');
    return prop === 'z-index' ? Number.isFinite(Number(value)) : ownLength(prop, value);
  });
  assert.deepEqual(faults, []);
});

test('every custom property that is used is declared, and the other way round', () => {
  /** @type {Set<string>} */
  const declared = new Set();
  /** @type {Set<string>} */
  const used = new Set();
  for (const root of files.values())
    root.walkDecls(({ prop, value }) => {
      if (prop.startsWith('--')) declared.add(prop);
      for (const name of namesIn(value)) used.add(name);
    });
  assert.deepEqual([...declared].sort(), [...used].sort());
});

test('languages.css alone asks for the language, and italics are as it says', () => {
  const ITALIC = new Set(['italic', 'oblique']);
  for (const [file, root] of files)
    if (file !== 'tokens/languages.css')
      root.walkRules((rule) => assert.doesNotMatch(rule.selector, /\[lang|:lang/, where(rule)));
  const faults = declarations(
    ({ prop, value, parent }) =>
      /^font(-style)?$/.test(prop) &&
      partsOf(value).some(({ value }) => ITALIC.has(value)) &&
      !(parent?.type === 'atrule' && parent.name === 'font-face'),
  );
  assert.deepEqual(faults, []);
});

test('each kind of query has its file, and nothing moves for those who want less motion', () => {
  /** @type {Record<string, RegExp>} */
  const QUERIES = {
    'screens.css': /^\((height (>=|<) 30rem|width (>=|<) (68|44)rem|pointer: coarse|hover: hover)\)$/,
    'preferences.css': /^\((prefers-contrast: more|forced-colors: active)\)$/,
    'print.css': /^print$/,
  };
  const STILL = '(prefers-reduced-motion: no-preference)';
  for (const [file, root] of files) {
    root.walkAtRules('media', (rule) => {
      if (rule.params !== STILL) assert.match(rule.params, QUERIES[file] ?? /^$/, where(rule));
    });
    root.walkDecls(/^(transition|animation|scroll-behavior)/, (each) => {
      /** @type {import('postcss').Node | undefined} */
      let around = each.parent;
      while (around && !(around.type === 'atrule' && 'params' in around && around.params === STILL))
        around = around.parent;
      assert.ok(around, `${where(each)} moves whoever looks`);
    });
  }
});

test('the script asks for the same widths as screens.css', async () => {
  const window = { matchMedia: () => ({ matches: false, addEventListener() {} }) };
  Object.assign(globalThis, { window });
  const { PHONE, WIDE } = await import('../../web/src/app/layout.js');
  /** @type {Set<string>} */
  const asked = new Set();
  files.get('screens.css')?.walkAtRules('media', (rule) => void asked.add(rule.params));
  assert.ok(asked.has(PHONE) && asked.has(WIDE), `${PHONE} and ${WIDE}`);
});

/** Ids, classes and elements that a selector counts as. @param {import('css-what').Selector[]} parts */
function weightOf(parts) {
  const weight = [0, 0, 0];
  for (const part of parts) {
    if (part.type === 'attribute') weight[part.name === 'id' && part.action === 'equals' ? 0 : 1]++;
    else if (part.type === 'tag' || part.type === 'pseudo-element') weight[2]++;
    else if (part.type === 'pseudo' && Array.isArray(part.data)) {
      if (part.name === 'where') continue;
      const [heaviest] = part.data.map(weightOf).sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2]);
      heaviest.forEach((count, i) => (weight[i] += count));
    } else if (part.type === 'pseudo') weight[1]++;
  }
  return weight;
}

test('selectors weigh little: no id, at most three classes and three elements', () => {
  for (const root of files.values())
    root.walkRules((rule) => {
      for (const selector of selectors.parse(rule.selector)) {
        const [ids, classes, elements] = weightOf(selector);
        assert.ok(
          ids === 0 && classes <= 3 && elements <= 3,
          `${where(rule)} ${selectors.stringify([selector])}`,
        );
      }
    });
});

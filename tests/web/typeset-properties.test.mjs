// What holds for every text, tried on random ones made of the pieces that the reader looks for.

import assert from 'node:assert/strict';
import test from 'node:test';
import { segments } from '../../web/src/typeset/segments.js';

/** @typedef {import('../../web/src/typeset/segments.js').Segment} Segment */

const PIECES = [
  ...[
    '$',
    '$$',
    '\\',
    '{',
    '}',
    '~',
    '`',
    '``',
    "'",
    "''",
    '"',
    '-',
    '--',
    '---',
    ' ',
    '\n',
    '\n\n',
    '\n  ',
    '\r\n',
  ],
  ...[
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '\\%',
    '\\$',
    '\\textbf{',
    '\\emph{',
    '{\\em ',
    '\\footnote{',
    '\\href{',
    '\\url{',
  ],
  ...[
    'https://a.org/b',
    'http://',
    '\\cite{k}',
    '\\label{',
    "\\'e",
    '\\"{u}',
    '\\o',
    '\\xspace',
    '\\method{}',
  ],
  ...[
    '\\begin{equation}',
    '\\end{equation}',
    'x_1',
    '^2',
    '5',
    'word',
    '中文',
    '。',
    '\u0000',
    '\b',
    '\u202e',
    '\ud83d',
    '😀',
  ],
  ...['1. ', '- ', '2) ', '(', ')', '[', ']', '%', '#', '&', '*', '<think>', '\t', '\ufffd', ',', '.'],
];
const RUNS = 4000;

/** A small generator of numbers, so that a failure can be repeated. @param {number} seed */
function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {string[]} pieces */
function* randomTexts(pieces) {
  const random = makeRandom(20260114);
  for (let run = 0; run < RUNS; run++) {
    const count = 1 + Math.floor(random() * 24);
    yield Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)]).join('');
  }
}

/** @param {Segment[]} list @param {(segment: Segment) => void} visit */
function walk(list, visit) {
  for (const segment of list) {
    visit(segment);
    if ('children' in segment) walk(segment.children, visit);
  }
}

test('segments cover the text without gap or overlap, and children lie inside their container', () => {
  for (const text of randomTexts(PIECES)) {
    let at = 0;
    for (const segment of segments(text)) {
      assert.equal(segment.start, at, JSON.stringify(text));
      at = segment.end;
    }
    assert.equal(at, text.length, JSON.stringify(text));
    walk(segments(text), (segment) => {
      if (!('children' in segment) || segment.children.length === 0) return;
      const { start, end, children } = segment;
      assert.ok(children[0].start >= start && children[children.length - 1].end <= end, JSON.stringify(text));
      children
        .slice(1)
        .forEach((child, i) => assert.equal(child.start, children[i].end, JSON.stringify(text)));
    });
  }
});

test('every word, digit and sign is shown, whatever commands and formulas are around it', () => {
  // \href and \label have arguments that are not shown.
  const pieces = PIECES.filter((piece) => !/href|label/.test(piece));
  for (const text of randomTexts(pieces)) {
    let shown = '';
    walk(segments(text), (segment) => {
      if (segment.kind === 'math') shown += text.slice(segment.start, segment.end);
      else if ('text' in segment) shown += segment.text;
    });
    for (const word of ['word', '中', '5', 'x_1', '😀', '<think>', '*', '\ufffd']) {
      assert.equal(count(shown, word), count(text, word), `${word} in ${JSON.stringify(text)}`);
    }
  }
});

test('a text is read in time that grows with its length, whatever it is made of', () => {
  const attacks = [
    ...[
      '$',
      '$$',
      '\\(',
      '\\[',
      '{',
      '}',
      '``',
      '`',
      "'",
      '~',
      '\\textbf{',
      '{\\em ',
      '{\\textbf{',
      '\\href{',
      '\n',
      '\n  ',
    ],
    ...[
      '\\begin{equation}',
      '\\cite[',
      '\\cite{',
      '$ {',
      '$x{',
      'https://a.b/(',
      '\\"',
      '- \n',
      '1. \n',
      '\u202e',
      '$\\text{',
      '--',
    ],
    ...['\\footnote{a}', 'a`b', '$5 ', '\\\\', '(https://a.b/))))'],
  ];
  for (const attack of attacks) {
    const text = attack.repeat(Math.ceil(50_000 / attack.length));
    const once = processorTime(text);
    const fourTimes = processorTime(text.repeat(4));
    // The square of the length would be sixteen.
    const fair = fourTimes < SHORT || fourTimes < 9 * once;
    assert.ok(fair, `${JSON.stringify(attack)}: ${once} µs, and ${fourTimes} µs for four times as much`);
  }
});

/** In microseconds: what is shorter tells of the clock. */
const SHORT = 500_000;

/** The least of some runs, in microseconds, whatever else the machine does. @param {string} text */
function processorTime(text) {
  const runs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    segments(text);
    segments(text + '\\)$$}\\]' + '}'.repeat(1000));
    return process.cpuUsage(before).user;
  });
  return Math.min(...runs);
}

/** @param {string} text @param {string} part */
function count(text, part) {
  return text.split(part).length - 1;
}

// The languages of the files themselves, turned against their readers.

/** @param {import('./attacks.mjs').Lure} lure */
export const markdown = ({ run, url }) => [
  `</details>\n\n</div>\n\n<script>${run}</script>`,
  `\n\n### [1] [x](javascript:${run})\n\n`,
  `](javascript:${run})`,
  `[[Back]](#toc)](${url}`,
  `<!--\n\n`,
  `\`\`\`\n<script>${run}</script>`,
  `<![CDATA[ ]]> <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "${url}">]><x>&a;</x>`,
  `[x]: ${url}\n\n[x]`,
  `| a | ![x](${url}) |\n|---|---|`,
  `<div id=toc onclick=${run}></div>`,
  `---\ntitle: !!js/function '${run}'\n---`,
  `{% include "${url}" %}`,
  `\\\n\\\n\\`,
  `${'> '.repeat(300)}x`,
  `${'- '.repeat(300)}x`,
  `${'#'.repeat(300)} x`,
];

const deep = (/** @type {number} */ depth) => '['.repeat(depth) + ']'.repeat(depth);

/** Lines of a JSON file, each an attack on its own; papers among them are counted. */
export const jsonLines = () => [
  `{"title": "deep", "summary": ${deep(60)}}`,
  `{"title": "too deep", "summary": ${deep(100_000)}}`,
  `{"title": "objects", "x": ${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}}`,
  `{"title": "first", "title": "second"}`,
  `{"__proto__": {"polluted": true}, "title": "polluting", "constructor": {"prototype": {"polluted": true}}}`,
  `{"title": "numbers", "id": 1e400, "comment": -1e-400, "n": ${'9'.repeat(5000)}}`,
  `{"title": "lone \\ud800 surrogate \\udc00", "authors": ["\\udfff"]}`,
  `{"title": "NUL \\u0000 here", "summary": "\\u0000"}`,
  `{"title": {"a": 1}, "authors": {"b": 2}, "summary": [1, [2]]}`,
  `{"title": true, "authors": [null, 1, {}], "summary": false}`,
  `{"title": "cut`,
  `{"title": "NaN", "x": NaN, "y": Infinity}`,
  `{"title": "\u0000raw\u0001controls"}`,
  `{"": "", "title": "empty key"}`,
  `{"title": "", "summary": ""}`,
  `{"title": "keys", ${Array.from({ length: 2000 }, (_, i) => `"k${i}": "v"`).join(', ')}}`,
  `{"title":"comment"/*x*/,"summary":'single'}`,
  `{"title": "id", "id": "../../x?y#z", "abs": "https://arxiv.org/abs/../../x"}`,
];

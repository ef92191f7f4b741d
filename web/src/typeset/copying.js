// Copies text with formulas: as TeX between dollars and, where formatted text is pasted, as MathML. Without it a formula
// is copied twice, each sign on a line of its own.

const BLOCKS = 'p, h1, h2, h3, h4, li, dt, dd, div, section, article, header, footer';

/** @param {Node} node */
const formulaAround = (node) => (node instanceof Element ? node : node.parentElement)?.closest('.katex');

/**
 * What is selected, with whole formulas.
 * @param {Range} selected
 */
function wholeFormulas(selected) {
  const range = selected.cloneRange();
  const first = formulaAround(range.startContainer);
  const last = formulaAround(range.endContainer);
  if (first) range.setStartBefore(first.closest('.katex-display') ?? first);
  if (last) range.setEndAfter(last.closest('.katex-display') ?? last);
  return range.cloneContents();
}

/** Replaces formulas by their TeX. @param {DocumentFragment} fragment @returns {string} */
export function plainTextOf(fragment) {
  for (const formula of fragment.querySelectorAll('.katex')) {
    const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent ?? '';
    const display = formula.closest('.katex-display');
    (display ?? formula).replaceWith(display ? `$$${tex}$$` : `$${tex}$`);
  }
  for (const block of fragment.querySelectorAll(BLOCKS)) block.append('\n');
  const holder = document.createElement('div');
  holder.append(fragment);
  return (holder.textContent ?? '').replace(/[ \t]*\n\s*\n+/g, '\n\n').trim();
}

/** Leaves only the MathML of formulas. @param {DocumentFragment} fragment @returns {string} */
export function htmlOf(fragment) {
  for (const formula of fragment.querySelectorAll('.katex')) {
    const math = formula.querySelector('math');
    if (math) formula.replaceWith(math);
  }
  const serializer = new XMLSerializer();
  return [...fragment.childNodes].map((node) => serializer.serializeToString(node)).join('');
}

/** @param {ClipboardEvent} event */
function copy(event) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const range = selection.getRangeAt(0);
  const fragment = wholeFormulas(range);
  if (!fragment.querySelector('.katex')) return;
  event.clipboardData.setData('text/plain', plainTextOf(wholeFormulas(range)));
  event.clipboardData.setData('text/html', htmlOf(fragment));
  event.preventDefault();
}

/** @param {AbortSignal} signal */
export const copyFormulas = (signal) => document.addEventListener('copy', copy, { signal });

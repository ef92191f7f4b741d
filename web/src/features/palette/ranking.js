// Orders commands by how well their names match what is typed. Pure functions.

/** @typedef {{ name: string, names: readonly string[] }} Named names: what the command is called, in each language */

const BEGINS = 3;
const BEGINS_WORD = 2;
const INSIDE = 1;

/** Case, full-width forms and the like make no difference. @param {string} text */
const fold = (text) => text.normalize('NFKC').toLowerCase();

/**
 * The commands in whose names all words of the text occur, whatever the language: the best match first; of equally good
 * ones the last used.
 * @template {Named} C
 * @param {readonly C[]} commands
 * @param {string} text
 * @param {readonly string[]} lastUsed names of commands, the last used first
 * @returns {C[]}
 */
export function rank(commands, text, lastUsed) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const places = new Map(lastUsed.map((name, place) => [name, place]));
  return commands
    .map((command) => ({
      command,
      score: scoreOf(command.names.map(fold), words),
      place: places.get(command.name) ?? lastUsed.length,
    }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ command }) => command);
}

/** Negative if a word is in none of the names. @param {readonly string[]} names @param {readonly string[]} words */
function scoreOf(names, words) {
  let sum = 0;
  for (const word of words) {
    const score = Math.max(...names.map((name) => scoreIn(name, word)));
    if (score === 0) return -1;
    sum += score;
  }
  return sum;
}

/** @param {string} name @param {string} word */
function scoreIn(name, word) {
  if (name.startsWith(word)) return BEGINS;
  if (name.includes(` ${word}`)) return BEGINS_WORD;
  return name.includes(word) ? INSIDE : 0;
}

// Papers that are too large in one way each, and not hidden in a larger file: one has to bear each alone.

const MB = 1 << 20;
const WORDS = 'word '.repeat(2 * MB);
const LETTERS = 'w'.repeat(10 * MB);

/** @param {object} fields */
const paper = (fields) =>
  JSON.stringify({
    id: '2601.00001',
    title: 'Too large',
    authors: ['Ana Beispiel'],
    categories: ['cs.CR'],
    summary: 'Plain.',
    AI: { tldr: 'Plain.' },
    ...fields,
  });

/** @type {Record<string, () => string>} a JSON file by what is too large in it */
export const SIZES = {
  'a title of 10 MB': () => paper({ title: WORDS }),
  'a title of one word of 10 MB': () => paper({ title: LETTERS }),
  'an abstract of 10 MB': () => paper({ summary: WORDS }),
  'an abstract of one word of 10 MB': () => paper({ summary: LETTERS }),
  'an abstract of 10 MB of formulas': () => paper({ summary: '$x$ '.repeat(2.5 * MB) }),
  'an abstract of 1,000,000 lines of one letter': () => paper({ summary: 'a\n'.repeat(1e6) }),
  'an abstract of 1,000,000 paragraphs of one letter': () => paper({ summary: 'a\n\n'.repeat(1e6) }),
  'an abstract of 10 MB of links': () => paper({ summary: 'https://canary.invalid '.repeat(MB / 2.3) }),
  'a summary of 10 MB': () => paper({ AI: { tldr: WORDS } }),
  'an author of 10 MB': () => paper({ authors: [LETTERS] }),
  '100,000 authors': () => paper({ authors: Array.from({ length: 1e5 }, (_, n) => `Author ${n}`) }),
  'a category of 10 MB': () => paper({ categories: [LETTERS] }),
  '20,000 categories': () => paper({ categories: Array.from({ length: 2e4 }, (_, n) => `x.${n}`) }),
  'a label of 10 MB': () => paper({ [LETTERS]: 'x' }),
  '5,000 labels': () => paper(Object.fromEntries(Array.from({ length: 5e3 }, (_, n) => [`key ${n}`, 'x']))),
  'a link of 10 MB': () => paper({ id: '', url: `https://canary.invalid/${LETTERS}` }),
  'a tower of 3,000,000 accents': () => paper({ title: `A${'\u0301'.repeat(3e6)}` }),
};

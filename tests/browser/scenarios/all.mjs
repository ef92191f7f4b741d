// What must hold in every browser.
import { completing } from './completing.mjs';
import { containers } from './containers.mjs';
import { corpus, corpusMissing } from './corpus.mjs';
import { filtering } from './filtering.mjs';
import { gathering } from './gathering.mjs';
import { hostile } from './hostile.mjs';
import { keyboard } from './keyboard.mjs';
import { languages } from './languages.mjs';
import { links } from './links.mjs';
import { loading } from './loading.mjs';
import { longLists } from './long-lists.mjs';
import { opening } from './opening.mjs';
import { reading } from './reading.mjs';
import { relating } from './relating.mjs';
import { searching } from './searching.mjs';
import { suggesting } from './suggesting.mjs';
import { underlining } from './underlining.mjs';

/** @type {import('../support/matrix.mjs').Group[]} */
export const inEveryBrowser = [
  { scenarios: opening },
  { scenarios: gathering },
  { scenarios: containers },
  { scenarios: filtering },
  { scenarios: searching },
  { scenarios: completing },
  { scenarios: suggesting },
  { scenarios: underlining },
  { scenarios: reading },
  { scenarios: relating },
  { scenarios: keyboard },
  { scenarios: links },
  { scenarios: languages },
  { scenarios: hostile },
  { scenarios: longLists },
  { scenarios: loading },
  { scenarios: corpus, skip: corpusMissing },
];

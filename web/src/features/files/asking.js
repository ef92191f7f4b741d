// Shows the user what they did not choose in the page itself (shared files, marks and settings inside files) and takes
// it only if they agree.
import { fromFiles } from '../../library/read-files.js';
import { changesOf } from '../../marks/mark.js';

/** @typedef {import('../../marks/mark.js').Changes & { searches: number, colours: number, collections: number, interests: number }}
 *   Changes searches: number of new ones; colours: number of tags whose colour changes; collections: number of those that
 *   are new, other or gone */
/**
 * @typedef {{ name: string, size: number, code: string, papers: number, works: number }} OfferedFile code: empty until
 *   the file was looked into; works: of collections
 */
/**
 * @typedef {object} Offer
 * @property {'files' | 'marks' | 'settings'} kind
 * @property {OfferedFile[]} files
 * @property {Changes | null} changes to the user's own marks; null: none
 * @property {string[]} settings names of those that would change
 */
/** @typedef {false | 'marks' | 'all'} Answer false: no; marks: yes, but not to the settings */
/** @typedef {{ name: string, size: number, changes: Changes | null, settings: string[] }} MarksOffer */
/** @typedef {{ answer: Promise<Answer>, show(offer: Offer): void, close(): void }} Asked close: answers no */

/** @type {Changes} */
const NO_CHANGES = { ...changesOf([]), searches: 0, colours: 0, collections: 0, interests: 0 };

/**
 * @param {object} parts
 * @param {Pick<ReturnType<typeof import('../../engine/engine.js').createEngine>, 'look'>} parts.engine
 * @param {{ changesBy(made: Uint8Array | null): { changes: Changes | null, settings: string[] } }} parts.storing
 * @param {Pick<import('../../marks/collections.js').CollectionStore, 'get'>} parts.collections
 * @param {Pick<ReturnType<typeof import('../open/opening.js').createOpening>, 'open'>} parts.opening
 * @param {(offer: Offer) => Asked} parts.ask
 */
export function createAsking({ engine, storing, collections, opening, ask }) {
  /** One question at a time. @type {Promise<unknown>} */
  let turn = Promise.resolve();

  /** @template T @param {() => Promise<T>} question @returns {Promise<T>} */
  function inTurn(question) {
    const asked = turn.then(question);
    turn = asked.catch(() => {});
    return asked;
  }

  /** @param {File} file @returns {Promise<Pick<OfferedFile, 'code' | 'papers' | 'works'> & Pick<Offer, 'changes' | 'settings'>>} */
  async function lookInto(file) {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const looked = await engine.look({ name: file.name, bytes });
      const { changes, settings } = storing.changesBy(looked.made);
      const replaced = looked.collections.filter(({ name }) => collections.get(name)).length;
      return {
        code: looked.code,
        papers: looked.papers,
        works: looked.collections.reduce((total, { works }) => total + works, 0),
        changes: replaced > 0 ? sum(changes, { ...NO_CHANGES, collections: replaced }) : changes,
        settings,
      };
    } catch {
      // The file cannot be read, or crashed the reader: do not open it.
      return { code: 'stopped', papers: 0, works: 0, changes: null, settings: [] };
    }
  }

  /**
   * @param {import('../../hosted/shared-files.js').Shared} shared
   * @param {AbortSignal} elsewhere aborted when another tab asks instead
   */
  async function offerFiles({ files, drop }, elsewhere) {
    /** @type {Offer} */
    let offer = {
      kind: 'files',
      files: files.map(({ name, size }) => ({ name, size, code: '', papers: 0, works: 0 })),
      changes: null,
      settings: [],
    };
    const asked = ask(offer);
    elsewhere.addEventListener('abort', asked.close);
    let isOpen = true;
    asked.answer.then(() => (isOpen = false));
    for (const [index, file] of files.entries()) {
      if (!isOpen) break;
      const { changes, settings, ...found } = await lookInto(file);
      offer = {
        ...offer,
        files: offer.files.map((each, at) => (at === index ? { ...each, ...found } : each)),
        changes: sum(offer.changes, changes),
        settings: [...new Set([...offer.settings, ...settings])],
      };
      if (isOpen) asked.show(offer);
    }
    const yes = await asked.answer;
    if (elsewhere.aborted) return;
    await drop();
    if (!yes) return;
    const wanted = files.filter((_, index) => offer.files[index].code !== 'stopped');
    const settings = yes === 'all' ? 'take' : 'leave';
    await opening.open(fromFiles(wanted), { keeps: true, marks: 'accept', settings });
  }

  return {
    /** @type {typeof offerFiles} */
    files: (shared, elsewhere) => inTurn(() => offerFiles(shared, elsewhere)),
    /** @param {MarksOffer} offer */
    marks: ({ name, size, changes, settings }) =>
      inTurn(() => {
        const kind = changes ? 'marks' : 'settings';
        return ask({ kind, files: [{ name, size, code: 'ok', papers: 0, works: 0 }], changes, settings })
          .answer;
      }),
  };
}

/** @param {Changes | null} a @param {Changes | null} b @returns {Changes | null} */
function sum(a, b) {
  if (!a || !b) return a ?? b;
  const names = /** @type {(keyof Changes)[]} */ (Object.keys(a));
  return /** @type {Changes} */ (Object.fromEntries(names.map((name) => [name, a[name] + b[name]])));
}

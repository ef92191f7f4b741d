// One decision for each paper: done, starred, or not for me. Each is a step that can be undone, and leads to the next
// paper.
import { NO_FILTERS } from '../../app/fragment.js';
import { blank, inverse } from '../../marks/mark.js';
import { unlessStopped } from '../../engine/unless-stopped.js';
import { t } from '../../i18n/index.js';

/** @typedef {import('../../app/state.js').State} State */
/** @typedef {import('../../app/fragment.js').Address} Address */
/** @typedef {import('../../marks/mark.js').Statement} Statement */
/** @typedef {import('../../marks/marks.js').Said} Said */
/**
 * @typedef {{ work: string, index: number, open: boolean, byPointer?: boolean }} Target index: in the list, or -1;
 *   open: in the paper pane; byPointer: the cursor stays where it is
 */

/** @typedef {() => (() => unknown) | null} Instead what to do in its place, asked when it is its turn */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {import('../../marks/marks.js').Marks} parts.marks
 * @param {ReturnType<typeof import('../../engine/row-cache.js').createRowCache>} parts.rows
 * @param {ReturnType<typeof import('../list/browsing.js').createBrowsing>} parts.browsing
 * @param {ReturnType<typeof import('../search/searching.js').createSearching>} parts.searching
 * @param {ReturnType<typeof import('../../engine/engine.js').createEngine>} parts.engine
 * @param {import('../../app/undo.js').Undo} parts.undo
 * @param {() => string[]} parts.hiddenSets sets whose works leave the list
 */
export function createDeciding({ store, marks, rows, browsing, searching, engine, undo, hiddenSets }) {
  let last = Promise.resolve();
  /**
   * Keys may come faster than the list follows, and each is meant for the paper that is there after the one before: `d`
   * and `E` finish the day that `d` leads to.
   * @param {() => unknown} run
   */
  function inTurn(run) {
    const result = last
      .then(searching.settled)
      .then(run)
      .then(() => {});
    last = result.catch(() => {});
    return result;
  }

  /** @returns {Target | null} */
  function openPaper() {
    const { paper, position } = store.get();
    return paper && { work: paper.work, index: position, open: true };
  }

  /** The open paper, or the one under the cursor, whose row may not have arrived yet. @returns {Promise<Target | null>} */
  async function target() {
    const { paper, cursor } = store.get();
    if (paper) return openPaper();
    const row = await rows.load(cursor);
    return row ? { work: row.work, index: cursor, open: false } : null;
  }

  /** @param {string} work */
  const markOf = (work) => marks.get(work) ?? blank(work);

  /** Whether the list loses or gains papers by it. @param {Statement} said */
  const movesList = (said) =>
    said.dismissed !== undefined || (said.read !== undefined && hiddenSets().includes('is:read'));

  /** @param {readonly Said[]} all @param {Target | null} from where the user was */
  async function say(all, from) {
    // Persisting takes its time; the page goes on.
    marks.sayAll(all);
    if (all.some(([, said]) => movesList(said))) await searching.search({ stay: true });
    if (from && from.index >= 0 && !from.byPointer) await browsing.goTo(from);
  }

  /**
   * Says it, and records how it is undone.
   * @param {readonly Said[]} all @param {string} text for the notice
   * @param {{ from?: Target | null, extends?: string, onUndo?: () => void, onRedo?: () => void }} [how] from: where undo
   *   leads back to
   */
  function act(all, text, { from = null, extends: extended, onUndo, onRedo } = {}) {
    const back = all.map(([work, said]) => /** @type {const} */ ([work, inverse(markOf(work), said)]));
    marks.sayAll(all);
    undo.record({
      text,
      extends: extended,
      undo: () => say(back, from).then(onUndo),
      redo: () => say(all, null).then(onRedo),
    });
  }

  /** @param {Target} from */
  async function toNext({ index, open, byPointer }) {
    if (byPointer) return;
    if (!open) return browsing.move(index + 1);
    const { answer } = store.get();
    if (index >= 0 && index + 1 < (answer?.result.total ?? 0)) await browsing.step(1);
  }

  /**
   * The next paper takes the place of one that leaves the list.
   * @param {Target} from
   */
  async function leaveList(from) {
    const next = from.open ? ((await rows.load(from.index + 1)) ?? (await rows.load(from.index - 1))) : null;
    if (from.open && next) browsing.replacePaper(next.key);
    else if (from.open) browsing.close();
    // The cursor stays on its paper when one above leaves.
    else if (from.index < store.get().cursor) browsing.move(store.get().cursor - 1);
    await searching.search({ stay: true });
  }

  /** @param {Target} from @param {Statement} said @param {string} key of the notice */
  async function decide(from, said, key) {
    act([[from.work, said]], t(key), { from });
    await (movesList(said) ? leaveList(from) : toNext(from));
  }

  /** What a list request with these conditions finds. @param {Partial<Address>} of @param {number} [to] */
  async function worksOf(of, to = 0xffffffff) {
    const request = searching.requestOf({ ...store.get().address, ...of });
    return (await unlessStopped(engine.works({ request, from: 0, to }))) ?? [];
  }

  /** Marks all of these as done that are not. @param {string[]} works */
  async function finish(works) {
    const unread = works.filter((work) => !markOf(work).read);
    if (unread.length === 0) return;
    const done = unread.map((work) => /** @type {const} */ ([work, { read: true }]));
    act(done, t('undo.done.many', { n: unread.length }), { from: await target() });
    if (hiddenSets().includes('is:read')) await searching.search({ stay: true });
  }

  /** @param {(from: Target) => unknown} run @param {Target} [from] @param {Instead} [instead] */
  const decideInTurn = (run, from, instead) =>
    inTurn(async () => {
      const other = instead?.();
      if (other) return other();
      const now = from ?? (await target());
      return now && run(now);
    });

  /** @param {Target} from */
  const done = (from) => decide(from, { read: true, skimmed: !from.open }, 'undo.done');
  /** @param {Target} from */
  const dismiss = (from) =>
    markOf(from.work).dismissed
      ? decide(from, { dismissed: false }, 'undo.restored')
      : decide(from, { dismissed: true, read: true }, 'undo.dismissed');
  /** @param {Target} from */
  function star(from) {
    const { starred } = markOf(from.work);
    if (!starred && !from.open) return decide(from, { starred: true, read: true }, 'undo.starred');
    act([[from.work, { starred: !starred }]], t(starred ? 'undo.unstarred' : 'undo.starred'), { from });
  }
  /** @param {Target} from */
  function unread(from) {
    const read = !markOf(from.work).read;
    act([[from.work, { read }]], t(read ? 'undo.done' : 'undo.unread'), { from });
  }

  return {
    // Each of these decides on the open paper or the one under the cursor, unless another one is given.
    /** @param {Target} [from] @param {Instead} [instead] */
    done: (from, instead) => decideInTurn(done, from, instead),
    /** Not for the user; brings a paper back that was dismissed before. @param {Target} [from] @param {Instead} [instead] */
    dismiss: (from, instead) => decideInTurn(dismiss, from, instead),
    /**
     * In the list a star is a decision; on the open paper it is one of several things to say.
     * @param {Target} [from] @param {Instead} [instead]
     */
    star: (from, instead) => decideInTurn(star, from, instead),
    /** Read, or not. @param {Target} [from] @param {Instead} [instead] */
    unread: (from, instead) => decideInTurn(unread, from, instead),
    undo: () => inTurn(undo.undo),
    redo: () => inTurn(undo.redo),
    depth: undo.depth,
    /** @param {number} depth as it was before */
    takeBack: (depth) => inTurn(() => undo.takeBack(depth)),
    /** The open paper's tags, note and marks. @param {string} work @param {Statement} said */
    sayOf(work, said) {
      const { tag, note } = said;
      const text =
        tag !== undefined
          ? t(tag.on ? 'undo.tagged' : 'undo.untagged', { name: tag.name })
          : t(note !== undefined ? 'undo.noted' : 'undo.marked');
      act([[work, said]], text, {
        from: openPaper(),
        extends: note === undefined ? undefined : `note ${work}`,
      });
    },
    inTurn,
    target,
    toNext,
    movesList,
    /**
     * Says something of many works, as one step. The cursor stays on its paper or, if that leaves the list, goes to the
     * next one that does not. Call in turn.
     * @param {readonly Said[]} all @param {string} text for the notice
     * @param {{ onUndo?: () => void, onRedo?: () => void }} [how]
     */
    async sayOfMany(all, text, how) {
      const moves = all.some(([, said]) => movesList(said));
      const { answer, cursor } = store.get();
      const listed = moves && answer && (await unlessStopped(engine.worksShown(answer.generation)));
      act(all, text, { ...how, from: moves ? await target() : null });
      if (!moves) return;
      const leaving = new Set(all.map(([work]) => work));
      const above = listed ? listed.slice(0, cursor).filter((work) => leaving.has(work)).length : 0;
      await searching.search({ stay: true, cursor: cursor - above });
    },
    /** Marks the papers of a day as done. @param {string} [day] else that of the open paper or under the cursor */
    finishDay: (day) =>
      inTurn(async () => {
        const { cursor, paper } = store.get();
        const shown = paper ?? (await rows.load(cursor));
        day ||= shown?.date || shown?.digest;
        if (day) await finish(await worksOf({ ...NO_FILTERS, text: '', days: [day] }));
      }),
    /** Marks what the list shows above the cursor as done. */
    finishAbove: () => inTurn(async () => finish(await worksOf({}, store.get().cursor))),
    /** Marks everything found as done. */
    finishFound: () => inTurn(async () => finish(await worksOf({}))),
  };
}

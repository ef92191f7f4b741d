// What is done to all selected papers at once. Each is one step that can be undone.
import { blank, tagsOf } from '../../marks/mark.js';
import { t } from '../../i18n/index.js';
import { NOTHING } from '../../app/selection.js';

/** @typedef {import('../../marks/mark.js').Statement} Statement */
/** @typedef {import('../../storage/database.js').Mark} Mark */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<import('../../app/state.js').State>>} parts.store
 * @param {import('../../marks/marks.js').Marks} parts.marks
 * @param {ReturnType<typeof import('../triage/deciding.js').createDeciding>} parts.deciding
 */
export function createActing({ store, marks, deciding }) {
  /** @param {string} work */
  const markOf = (work) => marks.get(work) ?? blank(work);

  /**
   * Says one thing of all or, if that holds for each of them already, the other one. If the papers leave the list by it,
   * they are no longer selected, until that is undone.
   * @param {(mark: Mark) => boolean} holds
   * @param {{ said: Statement, key: string }} one key: of the notice
   * @param {{ said: Statement, key: string }} other
   * @param {Record<string, string>} [values] of the notice
   */
  async function say(holds, one, other, values) {
    const before = store.get().selection;
    const works = [...before.works];
    if (works.length === 0) return;
    const { said, key } = works.every((work) => holds(markOf(work))) ? other : one;
    const leaves = deciding.movesList(said);
    const unselect = () => store.set({ selection: NOTHING });
    const selectAgain = () => store.get().selection.works.size > 0 || store.set({ selection: before });
    await deciding.sayOfMany(
      works.map((work) => [work, said]),
      t(key, { ...values, n: works.length }),
      leaves ? { onUndo: selectAgain, onRedo: unselect } : {},
    );
    if (leaves) unselect();
  }

  /** @type {{ said: Statement, key: string }} */
  const read = { said: { read: true }, key: 'undo.done.many' };

  const now = {
    done: () => say(() => false, read, read),
    unread: () => say(({ read }) => read, read, { said: { read: false }, key: 'undo.unread.many' }),
    star: () =>
      say(
        ({ starred }) => starred,
        { said: { starred: true }, key: 'undo.starred.many' },
        { said: { starred: false }, key: 'undo.unstarred.many' },
      ),
    /** Not for the user; brings them back if all were dismissed before. */
    dismiss: () =>
      say(
        ({ dismissed }) => dismissed,
        { said: { dismissed: true, read: true }, key: 'undo.dismissed.many' },
        { said: { dismissed: false }, key: 'undo.restored.many' },
      ),
  };

  return {
    /** For who has waited for their turn. */
    now,
    done: () => deciding.inTurn(now.done),
    unread: () => deciding.inTurn(now.unread),
    star: () => deciding.inTurn(now.star),
    dismiss: () => deciding.inTurn(now.dismiss),
    /** Takes the tag off if all have it. @param {string} name */
    tag: (name) =>
      deciding.inTurn(() =>
        say(
          (mark) => tagsOf(mark).includes(name),
          { said: { tag: { name, on: true } }, key: 'undo.tagged.many' },
          { said: { tag: { name, on: false } }, key: 'undo.untagged.many' },
          { name },
        ),
      ),
  };
}

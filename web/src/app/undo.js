// What the user did, so that it can be undone and redone in order, across all views.

/**
 * @typedef {object} Step
 * @property {string} text what was done, for the notice
 * @property {() => unknown} undo
 * @property {() => unknown} redo
 * @property {string} [extends] a step of the same name directly before becomes one with this: a note is saved at every
 *   pause of the typing
 * @property {() => void} [lapse] called when it can be neither undone nor redone any more
 */

/** More than a morning's decisions. */
const DEPTH = 500;

/** @param {{ onChange: (last: { text: string, undone: boolean } | null) => void }} callbacks onChange: null: nothing to tell */
export function createUndo({ onChange }) {
  /** @type {Step[]} the last one is undone first */
  let done = [];
  /** @type {Step[]} the last one is redone first */
  let undone = [];
  /** Steps run one after another. */
  let last = Promise.resolve();

  /** @param {Step[]} steps */
  const lapse = (steps) => steps.forEach((step) => step.lapse?.());

  /** @param {() => unknown} run */
  function enqueue(run) {
    const result = last.then(run).then(() => {});
    // A step that fails must not stop the next one.
    last = result.catch(() => {});
    return result;
  }

  return {
    /** Call after the step was done. @param {Step} step */
    record(step) {
      lapse(undone);
      undone = [];
      const before = done.at(-1);
      if (step.extends !== undefined && before?.extends === step.extends)
        done.splice(-1, 1, { ...step, undo: before.undo });
      else done.push(step);
      lapse(done.splice(0, done.length - DEPTH));
      onChange({ text: step.text, undone: false });
    },
    /** Resolves once the last step is undone. */
    undo: () =>
      enqueue(async () => {
        const step = done.pop();
        if (!step) return onChange(null);
        await step.undo();
        undone.push(step);
        onChange({ text: step.text, undone: true });
      }),
    redo: () =>
      enqueue(async () => {
        const step = undone.pop();
        if (!step) return onChange(null);
        await step.redo();
        done.push(step);
        onChange({ text: step.text, undone: false });
      }),
    /** How many steps can be undone. */
    depth: () => done.length,
    /** Takes back the newest steps for good, until so many are left. @param {number} depth */
    takeBack: (depth) =>
      enqueue(async () => {
        while (done.length > depth) {
          const step = /** @type {Step} */ (done.pop());
          await step.undo();
          step.lapse?.();
        }
      }),
    /** Nothing before this moment can be undone. */
    clear() {
      lapse([...done, ...undone]);
      done = [];
      undone = [];
    },
  };
}

/** @typedef {ReturnType<typeof createUndo>} Undo */

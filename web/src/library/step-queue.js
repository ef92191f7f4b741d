// Steps that run one after another. A step that fails is reported, and does not affect the others.

/** @param {(error: unknown) => void} onFailed */
export function createStepQueue(onFailed) {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  let waiting = 0;
  let abort = new AbortController();

  return {
    /**
     * @template T
     * @param {() => Promise<T>} step runs after all earlier steps
     * @param {T} otherwise what a failed step resolves to
     * @returns {Promise<T>}
     */
    run(step, otherwise) {
      waiting += 1;
      const result = last
        .then(step)
        .catch((error) => {
          onFailed(error);
          return otherwise;
        })
        .finally(() => (waiting -= 1));
      last = result;
      return result;
    },
    /** A step is running or waiting. */
    isBusy: () => waiting > 0,
    /** Aborted by the next cancel(). */
    get signal() {
      return abort.signal;
    },
    /** Cancels whatever has taken the signal so far; steps that start later take another one. */
    cancel() {
      abort.abort();
      abort = new AbortController();
    },
  };
}

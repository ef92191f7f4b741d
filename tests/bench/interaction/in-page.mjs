// What runs in the page to take the times. Each function goes there as text, so it may use nothing from around it.

/**
 * Takes the time of the next event of this type: until the browser has painted after it, and until `isThere` holds in a
 * frame that is painted.
 * @param {string} type @param {string} isThere an expression
 */
export function takeNext(type, isThere) {
  const holds = /** @type {() => boolean} */ (new Function(`return ${isThere}`));
  /** @param {() => void} run after the frame */
  const afterPaint = (run) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = run;
      port2.postMessage(null);
    });
  Object.assign(window, {
    taken: new Promise((resolve) => {
      addEventListener(
        type,
        ({ timeStamp }) => {
          let paint = 0;
          function look() {
            const now = performance.now();
            paint ||= now - timeStamp;
            if (holds() || now - timeStamp > 5000) resolve({ paint, shown: now - timeStamp });
            else afterPaint(look);
          }
          afterPaint(look);
        },
        { capture: true, once: true },
      );
    }),
  });
}

/** The lengths of all frames until `stopFrames`. */
export function countFrames() {
  /** @type {number[]} */
  const frames = [];
  let last = 0;
  let isOver = false;
  /** @param {number} now */
  function frame(now) {
    if (last) frames.push(now - last);
    last = now;
    if (!isOver) requestAnimationFrame(frame);
  }
  requestAnimationFrame(frame);
  Object.assign(window, {
    stopFrames() {
      isOver = true;
      return frames;
    },
  });
}

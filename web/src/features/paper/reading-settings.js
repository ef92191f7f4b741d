// How the open paper is set: the size of its text, the length of its lines, its languages.

/** @typedef {import('../../app/settings.js').Value} Value */

const SIZES = ['smaller', 'usual', 'larger', 'large', 'largest'];

/**
 * @param {object} parts
 * @param {() => import('../../app/settings.js').Settings} parts.settings
 * @param {Pick<ReturnType<typeof import('./paper-pane.js').createPaperPane>, 'staying' | 'drawFields'>} parts.pane
 * @param {() => void} parts.onSize the rows of the list have another size, too
 */
export function readingSettings({ settings, pane, onSize }) {
  /** @param {string} name of an attribute of the page, for its styles @param {Value} value */
  const put = (name, value) => pane.staying(() => (document.documentElement.dataset[name] = String(value)));

  return {
    /** The next larger or smaller text. @param {1 | -1} by */
    resize(by) {
      const next = SIZES[SIZES.indexOf(String(settings().value('size'))) + by];
      if (next) settings().set('size', next);
    },
    /** @type {import('../../app/settings.js').Setting[]} */
    settings: [
      {
        name: 'size',
        choices: SIZES,
        usual: 'usual',
        group: 'reading',
        apply(size, isStart) {
          put('size', size);
          if (!isStart) onSize();
        },
      },
      {
        name: 'measure',
        choices: ['narrow', 'medium', 'wide'],
        usual: 'medium',
        group: 'reading',
        apply: (measure) => put('measure', measure),
      },
      {
        name: 'languages',
        choices: ['both', 'page', 'other'],
        group: 'reading',
        apply: (_, isStart) => isStart || pane.drawFields(),
      },
    ],
  };
}

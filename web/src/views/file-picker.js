import { h } from '../dom.js';

/** @param {(files: File[]) => void} onFiles */
export function createFilePicker(onFiles) {
  const node = h('input', {
    type: 'file',
    hidden: true,
    'data-testid': 'file-input',
    accept: '.md,.markdown,.txt,.jsonl,.json,text/markdown,text/plain,application/json',
    multiple: true,
    on: {
      change() {
        const files = [...(node.files ?? [])];
        // So that choosing the same file again is a change.
        node.value = '';
        if (files.length) onFiles(files);
      },
    },
  });
  return { node, show: () => node.click() };
}

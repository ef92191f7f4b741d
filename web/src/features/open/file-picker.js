import { h } from '../../dom/dom.js';

const ACCEPT =
  '.md,.markdown,.txt,.jsonl,.json,.xml,.rss,.atom,.html,.htm,.gz,.zip,.broadsheet,.bib,.bibtex,.ris,.csv,.tsv,.opml,text/markdown,text/plain,text/html,text/xml,application/xml,application/json,application/gzip,application/zip';

/** @param {{ onFiles: (files: File[]) => void, onFolder: (files: File[]) => void }} callbacks */
export function createFilePicker({ onFiles, onFolder }) {
  const files = input({ 'data-testid': 'file-input', accept: ACCEPT }, onFiles);
  const folder = input({ 'data-testid': 'folder-input', webkitdirectory: true }, onFolder);
  return {
    nodes: [files, folder],
    show: () => files.click(),
    showFolder: () => folder.click(),
  };
}

/** @param {Record<string, string | boolean>} attributes @param {(files: File[]) => void} onChoice */
function input(attributes, onChoice) {
  const node = h('input', {
    type: 'file',
    hidden: true,
    multiple: true,
    ...attributes,
    on: {
      change() {
        const chosen = [...(node.files ?? [])];
        // Otherwise choosing the same file again would not fire a change event.
        node.value = '';
        if (chosen.length) onChoice(chosen);
      },
    },
  });
  return node;
}

// Renders the empty page as HTML in each language, using the page's own views. web/src/front.js shows the right one.
import { parseHTML } from 'linkedom';

/** @returns {Promise<string>} */
export async function front() {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  // The views need only `document` to draw; they do not use the window.
  Object.assign(globalThis, { document });
  const [{ h }, { LANGUAGES, tagOf, useLanguage }, { createEmpty }, { createMasthead }] = await Promise.all([
    import('../src/dom/dom.js'),
    import('../src/i18n/language.js'),
    import('../src/features/open/empty.js'),
    import('../src/app/masthead.js'),
  ]);
  const nothing = () => {};
  const fronts = LANGUAGES.map((language) => {
    useLanguage(language);
    const masthead = createMasthead(
      {
        onHome: nothing,
        onOpenFiles: nothing,
        onArchive: nothing,
        onFolderAgain: nothing,
        onReport: nothing,
        onKeys: nothing,
        onSettings: nothing,
        onLanguage: nothing,
      },
      [h('search', { class: 'search' })],
    );
    masthead.update({ digests: 0, troubled: 0, empty: true, archive: false, folder: null });
    const empty = createEmpty(
      { onChoose: nothing, onFolder: nothing, onKeepFolder: nothing, onPaste: nothing, onSample: nothing },
      h('div'),
    );
    empty.update({ empty: true, archive: false });
    const node = h(
      'div',
      { class: 'front', lang: tagOf(language), hidden: true, inert: true },
      masthead.node,
      h('main', {}, empty.node),
    );
    for (const unseen of node.querySelectorAll('[hidden]')) unseen.remove();
    // Test ids name parts of the real page, and this is not the real page.
    for (const named of node.querySelectorAll('[data-testid]')) named.removeAttribute('data-testid');
    return node.outerHTML;
  });
  return fronts.join('\n    ');
}

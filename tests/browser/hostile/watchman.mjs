// What runs in the page while it is attacked: looks for what must not be there, and measures whether the page answers.

/** Put into the page once it is there. */
export function installWatchman() {
  const ELEMENTS =
    /^(script|style|link|meta|base|i?frame|frameset|object|embed|applet|portal|fencedframe|img|image|picture|source|track|video|audio|canvas|svg|math|template|slot|marquee|map|area|xmp|plaintext|[a-z]+-.*)$/i;
  const IN_FORMULAS = /^(svg|math|annotation)$/;
  const ATTRIBUTES =
    /^(on|src|srcdoc|action|formaction|data$|poster|background|ping|http-equiv|content$|is$|slot$|xlink|manifest|popover|contenteditable|autofocus)/;
  const UNSEEN =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;

  /** @param {Element} node */
  const inFormula = (node) => node.closest('.katex') !== null;
  /** @param {Element} node */
  const isWrong = (node) => {
    const { localName } = node;
    if (ELEMENTS.test(localName) && !(IN_FORMULAS.test(localName) && inFormula(node))) return true;
    if (localName === 'form' && !node.matches('.filters, dialog form')) return true;
    if (node.getAttributeNames().some((name) => ATTRIBUTES.test(name))) return true;
    if (localName === 'a' && !/^(https?:\/\/[^/@]+(\/|\?|$)|#)/.test(node.getAttribute('href') ?? ''))
      return true;
    return /url\(|fixed|expression/i.test(node.getAttribute('style') ?? '');
  };

  /** @param {Node} root */
  function unseen(root) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      if (UNSEEN.test(node.nodeValue ?? '') && !node.parentElement?.closest('.katex, script, style'))
        return [`not shown: ${escape(node.nodeValue ?? '')}`.slice(0, 200)];
    return [];
  }

  /** What must not be in the page. @param {string} [places] where to look; else everywhere */
  function dangers(places = 'body > :not(script, noscript)') {
    const page = document.documentElement;
    const roots = [...document.querySelectorAll(places)];
    const wrong = roots.flatMap((root) => [root, ...root.querySelectorAll('*')]).filter(isWrong);
    return [
      ...wrong.map((node) => node.outerHTML.slice(0, 200)),
      ...roots.flatMap(unseen),
      ...(page.scrollWidth > page.clientWidth ? ['the page is wider than its window'] : []),
      ...('pwned' in window ? ['something ran'] : []),
      .../** @type {any} */ ('polluted' in Object.prototype ? ['a prototype was changed'] : []),
      ...(document.querySelector('.masthead')?.checkVisibility() ? [] : ['the page is gone']),
    ];
  }

  const rest = () => new Promise((resolve) => setTimeout(resolve));
  /** @param {() => boolean} isSo */
  async function until(isSo) {
    const end = performance.now() + 180_000;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`waited in vain: ${isSo}`);
      await rest();
    }
  }
  const opened = () => document.querySelector('[data-testid=paper]:not([hidden])')?.getAttribute('data-key');

  /**
   * Reads the papers from the open one on, for some seconds: a driver waits for no call much longer.
   * @returns {Promise<{ papers: number, found: string[], atEnd: boolean }>}
   */
  async function walk() {
    const end = performance.now() + 20_000;
    // More rows than that are shown around the open paper.
    const STEPS = 5;
    for (let papers = 0; ; papers++) {
      const wrong = dangers(papers % STEPS === 0 ? '.paper-pane, #paper-list' : '.paper-pane');
      const number = document.querySelector('.paper-number')?.textContent;
      const found = wrong.map((danger) => `${number}: ${danger}`);
      const next = /** @type {HTMLButtonElement} */ ([...document.querySelectorAll('.paper-step')].at(-1));
      if (next.disabled || found.length > 0)
        return { papers: papers + 1, found: [...found, ...dangers('#paper-list')], atEnd: true };
      if (performance.now() > end) return { papers, found, atEnd: false };
      const before = opened();
      next.click();
      await until(() => opened() !== before && !!opened());
    }
  }

  /** Searches for each text. @param {string[]} texts @returns {Promise<string[]>} */
  async function search(texts) {
    const box = /** @type {HTMLInputElement} */ (document.querySelector('[data-testid=search]'));
    /** @type {string[]} */
    const found = [];
    for (const text of texts) {
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await rest();
      await until(() => !document.querySelector('[data-testid=count]')?.hasAttribute('aria-busy'));
      found.push(...dangers('#paper-list').map((danger) => `${text.slice(0, 80)}: ${danger}`));
    }
    return found;
  }

  let longest = 0;
  let last = performance.now();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    setTimeout(() => port2.postMessage(0), 4);
  };
  port2.postMessage(0);

  Object.assign(window, {
    watchman: {
      dangers,
      walk,
      search,
      /** The longest time for which the page did not answer, in milliseconds, since it was last asked for. */
      longest() {
        const value = longest;
        longest = 0;
        return value;
      },
    },
  });
}

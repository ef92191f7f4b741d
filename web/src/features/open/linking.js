// Opens the digests of the page's own site that the address names: #src=data/2026-01-14.md
import { digestName } from '../../archive/lists.js';

/** @typedef {import('../../app/state.js').State} State */

/**
 * @param {object} parts
 * @param {ReturnType<typeof import('../../app/store.js').createStore<State>>} parts.store
 * @param {import('../../archive/site.js').Site | null} parts.site
 * @param {ReturnType<typeof import('./opening.js').createOpening>} parts.opening
 * @param {(key: string, values?: Record<string, string | number>) => void} parts.notify
 */
export function createLinking({ store, site, opening, notify }) {
  /** @param {string} name */
  const isOpen = (name) => store.get().shelf.digests.some((digest) => digest.name === digestName(name));

  return {
    /** @param {string[]} paths as in the link, which anyone may have made */
    async open(paths) {
      if (paths.length === 0) return;
      if (!site) return notify('link.no_site');
      const sources = [];
      for (const path of paths) {
        const file = site.linked(path);
        if (!file) notify('link.refused', { path });
        else if (!isOpen(file.name)) sources.push(site.source(file));
      }
      // Like the sample, they belong to the address and are not stored.
      if (sources.length) await opening.open(sources, { keeps: false });
    },
  };
}

// What the page has kept. Runs in the page, so it may use nothing from around it.

/**
 * The rows of a store of the page's database, of each these fields.
 * @param {string} store @param {string[]} fields
 * @returns {Promise<any[]>}
 */
export const keptRows = (store, fields) =>
  new Promise((resolve) => {
    const request = indexedDB.open('broadsheet');
    request.onsuccess = () => {
      const rows = request.result.transaction(store).objectStore(store).getAll();
      rows.onsuccess = () => {
        request.result.close();
        resolve(rows.result.map((row) => Object.fromEntries(fields.map((field) => [field, row[field]]))));
      };
    };
  });

/**
 * To be waited for: that `check` holds for those rows. It runs in the page.
 * @param {string} store @param {string[]} fields @param {(rows: any[], ...args: any[]) => boolean} check
 * @returns {any}
 */
export const whenKept = (store, fields, check) =>
  `async (...args) => (${check})(await (${keptRows})(${JSON.stringify(store)}, ${JSON.stringify(fields)}), ...args)`;

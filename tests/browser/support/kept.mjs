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

// Groups an explanation's hits by word: where each was found, and how often.

/** @typedef {import('../engine/protocol.js').Explanation['parts'][number]['hits'][number]} Hit */
/** @typedef {{ word: string, kind: string, places: { field: string, frequency: number }[] }} WordHits */

/** @param {readonly Hit[]} hits @returns {WordHits[]} in order of first appearance */
export function groupHits(hits) {
  /** @type {Map<string, WordHits>} */
  const groups = new Map();
  for (const { word, kind, field, frequency } of hits) {
    const id = `${kind} ${word}`;
    const group = groups.get(id) ?? { word, kind, places: [] };
    groups.set(id, group);
    const place = group.places.find((each) => each.field === field);
    if (place) place.frequency += frequency;
    else group.places.push({ field, frequency });
  }
  return [...groups.values()];
}

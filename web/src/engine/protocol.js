// What the two threads say to each other. Every request carries an id; every reply repeats it.

/**
 * Embind's types allow bytes for a string, since one may be passed in; what comes out is always a string.
 * @template T
 * @typedef {string extends T ? string : T extends Uint8Array ? Uint8Array<ArrayBuffer> : T extends object ? { [K in keyof T]: Plain<T[K]> } : T} Plain
 */
/** @typedef {Plain<import('broadsheet-wasm').SearchRequest>} SearchRequest */
/** @typedef {{ value: string, count: number }} FacetCount */
/** @typedef {{ categories: FacetCount[], days: FacetCount[], authors: FacetCount[] }} Facets */
/** @typedef {Omit<Plain<import('broadsheet-wasm').SearchResult>, 'authorCounts' | keyof Facets> & Facets} SearchResult */
/** @typedef {Plain<import('broadsheet-wasm').Row>} Row */
/** @typedef {Plain<import('broadsheet-wasm').Paper>} Paper */
/** @typedef {Plain<import('broadsheet-wasm').DigestInfo>} DigestInfo */
/** @typedef {Plain<import('broadsheet-wasm').Completion>} Completion */
/** @typedef {Plain<import('broadsheet-wasm').Explanation>} Explanation */

/** @typedef {Plain<import('broadsheet-wasm').UnpackedFile>} UnpackedFile */
/** @typedef {DigestInfo & { id: number }} Entry an open digest; id: under which it is kept, 0 if it is not */
/** @typedef {{ code: string, name: string }} KeptNote what was not as it was left; name: of the digest, or empty */
/** @typedef {'kept' | 'full' | 'none'} Kept full: there is no room; none: nothing is kept here, or this was not to be */
/**
 * The code `container`: it holds files, which unpackNext gives.
 * @typedef {{ code: string, entry?: Entry, kept?: Kept }} Added entry and kept: where the code is `ok`
 */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {import('../storage/packing.js').Packed} Packed */

/**
 * @typedef {object} SearchAnswer
 * @property {SearchResult} result
 * @property {number} generation  names this result; rows of an older one are never given
 * @property {number} paperCount  works in the whole library, each once
 * @property {number} position    of the open paper in the result, -1 if it is not there
 * @property {number} from        index of the first of `rows`
 * @property {Row[]} rows         what the list shows first, so that it need not ask again
 */

/** @typedef {{ paper: Paper, position: number }} PaperAnswer position: in the current result, -1 if it is not there */

/**
 * `search.paper` is the key of the open paper, or ""; with `reveal` the rows given are those around it.
 *
 * @typedef {object} Calls
 * @property {{ ask: {}, answer: string }} start
 * @property {{ ask: { stopped: boolean }, answer: { entries: Entry[], notes: KeptNote[], apart: boolean } }} openKept  what is kept; apart: nothing is, from within the worker
 * @property {{ ask: { name: string, bytes: Bytes, keeps: boolean }, answer: Added }} read
 * @property {{ ask: { name: string, bytes: Bytes, keeps: boolean }, answer: { code: string, bytes: Bytes, saved: Bytes, text: Packed | null } }} prepare  in a worker of its own; bytes: given back; text: what is kept of it
 * @property {{ ask: { name: string, size: number, saved: Bytes, text: Packed | null }, answer: Added }} adopt  what was prepared; size: of the file, in bytes; text: null where it is not kept
 * @property {{ ask: {}, answer: UnpackedFile | null }} unpackNext  null behind the last file
 * @property {{ ask: { labels: string[] }, answer: Entry[] }} remove  what is left
 * @property {{ ask: {}, answer: { entries: Entry[], notes: KeptNote[], apart: boolean } }} follow  another tab has changed what is kept
 * @property {{ ask: { all: Record<string, string[]> }, answer: null }} sets  the works of `is:` and `tag:`, by name
 * @property {{ ask: { changes: SetChange[] }, answer: null }} putInSets
 * @property {{ ask: { request: SearchRequest, paper: string, reveal: boolean, rows: number }, answer: SearchAnswer }} search
 * @property {{ ask: { generation: number, from: number, count: number }, answer: Row[] | null }} rows
 * @property {{ ask: { text: string, caret: number }, answer: Completion[] }} complete
 * @property {{ ask: { key: string, verbatim: boolean }, answer: PaperAnswer | null }} paper
 * @property {{ ask: { key: string, generation: number }, answer: Explanation | null }} explain  why it is in that result
 * @property {{ ask: { key: string, count: number }, answer: Row[] }} similar  nearest first
 * @property {{ ask: {}, answer: null }} reset  everything that is kept of digests goes
 */

/** @typedef {{ set: string, work: string, member: boolean }} SetChange */
/** @typedef {keyof Calls} Call */
/** @typedef {{ [C in Call]: { id: number, call: C, ask: Calls[C]['ask'] } }[Call] | { id: number, call: 'cancel' }} Request */
/**
 * @typedef {{ id: number, answer: Calls[Call]['answer'] }
 *   | { id: number, done: number, total: number }
 *   | { id: number, failure: string }} Reply
 */

/** The name of a worker that opens what is kept before it is asked. */
export const OPENS_KEPT = 'opens kept';
/** Why a worker stops that has found, while somebody reads, that a part of the index is not what was saved. */
export const DAMAGED_PART = 'a part of the index is damaged';

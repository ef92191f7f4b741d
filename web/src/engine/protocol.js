// What the two threads say to each other. Every request carries an id; every reply repeats it.

/**
 * Embind's types allow bytes for a string, since one may be passed in; what comes out is always a string.
 * @template T
 * @typedef {string extends T ? string : T extends Uint8Array ? Uint8Array<ArrayBuffer> : T extends object ? { [K in keyof T]: Plain<T[K]> } : T} Plain
 */
/** @typedef {Plain<import('broadsheet-wasm').ReadResult>} ReadResult */
/** @typedef {Plain<import('broadsheet-wasm').SearchRequest>} SearchRequest */
/** @typedef {{ value: string, count: number }} FacetCount */
/** @typedef {{ categories: FacetCount[], days: FacetCount[], authors: FacetCount[] }} Facets */
/** @typedef {Omit<Plain<import('broadsheet-wasm').SearchResult>, 'authorCounts' | keyof Facets> & Facets} SearchResult */
/** @typedef {Plain<import('broadsheet-wasm').Row>} Row */
/** @typedef {Plain<import('broadsheet-wasm').Paper>} Paper */
/** @typedef {Plain<import('broadsheet-wasm').DigestInfo>} DigestInfo */
/** @typedef {Plain<import('broadsheet-wasm').Completion>} Completion */
/** @typedef {Plain<import('broadsheet-wasm').Explanation>} Explanation */

/** @typedef {{ result: ReadResult, cancelled: boolean }} ReadAnswer the code `container`: it holds files, unpack it */
/** @typedef {Plain<import('broadsheet-wasm').UnpackedFile>} UnpackedFile */
/** @typedef {{ result: ReadResult, library: Uint8Array<ArrayBuffer> }} Prepared `library`: saved, empty unless the code is `ok` */
/** @typedef {Plain<import('broadsheet-wasm').OpenResult>} OpenResult */

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
 * @property {{ ask: { wasm: ArrayBuffer }, answer: string }} start
 * @property {{ ask: { name: string, bytes: Uint8Array<ArrayBuffer> }, answer: ReadAnswer }} read
 * @property {{ ask: { name: string, bytes: Uint8Array<ArrayBuffer> }, answer: Prepared }} prepare  in a worker of its own
 * @property {{ ask: { library: Uint8Array<ArrayBuffer> }, answer: OpenResult }} adopt
 * @property {{ ask: { name: string, bytes: Uint8Array<ArrayBuffer> }, answer: null }} unpack
 * @property {{ ask: {}, answer: UnpackedFile | null }} unpackNext  null behind the last file
 * @property {{ ask: { request: SearchRequest, paper: string, reveal: boolean, rows: number }, answer: SearchAnswer }} search
 * @property {{ ask: { generation: number, from: number, count: number }, answer: Row[] | null }} rows
 * @property {{ ask: { text: string, caret: number }, answer: Completion[] }} complete
 * @property {{ ask: { key: string, verbatim: boolean }, answer: PaperAnswer | null }} paper
 * @property {{ ask: { key: string, generation: number }, answer: Explanation | null }} explain  why it is in that result
 * @property {{ ask: { key: string, count: number }, answer: Row[] }} similar  nearest first
 * @property {{ ask: {}, answer: null }} reset
 */

/** @typedef {keyof Calls} Call */
/** @typedef {{ [C in Call]: { id: number, call: C, ask: Calls[C]['ask'] } }[Call] | { id: number, call: 'cancel' }} Request */
/**
 * @typedef {{ id: number, answer: Calls[Call]['answer'] }
 *   | { id: number, done: number, total: number }
 *   | { id: number, failure: string }} Reply
 */

export {};

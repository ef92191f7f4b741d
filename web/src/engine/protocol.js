// Messages between the two threads. Every request has an id; every reply repeats it.

/**
 * Embind types strings as string or bytes, since both may be passed in; what comes out is always a string.
 * @template T
 * @typedef {string extends T ? string : T extends Uint8Array ? Uint8Array<ArrayBuffer> : T extends object ? { [K in keyof T]: Plain<T[K]> } : T} Plain
 */
/** @typedef {Plain<import('broadsheet-wasm').SearchRequest>} SearchRequest */
/** @typedef {{ value: string, count: number }} FacetCount */
/** @typedef {FacetCount & { unread: number }} DayCount */
/**
 * @typedef {object} Facets
 * @property {FacetCount[]} categories
 * @property {DayCount[]} days
 * @property {FacetCount[]} authors
 * @property {FacetCount[]} languages
 * @property {FacetCount[]} sets by name, such as "is:unread" and "tag:to read"
 */
/** @typedef {Omit<Plain<import('broadsheet-wasm').SearchResult>, 'authorCounts' | 'readDays' | keyof Facets> & Facets} SearchResult */
/** @typedef {Plain<import('broadsheet-wasm').Row>} Row */
/** @typedef {Plain<import('broadsheet-wasm').Paper>} PlainPaper */
/**
 * beside: the same paper in another language, from a digest of the same day.
 * @typedef {PlainPaper & { beside: PlainPaper | null }} Paper
 */
/** @typedef {Plain<import('broadsheet-wasm').DigestInfo>} DigestInfo */
/** @typedef {Plain<import('broadsheet-wasm').Contents>} Contents */
/** @typedef {Plain<import('broadsheet-wasm').Completion>} Completion */
/** @typedef {Plain<import('broadsheet-wasm').Explanation>} Explanation */
/** @typedef {Plain<import('broadsheet-wasm').Citation>} Citation */
/** @typedef {Plain<import('broadsheet-wasm').CollectedWork>} CollectedWork */
/** @typedef {Plain<import('broadsheet-wasm').Collection>} ReadCollection */
/** @typedef {Plain<import('broadsheet-wasm').CollectionMatch>} CollectionMatch */
/** @typedef {Plain<import('broadsheet-wasm').Told>} Told */
/** @typedef {Plain<import('broadsheet-wasm').Reason>} Reason */
/** @typedef {Plain<import('broadsheet-wasm').LearnedWord>} LearnedWord */
/** @typedef {Plain<import('broadsheet-wasm').LearnedPart>} LearnedPart */
/** @typedef {Plain<import('broadsheet-wasm').AlsoRow>} AlsoRow */
/** @typedef {Plain<import('broadsheet-wasm').SimilarRow>} SimilarRow */
/** @typedef {Plain<import('broadsheet-wasm').Trends>} Trends */
/** @typedef {Plain<import('broadsheet-wasm').TermTrend>} TermTrend */

/** @typedef {Plain<import('broadsheet-wasm').ExportRequest>} ExportRequest */
/**
 * @typedef {Omit<Plain<import('broadsheet-wasm').Exported>, 'files'>} Exported bytes: of the file; notes that were split
 *   are in a zip
 */
/** @typedef {Plain<import('broadsheet-wasm').UnpackedFile>} UnpackedFile */
/**
 * @typedef {DigestInfo & { id: number, batch: number }} Entry an open digest; id: stored under this id, 0: not stored;
 *   batch: the batch it came in, 0: from before
 */
/**
 * @typedef {{ code: string, name: string }} KeptNote something stored that is not as it was last time, or does not
 *   answer; name: of the digest, or empty
 */
/**
 * @typedef {'kept' | 'full' | 'none'} Kept full: there is no room; none: nothing is stored here, or this was not to be
 *   stored
 */
/**
 * The code `container`: the file holds other files, see unpackNext. The code `collection`: it is for readCollection. The
 * code `older`: all its papers are open in a newer making of it.
 * @typedef {{ code: string, message?: string, entry?: Entry, kept?: Kept, remake?: Remade }} Added
 *   message: from the core, in English; entry and kept: set if the code is `ok`
 */
/**
 * @typedef {{ code: string, papers: number, collections: { name: string, works: number }[], made: Bytes | null }} Looked
 *   made: the manifest, if the file is a backup
 */
/**
 * @typedef {{ newer: string, older: Entry, left: number[] }} Remade newer: name of its file; left: as in Remake. Both
 *   digests are in the library until `settle`
 */
/**
 * @typedef {{ written: number, left?: number[] }} Origin written: last change of the file in milliseconds since 1970,
 *   or 0; left: indices of the papers to take, if a newer making has the others
 */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {import('../storage/packing.js').Packed} Packed */

/**
 * @typedef {object} SearchAnswer
 * @property {SearchResult} result
 * @property {number} generation identifies this result; rows of an older result are never returned
 * @property {number} paperCount works in the whole library, each counted once, without those of hidden sets
 * @property {number} position index of the open paper in the result, or -1
 * @property {number} from index of the first of `rows`
 * @property {Row[]} rows the first rows to show, which saves a request
 */

/** @typedef {{ paper: Paper, position: number }} PaperAnswer position: index in the current result, or -1 */

/**
 * `search.paper` is the key of the open paper, or ""; with `reveal` the rows around it are returned.
 * @typedef {object} Calls
 * @property {{ ask: {}, answer: string }} start
 * @property {{ ask: { stopped: boolean }, answer: { entries: Entry[], notes: KeptNote[], apart: boolean } }} openKept
 *   opens the stored library; apart: this worker stores nothing
 * @property {{ ask: { name: string, bytes: Bytes, keeps: boolean, batch: number } & Origin, answer: Added }} read
 * @property {{ ask: { name: string, bytes: Bytes, keeps: boolean } & Origin, answer: { code: string, message: string, bytes: Bytes, saved: Bytes, text: Packed | null } }} prepare
 *   in a worker of its own; bytes: handed back; text: what is stored of the file
 * @property {{ ask: { name: string, size: number, saved: Bytes, text: Packed | null, keeps: boolean, batch: number }, answer: Added }} adopt
 *   what was prepared; size: of the file, in bytes; text: null if it is not stored
 * @property {{ ask: { name: string, bytes: Bytes }, answer: Looked }} look returns what a file holds, without opening
 *   it
 * @property {{ ask: {}, answer: UnpackedFile | null }} unpackNext null after the last file
 * @property {{ ask: {}, answer: Entry[] }} settle removes older makings once the batch is complete; returns the
 *   remaining entries
 * @property {{ ask: { labels: string[] }, answer: Entry[] }} remove returns the remaining entries
 * @property {{ ask: { labels: string[] }, answer: Entry[] }} arrange puts the digests into the order of their labels;
 *   returns the entries
 * @property {{ ask: {}, answer: { entries: Entry[], notes: KeptNote[], apart: boolean } }} follow
 *   another tab has changed the stored library
 * @property {{ ask: { all: Record<string, string[]> }, answer: null }} sets the works of `is:` and `tag:`, by name
 * @property {{ ask: { changes: SetChange[] }, answer: null }} putInSets
 * @property {{ ask: { request: SearchRequest, paper: string, reveal: boolean, rows: number, anew: boolean }, answer: SearchAnswer }} search
 *   anew: the order "for you" follows what was learned last; else it stays as it was
 * @property {{ ask: { request: SearchRequest, from: number, to: number }, answer: string[] }} works names of the works
 *   at these places of that request's list, half-open
 * @property {{ ask: { generation: number }, answer: string[] | null }} worksShown names of the works of that result, in
 *   its order
 * @property {{ ask: { works: string[] }, answer: Citation[] }} citations of the best appearances of these works, in their
 *   order; of works that are not in the library none
 * @property {{ ask: ExportRequest, answer: Exported }} exportWorks
 * @property {{ ask: { name: string, bytes: Bytes }, answer: ReadCollection }} readCollection
 * @property {{ ask: { works: CollectedWork[] }, answer: CollectionMatch[] }} matchWorks what the library has of each
 * @property {{ ask: { works: CollectedWork[] }, answer: null }} knowTitles those that findTitles looks among
 * @property {{ ask: { text: string, most: number }, answer: number[] }} findTitles their places
 * @property {{ ask: {}, answer: null }} prepareLearned what rank, rankTags, also and trends need is there
 * @property {{ ask: { told: Told }, answer: { enough: boolean, words: string[], authors: string[], works: string[] } }} rank works: those of
 *   the last 30 days that are for who told it
 * @property {{ ask: { key: string }, answer: Reason[] }} reasons of the last rank, why a paper is among them
 * @property {{ ask: { tagged: { tag: string, told: Told }[] }, answer: Record<string, string[]> }} rankTags works for who
 *   told it, by tag
 * @property {{ ask: { request: SearchRequest, notLearned: string[] }, answer: { words: LearnedWord[], rows: AlsoRow[] } }} also
 *   papers that only learned words find; notLearned: stems to leave out
 * @property {{ ask: { key: string }, answer: LearnedPart[] }} explainAlso why the last `also` has the paper
 * @property {{ ask: { days: number, most: number }, answer: Trends }} trends of two windows of so many days
 * @property {{ ask: { request: SearchRequest }, answer: number }} unread how many of the works that the
 *   list would show are unread
 * @property {{ ask: { request: SearchRequest }, answer: SearchResult }} counts what a search would find; its rows stay
 *   those of the last search
 * @property {{ ask: { typed: string, generation: number }, answer: FacetCount[] | null }} authors of that result, by
 *   words of their names
 * @property {{ ask: { most: number, hiddenSets: string[] }, answer: Contents }} contents of the newest days
 * @property {{ ask: { generation: number, from: number, count: number }, answer: Row[] | null }} rows
 * @property {{ ask: { text: string, caret: number }, answer: Completion[] }} complete
 * @property {{ ask: { key: string, verbatim: boolean }, answer: PaperAnswer | null }} paper
 * @property {{ ask: { key: string, generation: number }, answer: Explanation | null }} explain why it is in that result
 * @property {{ ask: { works: string[], titles?: string[], count: number }, answer: SimilarRow[] }} similar to all of them together, nearest
 *   first
 * @property {{ ask: {}, answer: null }} reset removes all stored digests and the index
 */

/** @typedef {{ set: string, work: string, member: boolean }} SetChange */
/** @typedef {keyof Calls} Call */
/** @typedef {{ [C in Call]: { id: number, call: C, ask: Calls[C]['ask'] } }[Call] | { id: number, call: 'cancel' }} Request */
/**
 * saving: share of the index written, sent only if that takes long; null at the end.
 * @typedef {{ id: number, answer: Calls[Call]['answer'] }
 *   | { id: number, done: number, total: number }
 *   | { id: number, saving: number | null }
 *   | { id: number, failure: string }} Reply
 */

/** Name of a worker that opens the stored library without being asked. */
export const OPENS_KEPT = 'opens kept';
/**
 * The failure of a worker that notices, while reading late texts, that a part of the index differs from what was saved.
 */
export const DAMAGED_PART = 'a part of the index is damaged';

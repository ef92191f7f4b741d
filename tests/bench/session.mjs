// A library, the queries for it, and the engines that hold it.
import { deserialize, serialize } from 'node:v8';
import { firstFiles } from './digest-files.mjs';
import { broadsheet } from './engines/broadsheet.mjs';
import { engines } from './engines/engine.mjs';
import { papersOf } from './engines/papers.mjs';
import { drawQueries } from './queries/drawn.mjs';
import { realQueries } from './queries/real.mjs';
import { whole } from './queries/variants.mjs';

/**
 * @typedef {import('./report/rows.mjs').EngineKey} EngineKey
 * @typedef {import('./digest-files.mjs').DigestFile} DigestFile
 * @typedef {import('./engines/papers.mjs').Paper} Paper
 * @typedef {{ engine: import('./engines/engine.mjs').Engine, milliseconds: number, bytes: number }} Built
 */

const papersToDrawFrom = 5000;

export class Session {
  /** All papers, as peers get them, packed. @type {Buffer | null} */
  #packed = null;
  /** As typed. @type {string[]} */
  queries = realQueries.map(([text]) => text);
  /** @type {Map<EngineKey, Built>} */
  #built = new Map();

  /** @param {{ module: string, digests: DigestFile[], keys: EngineKey[] }} setting module: its folder */
  constructor({ module, digests, keys }) {
    this.module = module;
    this.digests = digests;
    this.keys = keys;
    this.bytes = digests.reduce((sum, file) => sum + file.bytes.length, 0);
  }

  /** For papers that are invented. */
  async drawQueries() {
    this.queries = drawQueries(await this.readPapers(firstFiles(this.digests, papersToDrawFrom)));
  }

  /** Prepares papers for peers. */
  async preparePapers() {
    this.pack(await this.readPapers(this.digests));
  }

  /**
   * Keeps papers for peers, out of the heap: while wasm memory grows, V8 marks all that is in it again and again, and
   * Broadsheet, which needs none of them, indexed a fifth slower.
   * @param {Paper[]} papers
   */
  pack(papers) {
    this.#packed = serialize(papers);
  }

  /** @param {DigestFile[]} digests */
  async readPapers(digests) {
    const engine = await broadsheet.create(this.module);
    engine.add({ digests });
    const papers = papersOf(engine.library);
    engine.close();
    return papers;
  }

  /** Fills an engine and searches once, so that what it builds lazily counts. @param {EngineKey} key */
  async build(key) {
    this.release(key);
    const engine = await engines[key].create(this.module);
    const before = heapBytes();
    const milliseconds = this.#fill(key, engine);
    const built = { engine, milliseconds, bytes: engine.liveBytes() ?? heapBytes() - before };
    engine.settle?.();
    this.#built.set(key, built);
    return built;
  }

  /** How long it takes, in milliseconds. @param {EngineKey} key @param {import('./engines/engine.mjs').Engine} engine */
  #fill(key, engine) {
    const query = whole(this.queries[0]);
    const papers = this.#packed && key !== 'broadsheet' ? deserialize(this.#packed) : [];
    const begin = performance.now();
    engine.add({ digests: this.digests, papers });
    engine.search(query);
    return performance.now() - begin;
  }

  /** The engine as it was built last. @param {EngineKey} key */
  async built(key) {
    return this.#built.get(key) ?? this.build(key);
  }

  /** @param {EngineKey} key */
  release(key) {
    this.#built.get(key)?.engine.close();
    this.#built.delete(key);
  }

  /** What stands in JavaScript's heap is collected in the middle of what is timed. */
  releaseHeap() {
    for (const key of this.keys) if (engines[key].inHeap) this.release(key);
    globalThis.gc?.();
  }

  releaseAll() {
    for (const key of this.keys) this.release(key);
  }
}

/** What JavaScript holds, after collecting garbage where node was started with --expose-gc. */
function heapBytes() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

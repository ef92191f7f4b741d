// The interface between a feature and the page. features/index.js lists all features.
import type { Marks } from '../marks/marks.js';
import type { Command } from './commands.js';
import type { Setting, Settings } from './settings.js';
import type { State } from './state.js';

type Made<F extends (...args: any[]) => unknown> = ReturnType<F>;

/**
 * Where a feature may show something. Features that share a place appear in the order of the table.
 *
 * - search: in the masthead
 * - front: the empty page; front-archive: inside it
 * - filters: the filter column; filters-top: at its top; filters-tags: under the tags in it;
 *   filters-collections: under the collections; filters-days: under the days
 * - list-head, list-notes, list, list-end: the list column, from top to bottom
 * - paper: the paper column
 * - view: in place of the columns
 * - over: sheets, and anything without a place of its own
 */
export type Place =
  | 'search'
  | 'front'
  | 'front-archive'
  | 'filters'
  | 'filters-top'
  | 'filters-tags'
  | 'filters-collections'
  | 'filters-days'
  | 'list-head'
  | 'list-notes'
  | 'list'
  | 'list-end'
  | 'paper'
  | 'view'
  | 'over';

export interface Feature {
  places?: Partial<Record<Place, HTMLElement | HTMLElement[]>>;
  commands?: Command[];
  settings?: Setting[];
  /** Called when the state has changed. `before` is missing in the first call. */
  update?(state: State, before?: State): void;
  /** What screen readers are told of the change, by subject: of each subject the newest sentence is said. */
  says?(state: State, before?: State): Record<string, string | undefined>;
  /** The feature's nodes are now in the page. */
  attached?(): void;
  /** The page is about to be redrawn. */
  detached?(): void;
  /** The user leaves the page. */
  leave?(): void;
}

/** What the features act on; wired up in main.js. */
export interface Actions {
  store: Made<typeof import('./store.js').createStore<State>>;
  browsing: Made<typeof import('../features/list/browsing.js').createBrowsing>;
  completing: Made<typeof import('../features/search/completing.js').createCompleting>;
  finding: Made<typeof import('../features/filters/finding.js').createFinding>;
  opening: Made<typeof import('../features/open/opening.js').createOpening>;
  archiving: Made<typeof import('../features/archive/archiving.js').createArchiving>;
  watching: Made<typeof import('../features/files/watching.js').createWatching>;
  rows: Made<typeof import('../engine/row-cache.js').createRowCache>;
  deciding: Made<typeof import('../features/triage/deciding.js').createDeciding>;
  searching: Made<typeof import('../features/search/searching.js').createSearching>;
  selecting: Made<typeof import('../features/selection/selecting.js').createSelecting>;
  acting: Made<typeof import('../features/selection/acting.js').createActing>;
  handingOut: Made<typeof import('../features/selection/handing-out.js').createHandingOut>;
  exporting: Made<typeof import('../features/export/exporting.js').createExporting>;
  saving: Made<typeof import('../features/saved/saving.js').createSaving>;
  learning: Made<typeof import('../features/interests/learning.js').createLearning>;
  relating: Made<typeof import('../features/similar/relating.js').createRelating>;
  trending: Made<typeof import('../features/trends/trending.js').createTrending>;
  looking: Made<typeof import('../features/also/looking.js').createLooking>;
  collecting: Made<typeof import('../features/collections/collecting.js').createCollecting>;
  tagging: Made<typeof import('../features/tags/tagging.js').createTagging>;
  recalling: Made<typeof import('../features/search/recalling.js').createRecalling>;
  removing: Made<typeof import('../features/files/removing.js').createRemoving>;
  storing: Made<typeof import('../features/files/storing.js').createStoring>;
  marks: Marks;
  licenses: typeof import('broadsheet-platform').licenses;
}

/** What a feature is created with. */
export interface App extends Actions {
  /** Runs a command of any feature by name. */
  run(name: string, ...args: any[]): unknown;
  /** Shows a sentence at the foot of the page; `key` is that of its text. A brief one goes by itself. */
  tell(key: string, values?: Record<string, string | number>, how?: { isBrief?: boolean }): void;
  /** Says a sentence to screen readers. */
  announce(sentence: string): void;
  /** What earlier features show at a place. */
  placed(place: Place): HTMLElement[];
  /** Commands of all features; complete once all features are created. */
  commands(): Command[];
  settings(): Settings;
  /** Whether only one column is shown at a time. */
  isPhone(): boolean;
  /** Aborted when the current drawing of the page ends. */
  signal: AbortSignal;
}

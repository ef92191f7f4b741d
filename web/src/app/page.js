// The whole page: creates the features, puts their nodes in place and passes the state on to each.
import { fill } from '../dom/dom.js';
import { troubleCount } from '../library/groups.js';
import { t } from '../i18n/index.js';
import { LANGUAGES, language } from '../i18n/language.js';
import { clip } from '../text/clip.js';
import { showControls } from '../text/controls.js';
import { copyFormulas } from '../typeset/index.js';
import { DONE, createAnnouncer } from './announcer.js';
import { listenToKeys, runner } from './commands.js';
import { isCovered } from './covered.js';
import { keepFocus } from './focus-keeper.js';
import { createLayout, isPhone } from './layout.js';
import { createMasthead } from './masthead.js';
import { placeNotices } from './notices.js';
import { createProgress } from './progress.js';
import { createSettings } from './settings.js';
import { createToast } from './toast.js';
import { createUndoNotice } from './undo-notice.js';
import { createUpdateNotice } from './update-notice.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./feature.js').Feature} Feature */
/** @typedef {import('./feature.js').App} App */

/** A database may be slow to open; what does not need it must not wait. */
const FRONT_MS = 1500;

/** Settings of the page itself. @type {import('./settings.js').Setting[]} */
const SETTINGS = [
  {
    name: 'theme',
    choices: ['system', 'light', 'dark'],
    apply: (theme) => {
      document.documentElement.style.colorScheme = theme === 'system' ? '' : String(theme);
    },
  },
  { name: 'keys', choices: [true, false] },
];

/**
 * @template {Record<string, (app: App) => Feature>} F
 * @param {HTMLElement} root
 * @param {F} table features by name
 * @param {import('./feature.js').Actions & {
 *   onCancel: () => void,
 *   onLater: () => void,
 *   onLanguage: (language: import('../i18n/language.js').Language) => void,
 * }} parts onLater: the user postpones the new version of the page
 */
export function createPage(root, table, { onCancel, onLater, onLanguage, ...actions }) {
  const { store, browsing, watching } = actions;
  const ending = new AbortController();
  // Shown in place of an empty page until it is known whether the page is empty.
  const front = root.querySelector('.front');
  if (front) setTimeout(() => front.remove(), FRONT_MS);

  /** @type {Feature[]} */
  const features = [];
  const commands = () => features.flatMap(({ commands = [] }) => commands);
  /** @param {import('./feature.js').Place} place */
  const placed = (place) => features.flatMap(({ places = {} }) => places[place] ?? []);
  /** @type {App} */
  const app = {
    ...actions,
    run: (name, ...args) => run(name, ...args),
    tell: (key, values, how) => toast.show(t(key, values), how),
    announce: (sentence) => announcer.say(sentence),
    placed,
    commands,
    settings: () => settings,
    isPhone,
    signal: ending.signal,
  };
  const made = /** @type {{ [N in keyof F]: ReturnType<F[N]> }} */ (
    Object.fromEntries(
      Object.entries(table).map(([name, create]) => {
        const feature = create(app);
        features.push(feature);
        return [name, feature];
      }),
    )
  );
  const run = runner(commands());
  /** @type {import('./settings.js').Setting} */
  const spoken = { name: 'language', choices: LANGUAGES, elsewhere: { read: language, write: onLanguage } };
  const settings = createSettings([
    ...features.flatMap(({ settings = [] }) => settings),
    ...SETTINGS,
    spoken,
  ]);
  listenToKeys(
    commands(),
    {
      isCovered: () => isCovered(store.get()),
      hasLetters: () => settings.value('keys') === true,
      typing: {
        begin: () => ({ depth: actions.deciding.depth(), selection: store.get().selection }),
        // What was typed is looked for; what its first letters did is taken back.
        end(text, { depth, selection }) {
          actions.deciding.takeBack(depth);
          actions.selecting.takeBack(selection);
          run('search', text);
        },
      },
    },
    ending.signal,
  );

  copyFormulas(ending.signal);
  const lookForFocus = keepFocus(() => store.get().searching, ending.signal);

  const toast = createToast({ onFiles: () => run('files') });
  const newVersion = createUpdateNotice({ onLater });
  const undoNotice = createUndoNotice({ onUndo: () => run('undo'), onRedo: () => run('redo') });
  const announcer = createAnnouncer();
  const progress = createProgress({ onCancel });
  const notices = placeNotices(
    [progress.node, newVersion.node, toast.node, undoNotice.node, announcer.node],
    announcer.rest,
    ending.signal,
  );
  const masthead = createMasthead(
    {
      onHome: browsing.home,
      onOpenFiles: () => run('choose-files'),
      onArchive: () => run('archive'),
      onFolderAgain: watching.again,
      onReport: () => run('files'),
      onKeys: () => run('help'),
      onSettings: () => run('settings'),
      onLanguage,
    },
    placed('search'),
  );
  const layout = createLayout({ masthead: masthead.node, placed, onSkip: () => run('list') });
  let troubled = 0;

  /** @param {State} state @param {State} [before] */
  function update(state, before) {
    const { shelf, paper } = state;
    const isEmpty = state.booted && shelf.digests.length === 0;
    if (state.booted) front?.remove();
    if (shelf !== before?.shelf) troubled = troubleCount(shelf);
    masthead.update({
      digests: shelf.digests.length,
      troubled,
      empty: isEmpty,
      archive: state.archive !== null,
      folder: state.folder,
    });
    for (const feature of features) feature.update?.(state, before);
    progress.update(state.progress);
    newVersion.update(state.applyUpdate);
    layout.update({
      empty: isEmpty || !state.booted,
      reading: paper !== null,
      alone: state.address.alone,
      covered: isCovered(state),
    });
    document.title = paper ? `${showControls(clip(paper.title.text))} · ${t('app.name')}` : t('app.name');
    for (const feature of features)
      for (const [subject, sentence] of Object.entries(feature.says?.(state, before) ?? {}))
        if (sentence !== undefined) announcer.say(sentence, subject);
    lookForFocus();
  }

  fill(root, front, ...layout.nodes, ...notices, ...placed('over'));
  const unsubscribe = store.subscribe(update);
  update(store.get());
  for (const feature of features) feature.attached?.();

  return {
    features: made,
    leave() {
      for (const feature of features) feature.leave?.();
    },
    focusLanguage: masthead.focusLanguage,
    settings,
    /** Tells what the user did or undid last. @param {{ text: string, undone: boolean } | null} last */
    tellDone: (last) => announcer.say(undoNotice.show(last), DONE),
    /** @param {import('../features/open/outcome.js').Said & { isBrief?: boolean }} said a brief one goes by itself */
    notify: ({ text, files, isBrief }) => toast.show(text, { files, isBrief }),
    end() {
      ending.abort();
      unsubscribe();
      for (const feature of features) feature.detached?.();
    },
  };
}

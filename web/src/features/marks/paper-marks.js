import { tagSign } from '../../app/tag-sign.js';
import { fill, h, setAttribute } from '../../dom/dom.js';
import { formatList, t } from '../../i18n/index.js';
import { blank, tagName, tagsOf } from '../../marks/mark.js';
import { render } from '../../typeset/index.js';

/** @typedef {import('../../storage/database.js').Mark} Mark */
/** @typedef {(said: import('../../marks/mark.js').Statement) => void} OnSay */

const NOTE_PAUSE_MS = 500;

/** Star, read mark, tags and note of the open paper. @param {OnSay} onSay @param {() => void} onDismiss */
export function createPaperMarks(onSay, onDismiss) {
  const star = toggle('star', () => onSay({ starred: !shown.starred }));
  const read = toggle('read', () => onSay({ read: !shown.read }));
  const dismiss = toggle('dismiss', onDismiss);
  const tags = h('ul', { class: 'marks-tags' });
  const known = h('datalist', { id: 'known-tags' });
  const input = h('input', {
    type: 'text',
    class: 'marks-tag-input',
    'aria-label': t('marks.tag.add'),
    placeholder: t('marks.tag.add'),
    list: 'known-tags',
    autocomplete: 'off',
    'data-testid': 'tag-input',
    'data-draft': true,
    on: {
      keydown(event) {
        if (event.key === 'Enter' && !event.isComposing) addTag();
        else if (event.key === 'Escape') {
          input.value = '';
          input.blur();
        }
      },
      blur: addTag,
    },
  });
  const note = h('textarea', {
    class: 'marks-note',
    rows: 1,
    'aria-label': t('marks.note'),
    placeholder: t('marks.note'),
    'data-testid': 'note',
    on: {
      input() {
        clearTimeout(timer);
        timer = window.setTimeout(sayNote, NOTE_PAUSE_MS);
      },
      blur: sayNote,
    },
  });
  const collections = h('p', { class: 'marks-collections', 'data-testid': 'in-collections', hidden: true });
  const node = h(
    'section',
    { class: 'paper-marks', 'aria-label': t('marks.title') },
    h('div', { class: 'marks-line' }, star, read, dismiss, tags, input, known),
    collections,
    note,
  );
  let shown = blank('');
  let timer = 0;

  /** @param {string} testId @param {() => void} click */
  function toggle(testId, click) {
    return h('button', { type: 'button', class: 'marks-toggle', 'data-testid': testId, on: { click } });
  }

  function addTag() {
    const name = tagName(input.value);
    input.value = '';
    if (name) onSay({ tag: { name, on: true } });
  }

  function sayNote() {
    clearTimeout(timer);
    if (note.value !== shown.note) onSay({ note: note.value });
  }

  /** @param {string} name @param {string} colour */
  const tag = (name, colour) =>
    h(
      'li',
      { 'data-tag': name },
      tagSign(colour),
      render(name, { links: false }),
      h(
        'button',
        {
          type: 'button',
          'aria-label': t('marks.tag.remove', { name }),
          title: t('marks.tag.remove', { name }),
          on: {
            click() {
              onSay({ tag: { name, on: false } });
              input.focus();
            },
          },
        },
        '×',
      ),
    );

  return {
    node,
    focusTag: () => input.focus(),
    focusNote: () => note.focus(),
    /** Saves the note being written, which belongs to the paper the user leaves. */
    leave: sayNote,
    /**
     * @param {Mark} mark
     * @param {readonly { name: string, colour: string }[]} allTags
     * @param {readonly string[]} [inCollections] names of the collections that have the paper
     */
    update(mark, allTags, inCollections = []) {
      collections.hidden = inCollections.length === 0;
      if (!collections.hidden)
        fill(
          collections,
          render(t('marks.collections', { names: formatList([...inCollections]) }), { links: false }),
        );
      const another = mark.work !== shown.work;
      shown = mark;
      star.textContent = mark.starred ? `★ ${t('marks.starred')}` : `☆ ${t('marks.star')}`;
      setAttribute(star, 'aria-pressed', String(mark.starred));
      read.textContent = mark.read ? t('marks.unread.make') : t('marks.read.make');
      setAttribute(read, 'data-read', mark.read);
      dismiss.textContent = t(mark.dismissed ? 'marks.dismissed' : 'marks.dismiss');
      const colours = new Map(allTags.map(({ name, colour }) => [name, colour]));
      fill(tags, ...tagsOf(mark).map((name) => tag(name, colours.get(name) ?? '')));
      fill(known, ...allTags.map(({ name }) => h('option', { value: name })));
      // While the user types here, this text is newer than the stored one.
      if (another || document.activeElement !== note) note.value = mark.note;
      if (another) input.value = '';
    },
  };
}

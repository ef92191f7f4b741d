// The calendar of the filters: what its days say, and how a day or a range is chosen.
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { setUpDocument } from './support/window.mjs';
import { giveFocus } from './support/focus.mjs';
import './support/select.mjs';

setUpDocument();
const { createDayFacet } = await import('../../web/src/features/filters/day-facet.js');
const { dateAfter, daysIn, isChosen, isDate, rangeOf, toggled, weekdayOf } =
  await import('../../web/src/app/days.js');

/** @type {EventTarget} */
let view;
beforeEach(() => {
  giveFocus(setUpDocument());
  // linkedom's window has listeners of its own for each document.
  view = window;
});

/** @param {string} from @param {number} count @returns {{ value: string, count: number, unread: number }[]} the newest first */
const days = (from, count) =>
  Array.from({ length: count }, (_, day) => ({
    value: dateAfter(from, day),
    count: 10 + day,
    unread: day,
  })).reverse();

/** @param {ReturnType<typeof days>} all @param {string[]} [selected] */
function show(all, selected = []) {
  const said = { days: /** @type {string[][]} */ ([]) };
  const facet = createDayFacet((days) => said.days.push(days), []);
  document.body.append(facet.node);
  facet.update(all, selected);
  return { ...said, update: facet.update };
}

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);
/** @param {string} date */
const cell = (date) => find(`[data-day="${date}"]`);
const dates = () => [...document.querySelectorAll('[data-day]')].map((each) => each.getAttribute('data-day'));
/** @param {string} name */
const marked = (name) =>
  [...document.querySelectorAll(`[data-day][${name}]`)].map((each) => each.getAttribute('data-day'));
const active = () => find('[data-day][tabindex="0"]').getAttribute('data-day');

/** @param {EventTarget} target @param {string} type @param {object} [more] */
function send(target, type, more) {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { button: 0, ...more });
  target.dispatchEvent(event);
  return event;
}
/** @param {string} key @param {object} [more] */
const press = (key, more) => send(cell(active()), 'keydown', { key, ...more });
/** @param {string} date @param {object} [more] */
const click = (date, more) => send(cell(date), 'click', more);

describe('few days', () => {
  test('are a list, in which days of a chosen range are checked and can be taken out one by one', () => {
    const { days: said } = show(days('2026-01-05', 7), ['2026-01-06..2026-01-08']);
    assert.equal(find('.calendar').hidden, true);
    const boxes = /** @type {any[]} */ ([...document.querySelectorAll('[data-testid=day-filter]')]);
    assert.deepEqual(
      boxes.filter((box) => box.checked).map((box) => box.dataset.value),
      ['2026-01-08', '2026-01-07', '2026-01-06'],
    );
    const box = boxes.find((each) => each.dataset.value === '2026-01-07');
    send(box, 'change');
    assert.deepEqual(said, [['2026-01-08', '2026-01-06']]);
  });
});

describe('many days', () => {
  test('are a calendar of the newest month; digests without a date stay a list', () => {
    show([
      ...days('2026-01-20', 20),
      { value: 'notes', count: 2, unread: 2 },
      { value: '2026-02-31', count: 1, unread: 0 },
    ]);
    assert.equal(find('.calendar').hidden, false);
    assert.deepEqual([dates().length, dates()[0], active()], [28, '2026-02-01', '2026-02-08']);
    const listed = [...document.querySelectorAll('[data-testid=day-filter]')];
    assert.deepEqual(
      listed.map((box) => box.getAttribute('data-value')),
      ['notes', '2026-02-31'],
    );
    assert.equal(find('[data-testid=calendar-month]').querySelectorAll('option').length, 2);
  });

  test('show the newest month while digests arrive, until somebody goes to another', () => {
    const { update } = show(days('2026-01-05', 20));
    assert.equal(active(), '2026-01-24');
    update(days('2026-01-05', 40), []);
    assert.equal(active(), '2026-02-13');
    press('ArrowLeft');
    update(days('2026-01-05', 70), []);
    assert.equal(active(), '2026-02-12');
  });

  test('are named with their papers, and those unread', () => {
    show(days('2026-01-05', 20));
    assert.match(
      cell('2026-01-14').getAttribute('aria-label'),
      /^Wednesday,? 14 January 2026, 19 papers, 9 unread$/,
    );
    assert.match(cell('2026-01-04').getAttribute('aria-label'), /no papers$/);
    assert.equal(cell('2026-01-04').getAttribute('aria-disabled'), 'true');
    assert.equal(cell('2026-01-24').querySelector('.calendar-bar').style.getPropertyValue('--share'), '1');
  });

  test('begin on the right weekday in any month of any year', () => {
    show([...days('2023-12-30', 800)]);
    const select = find('[data-testid=calendar-month]');
    for (const option of select.querySelectorAll('option')) {
      select.value = option.value;
      send(select, 'change');
      const rows = [...document.querySelectorAll('tbody tr')];
      for (const date of dates()) {
        const row = rows.find((each) => each.contains(cell(/** @type {string} */ (date))));
        const at = [...(row?.children ?? [])].indexOf(cell(/** @type {string} */ (date)));
        assert.equal(at, weekdayOf(/** @type {string} */ (date)));
      }
    }
  });

  test('are chosen by a click, taken away by another, and added with Control', () => {
    const { days: said, update } = show(days('2026-01-05', 20));
    click('2026-01-10');
    update(days('2026-01-05', 20), ['2026-01-10']);
    assert.deepEqual(marked('aria-selected="true"'), ['2026-01-10']);
    click('2026-01-10');
    click('2026-01-12', { ctrlKey: true });
    click('2026-01-02');
    assert.deepEqual(said, [['2026-01-10'], [], ['2026-01-10', '2026-01-12']]);
  });

  test('are chosen as a range with Shift, in either order and over months', () => {
    const { days: said } = show(days('2026-01-05', 60));
    click('2026-03-02');
    send(find('.calendar-head button'), 'click');
    click('2026-02-20', { shiftKey: true });
    assert.deepEqual(said, [['2026-03-02'], ['2026-02-20..2026-03-02']]);
  });

  test('are chosen as a range by dragging, which shows the range on the way; a cancelled drag chooses nothing', () => {
    const { days: said } = show(days('2026-01-05', 20));
    const released = /** @type {number[]} */ ([]);
    Object.assign(cell('2026-01-12'), {
      hasPointerCapture: () => true,
      releasePointerCapture: (/** @type {number} */ id) => released.push(id),
    });
    for (const end of ['pointercancel', 'pointerup']) {
      send(cell('2026-01-12'), 'pointerdown', { pointerId: 1 });
      send(cell('2026-01-14'), 'pointerover');
      send(cell('2026-01-10'), 'pointerover');
      assert.deepEqual(marked('data-offered'), ['2026-01-10', '2026-01-11', '2026-01-12']);
      send(view, end);
      assert.deepEqual(marked('data-offered'), []);
    }
    assert.deepEqual(said, [['2026-01-10..2026-01-12']]);
    assert.deepEqual(released, [1, 1], 'a finger reaches the other days');
  });

  test('are walked through by keys over the ends of months, but not beyond the first and last', () => {
    show(days('2026-01-05', 40));
    const steps = /** @type {[string, string][]} */ ([
      ['Home', '2026-02-09'],
      ['End', '2026-02-15'],
      ['ArrowLeft', '2026-02-14'],
      ['ArrowDown', '2026-02-21'],
      ['PageUp', '2026-01-21'],
      ['PageUp', '2026-01-21'],
      ['ArrowUp', '2026-01-14'],
      ['PageDown', '2026-02-14'],
      ['ArrowDown', '2026-02-21'],
      ['ArrowDown', '2026-02-28'],
      ['ArrowRight', '2026-02-28'],
    ]);
    for (const [key, date] of steps) {
      assert.ok(press(key).defaultPrevented);
      assert.equal(active(), date, key);
      assert.equal(document.activeElement, cell(date));
    }
  });

  test('are offered as a range by Shift and arrows, which Enter chooses and Escape drops', () => {
    const { days: said } = show(days('2026-01-05', 20));
    press('ArrowLeft');
    press('ArrowLeft', { shiftKey: true });
    press('ArrowUp', { shiftKey: true });
    assert.equal(marked('data-offered').length, 9);
    assert.ok(press('Escape').defaultPrevented);
    assert.equal(press('Escape').defaultPrevented, false, 'and closes the sheet when nothing is offered');
    press('ArrowRight', { shiftKey: true });
    press('Enter');
    press(' ');
    assert.deepEqual(said, [['2026-01-15..2026-01-16'], ['2026-01-16']]);
  });

  test('of many months have a bar for each month, which leads there', () => {
    show(days('2016-01-05', 3650));
    const bars = /** @type {any[]} */ ([...document.querySelectorAll('[data-month]')]);
    assert.deepEqual([bars.length, bars[0].dataset.month], [121, '2016-01']);
    send(bars[2], 'click');
    assert.equal(dates()[0], '2016-03-01');
    assert.deepEqual(
      bars.filter((bar) => bar.hasAttribute('data-current')),
      [bars[2]],
    );
    document.body.replaceChildren();
    show(days('2026-01-05', 40));
    assert.equal(find('.calendar-months').hidden, true, 'two months need no bars');
  });

  test('are shown where something else has chosen them, and said below', () => {
    const { update, days: said } = show(days('2026-01-05', 60));
    update(days('2026-01-05', 60), ['2026-01-30..2026-02-02']);
    assert.equal(dates()[0], '2026-02-01');
    assert.match(find('[data-testid=calendar-chosen]').textContent, /30 Jan.*2 Feb 2026/);
    send(find('[data-testid=calendar-chosen] button'), 'click');
    send(find('.calendar-whole'), 'click');
    assert.deepEqual(said, [[], ['2026-02']]);
  });
});

describe('days', () => {
  test('are dates only where there is such a day', () => {
    assert.deepEqual(
      ['2024-02-29', '2026-02-29', '2026-13-01', '2026-00-10', '2026-01-00', 'notes', '2026-1-1'].map(isDate),
      [true, false, false, false, false, false, false],
    );
    assert.deepEqual(
      [daysIn('2024-02'), daysIn('2026-02'), daysIn('2026-12'), daysIn('2026-13')],
      [29, 28, 31, 0],
    );
  });

  test('are in a range from its first to its last, whatever month they are in', () => {
    assert.equal(rangeOf('2026-02-01', '2026-01-05'), '2026-01-05..2026-02-01');
    assert.equal(rangeOf('2026-02-01', '2026-02-01'), '2026-02-01');
    const is = (/** @type {string} */ day) => isChosen(['2026-01-05..2026-02-01', '2026-03', 'notes'], day);
    assert.deepEqual(
      ['2026-01-04', '2026-01-05', '2026-02-01', '2026-02-02', '2026-03-31', 'notes', 'other'].map(is),
      [false, true, true, false, true, true, false],
    );
  });

  test('leave a range one by one', () => {
    const listed = ['2026-01-07', '2026-01-06', '2026-01-05'];
    assert.deepEqual(toggled(['2026-01-05..2026-01-07'], '2026-01-06', listed), ['2026-01-07', '2026-01-05']);
    assert.deepEqual(toggled(['2026-01-05'], '2026-01-05', listed), []);
    assert.deepEqual(toggled(['2026-01-05'], '2026-01-07', listed), ['2026-01-05', '2026-01-07']);
  });
});

// Puts the items of a list in another order with the mouse. Fingers and keys have buttons for that.

/** So far the pointer must go to drag, not click. */
const BEGIN_PX = 5;

/**
 * @param {HTMLElement} list
 * @param {(from: number, to: number) => void} onMove
 */
export function createDrag(list, onMove) {
  /** @type {{ item: HTMLElement, items: HTMLElement[], middles: number[], y: number, to: number, moves: boolean } | null} */
  let drag = null;

  list.addEventListener('pointerdown', (event) => {
    const item = event.target instanceof Element && event.target.closest('li');
    const isField = event.target instanceof HTMLInputElement;
    if (!(item instanceof HTMLElement) || isField || event.pointerType !== 'mouse' || event.button !== 0)
      return;
    const items = /** @type {HTMLElement[]} */ ([...list.children]);
    const middles = items.map((each) => {
      const { top, height } = each.getBoundingClientRect();
      return top + height / 2;
    });
    drag = { item, items, middles, y: event.clientY, to: items.indexOf(item), moves: false };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', cancelByKey, true);
  });

  /** @param {PointerEvent} event */
  function move(event) {
    if (!drag) return;
    if (!drag.moves && Math.abs(event.clientY - drag.y) < BEGIN_PX) return;
    drag.moves = true;
    event.preventDefault();
    const from = drag.items.indexOf(drag.item);
    const above = drag.middles.filter((middle, index) => index !== from && middle < event.clientY).length;
    drag.to = above;
    drag.item.classList.add('is-dragged');
    const others = drag.items.filter((each) => each !== drag?.item);
    for (const [index, each] of others.entries()) {
      each.classList.toggle('is-drop-before', index === above && above !== from);
      each.classList.toggle(
        'is-drop-after',
        index === others.length - 1 && above === others.length && above !== from,
      );
    }
  }

  function drop() {
    if (drag?.moves) {
      const { item, items, to } = drag;
      const from = items.indexOf(item);
      // The button under the pointer was dragged, not pressed.
      const swallow = (/** @type {Event} */ event) => event.stopPropagation();
      list.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => list.removeEventListener('click', swallow, { capture: true }));
      if (from !== to) onMove(from, to);
    }
    cancel();
  }

  /** @param {KeyboardEvent} event */
  function cancelByKey(event) {
    if (event.key !== 'Escape' || !drag?.moves) return;
    event.stopPropagation();
    cancel();
  }

  function cancel() {
    for (const each of drag?.items ?? [])
      each.classList.remove('is-dragged', 'is-drop-before', 'is-drop-after');
    drag = null;
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', drop);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', cancelByKey, true);
  }
}

/**
 * The key as the commands name it, whatever the keyboard's layout: where that gives no Latin letter (Russian, Greek,
 * Hebrew, Arabic, Korean …), the letter at the same place of a Latin keyboard. Caps Lock and full-width input change
 * nothing.
 * @param {Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'getModifierState'>} event
 */
export function keyOf(event) {
  const { code, shiftKey } = event;
  const key = event.key.normalize('NFKC');
  if ([...key].length !== 1) return key;
  const isAscii = key.charCodeAt(0) < 0x80;
  const isLatin = /^[a-z]$/i.test(key);
  if (isLatin && !event.getModifierState('CapsLock')) return key;
  const letter = isLatin ? key : isAscii ? undefined : code.match(/^Key([A-Z])$/)?.[1];
  if (letter) return shiftKey ? letter.toUpperCase() : letter.toLowerCase();
  if (!isAscii && code === 'Slash') return shiftKey ? '?' : '/';
  return key;
}

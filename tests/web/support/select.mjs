// In linkedom the value of a `<select>` cannot be set.
import { parseHTML } from 'linkedom';

const { document } = parseHTML('<select></select>');
Object.defineProperty(Object.getPrototypeOf(document.querySelector('select')), 'value', {
  get() {
    const options = [...this.querySelectorAll('option')];
    return (
      (options.find((option) => option.hasAttribute('selected')) ?? options[0])?.getAttribute('value') ?? ''
    );
  },
  set(value) {
    for (const option of this.querySelectorAll('option'))
      option.toggleAttribute('selected', option.getAttribute('value') === value);
  },
  configurable: true,
});

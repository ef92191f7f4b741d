// Numbers that look random and are the same on every machine.

/** A generator of 32 bits of state (mulberry32). */
export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed >>> 0;
    for (let i = 0; i < 4; i++) this.next(); // neighbouring seeds begin alike
  }

  /** In [0, 1). */
  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number in [0, limit). @param {number} limit */
  below(limit) {
    return Math.floor(this.next() * limit);
  }

  /** A whole number in [low, high]. @param {number} low @param {number} high */
  between(low, high) {
    return low + this.below(high - low + 1);
  }

  /** @template T @param {ArrayLike<T>} list @returns {T} */
  pick(list) {
    return list[this.below(list.length)];
  }
}

/**
 * The same draws from a table, for small sizes: quicker, and the rarest ranks share their chance.
 * @param {(random: Random) => number} draw @param {number} [entries]
 * @returns {(random: Random) => number}
 */
export function tabulated(draw, entries = 2 ** 16) {
  const table = new Int32Array(entries);
  for (let i = 0; i < entries; i++) table[i] = draw(/** @type {any} */ ({ next: () => (i + 0.5) / entries }));
  return (random) => table[random.below(entries)];
}

/**
 * A Zipf-Mandelbrot distribution over ranks 0 … size - 1: P(rank) ~ (rank + offset)^-exponent, by its
 * inverse, so a draw costs one power and no table.
 * @param {number} size @param {number} exponent not 1 @param {number} offset
 * @returns {(random: Random) => number}
 */
export function zipf(size, exponent, offset) {
  const power = 1 - exponent;
  const first = offset ** power;
  const last = (size + offset) ** power;
  return (random) =>
    Math.min(size - 1, Math.floor((first + random.next() * (last - first)) ** (1 / power) - offset));
}

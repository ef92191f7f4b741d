// Draws web/icon.svg in all the formats that systems ask for.
import { Resvg } from '@resvg/resvg-js';

/** @typedef {{ name: string, sizes: string, type: string, purpose: 'any' | 'maskable', bytes: string | Uint8Array }} Icon */

const SIZES = [192, 512];
/** A mask may keep only a circle of 4/5 of the width, so the drawing is padded to fit into it. */
const MASKABLE_VIEW = 'viewBox="-4 -4 40 40"';

/** @param {string} svg @returns {Icon[]} */
export function icons(svg) {
  const [, paper] = svg.match(/fill="(#\w+)" d="M0 0h32v32H0z"/) ?? [];
  const padded = svg.replace('viewBox="0 0 32 32"', MASKABLE_VIEW);
  if (!paper || padded === svg) throw new Error('web/icon.svg is not the drawing that icons.mjs knows');
  return [
    { name: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any', bytes: svg },
    ...SIZES.map((size) => png(`icon-${size}.png`, size, 'any', svg)),
    ...SIZES.map((size) => png(`icon-maskable-${size}.png`, size, 'maskable', padded, paper)),
  ];
}

/**
 * @param {string} name @param {number} size in pixels @param {Icon['purpose']} purpose
 * @param {string} svg @param {string} [background] @returns {Icon}
 */
function png(name, size, purpose, svg, background) {
  const drawn = new Resvg(svg, { fitTo: { mode: 'width', value: size }, background }).render();
  return { name, sizes: `${size}x${size}`, type: 'image/png', purpose, bytes: drawn.asPng() };
}

// Assembles a page's HTML: policy, styles and script.
import { createHash } from 'node:crypto';

/** No text becomes markup or script. The only Trusted Types policy is in web/src/engine/own-scripts.js. */
export const TRUSTED_TYPES = { 'require-trusted-types-for': "'script'", 'trusted-types': 'broadsheet' };

/**
 * @param {string} template
 * @param {{ policy: Record<string, string>, head: string[], front?: string, script: string }} parts
 */
export function assemble(template, { policy, head, front = '', script }) {
  const content = Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
  // Functions, because a replacement string would interpret `$&` in the minified script.
  return template
    .replace('<!-- head -->', () => [meta, ...head].join('\n    '))
    .replace('<!-- front -->', () => front)
    .replace('<!-- script -->', () => script);
}

/** The CSP source expression of an inline script or style. @param {string} text */
export const hashSource = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

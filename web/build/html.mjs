// Puts together a page's HTML: its policy, its styles, its script.
import { createHash } from 'node:crypto';

/** No text becomes markup or a script; web/src/engine/own-scripts.js is the one policy. */
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
  // Functions, because a replacement string would read `$&` in the minified script as a command.
  return template
    .replace('<!-- head -->', () => [meta, ...head].join('\n    '))
    .replace('<!-- front -->', () => front)
    .replace('<!-- script -->', () => script);
}

/** The policy's name for an inline script or style. @param {string} text */
export const hashSource = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

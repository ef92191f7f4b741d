// `\url{…}` and `\href{…}{…}`.

import { argumentAt, leaf } from './arguments.js';
import { safeHref, shownAddress, unnamedHost } from './urls.js';

/** @typedef {import('./context.js').Context} Context */
/** @typedef {import('./segments.js').Segment} Segment */

/**
 * @param {Context} context
 * @param {number} at
 * @param {number} after
 * @param {number} end
 * @returns {Segment | null}
 */
export function readUrlCommand(context, at, after, end) {
  const argument = argumentAt(context, after, end);
  if (!argument) return null;
  const source = context.text.slice(argument.from, argument.to);
  const href = safeHref(source);
  const label = leaf(argument.from, argument.to, shownAddress(source, href));
  const stop = argument.to + 1;
  return { ...(href ? { kind: 'link', href } : { kind: 'code' }), start: at, end: stop, children: [label] };
}

/**
 * `\href{address}{label}`; some authors write the label first. If the label seems to name another host, the link's real
 * host is added after it.
 * @param {Context} context
 * @param {number} at
 * @param {number} after
 * @param {number} end
 * @param {number} depth
 * @returns {Segment | null}
 */
export function readHref(context, at, after, end, depth) {
  const first = argumentAt(context, after, end);
  const second = first && argumentAt(context, first.to + 1, end);
  if (!second) return null;
  const hrefs = [first, second].map(({ from, to }) => safeHref(context.text.slice(from, to)));
  const label = hrefs[0] || !hrefs[1] ? second : first;
  const href = hrefs[0] ?? hrefs[1];
  const children = context.read(label.from, label.to, depth + 1).flatMap(unlinked);
  const range = { start: at, end: second.to + 1 };
  if (!href) return { kind: 'plain', ...range, children };
  const host = unnamedHost(context.text.slice(label.from, label.to), href);
  const shown = host ? [...children, leaf(label.to, label.to + 1, ` (${host})`)] : children;
  return { kind: 'link', href, ...range, children: shown };
}

/**
 * Links cannot be nested.
 * @param {Segment} segment
 * @returns {Segment[]}
 */
function unlinked(segment) {
  if (!('children' in segment)) return [segment];
  const children = segment.children.flatMap(unlinked);
  if (segment.kind !== 'link') return [{ ...segment, children }];
  return [{ kind: 'plain', start: segment.start, end: segment.end, children }];
}

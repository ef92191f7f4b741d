// How much memory the browser's processes have had, as Linux tells it.
import { readFileSync, readdirSync } from 'node:fs';

/** @param {string} pid @param {string} file */
function told(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** The most that one page's process under this one has had so far, in bytes; 0 where that is not told. */
export function mostMemoryOfAPage() {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [pid, told(pid, 'status').match(/^PPid:\s*(\d+)/m)?.[1] ?? '']),
  );
  /** @param {string} pid */
  const isBelow = (pid) => {
    for (let at = pid; at && at !== '0'; at = parents.get(at) ?? '')
      if (at === String(process.pid)) return true;
    return false;
  };
  const peaks = [...parents.keys()]
    .filter((pid) => isBelow(pid) && told(pid, 'cmdline').includes('--type=renderer'))
    .map((pid) => Number(told(pid, 'status').match(/^VmHWM:\s*(\d+) kB/m)?.[1] ?? 0) * 1024);
  return Math.max(0, ...peaks);
}

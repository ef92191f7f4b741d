// What Chromium itself logs of the network, all its processes and workers included.
import { readFileSync } from 'node:fs';

/**
 * Every host that was looked up, connected to or asked for something.
 * @param {string} path of a finished log
 * @returns {string[]} such as "look-up of a.example", each once
 */
export function readNetLog(path) {
  const { constants, events } = JSON.parse(readFileSync(path, 'utf8'));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, id]) => [id, name]));
  /** @type {Set<string>} */
  const seen = new Set();
  for (const { type, params = {} } of events) {
    const name = names.get(type);
    if (name === 'HOST_RESOLVER_MANAGER_REQUEST' && params.host) seen.add(`look-up of ${params.host}`);
    if (name === 'TCP_CONNECT_ATTEMPT' && params.address) seen.add(`connection to ${params.address}`);
    if (name === 'URL_REQUEST_START_JOB' && params.url) seen.add(`request of ${params.url}`);
  }
  return [...seen];
}

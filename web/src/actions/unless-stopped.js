import { EngineStopped } from '../engine/engine.js';

/**
 * What was asked, or null where the engine stopped, which is told elsewhere.
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T | null>}
 */
export async function unlessStopped(promise) {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof EngineStopped) return null;
    throw error;
  }
}

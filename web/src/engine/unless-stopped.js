import { EngineStopped } from './engine.js';

/**
 * Resolves to null if the engine stopped, which is reported elsewhere.
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

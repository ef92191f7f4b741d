import { hasWords, t } from './index.js';

/** Why a file was not opened. @param {string} code */
export const refusal = (code) => t(hasWords(`refused.${code}`) ? `refused.${code}` : 'refused.other');

import { hasWords, t } from '../i18n/index.js';

/** Why a file was not opened. @param {string} code */
export const refusal = (code) => t(hasWords(`refused.${code}`) ? `refused.${code}` : 'refused.other');

// Allows only the page's own scripts to become workers: the only policy that the Content-Security-Policy admits under
// `require-trusted-types-for`.

/** The policy's name in `trusted-types`. */
const NAME = 'broadsheet';

/**
 * Returns a function that turns an address into one that the browser accepts as a script. It throws a TypeError for
 * unlisted addresses, also in browsers without Trusted Types. Call only once: a policy name cannot be reused.
 * @param {readonly string[]} own absolute addresses
 * @returns {(address: string) => string}
 */
export function trustOwnScripts(own) {
  /** @param {string} address */
  const createScriptURL = (address) => {
    if (!own.includes(address)) throw new TypeError(`not a script of this page: ${address}`);
    return address;
  };
  const policy = window.trustedTypes?.createPolicy(NAME, { createScriptURL });
  return policy ? (address) => policy.createScriptURL(address) : createScriptURL;
}

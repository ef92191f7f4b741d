// Of all addresses only the page's own scripts may become a worker: the one policy that the
// Content-Security-Policy lets through under `require-trusted-types-for`.

/** The policy's name in `trusted-types`. */
const NAME = 'broadsheet';

/**
 * Gives what turns an address into one that the browser takes for a script. It throws a TypeError for any that
 * is not listed, also where the browser knows no Trusted Types. Can be called once: the name is taken then.
 * @param {readonly string[]} own complete addresses
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

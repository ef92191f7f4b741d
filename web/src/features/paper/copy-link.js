import { arxivLinks, otherLink } from '../../text/links.js';

/**
 * Puts the address of the paper's page on the clipboard. Resolves to false if it has none, or if the browser refuses.
 * @param {{ id: string, version?: number, url?: string }} paper
 */
export async function copyLink({ id, version = 0, url = '' }) {
  const address = arxivLinks({ id, version, url })?.abstract ?? otherLink(url)?.url;
  if (!address) return false;
  return navigator.clipboard.writeText(address).then(
    () => true,
    () => false,
  );
}

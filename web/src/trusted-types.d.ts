// The part of Trusted Types that the page uses. Addresses are strings here, because the types of Worker accept nothing
// else.
interface Window {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(address: string): string },
    ): { createScriptURL(address: string): string };
  };
}

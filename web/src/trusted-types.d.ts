// What of Trusted Types the page uses. Addresses are strings here, as the types of Worker know nothing else.
interface Window {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(address: string): string },
    ): { createScriptURL(address: string): string };
  };
}

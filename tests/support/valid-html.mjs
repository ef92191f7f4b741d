import { HtmlValidate } from 'html-validate';

// What the standard says of a whole document, nothing about taste. It does not look into addresses.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
});

/** What the standard of HTML forbids in a page. @param {string} page @returns {Promise<string[]>} */
export async function faultsOf(page) {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column}: ${ruleId}: ${message}`),
  );
}

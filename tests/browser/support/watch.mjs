/** Runs in every page before its own scripts: says what the policy refused, as a page cannot say it itself. */
export function watchPolicy() {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`policy violated: ${violatedDirective} ${blockedURI}`),
  );
}

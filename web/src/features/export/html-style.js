/** How the exported page looks; it has no other style. Free of `<`, `>` and `&`, which a serializer would escape. */
export const STYLE = `
:root { color-scheme: light dark; }
body {
  max-width: 42rem; margin: 2rem auto; padding: 0 1rem;
  font: 1.0625rem/1.55 "Source Serif 4", Charter, Georgia, "Noto Serif CJK SC", "Songti SC", serif;
}
h1 { font-size: 1.375rem; }
h2 { font-size: 1.1875rem; line-height: 1.3; margin: 0; }
h3 { font-size: 0.875rem; margin: 1rem 0 0.25rem; }
p { margin: 0.25rem 0 0.5rem; overflow-wrap: break-word; }
article { padding-block: 1.5rem; border-top: 1px solid; break-inside: avoid-page; }
math { max-width: 100%; overflow-x: auto; }
.paper-authors, .print-source, .tags { font-size: 0.875rem; }
.math-display { display: block; text-align: center; margin: 0.5rem 0; }
.smallcaps { font-variant-caps: small-caps; }
.note { white-space: pre-wrap; border-inline-start: 0.25rem solid; padding-inline-start: 0.75rem; }
`;

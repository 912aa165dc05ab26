/** Stands where Docusaurus' own parts import a highlighter that nothing uses: see `src/theme/CodeBlock`. */
export const Prism = {};
export const themes = { palenight: { plain: {}, styles: [] } };

/** No language is added to a highlighter that is not there: see `CodeBlock`. */
export default function prismIncludeLanguages(): void {}

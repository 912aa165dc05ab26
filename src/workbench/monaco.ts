/**
 * Monaco, set up once: loaded only through `import()`, since it is most of a megabyte and cannot be evaluated without a window.
 *
 * Only the features that an answer of one file needs are registered. Both workers are given here, because Monaco's own way to find
 * `editor.worker` ends in a file that no bundler has bundled.
 */
// oxlint-disable import/no-unassigned-import -- each of these registers a feature, and exports nothing
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/anchorSelect/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/quickCommand/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/codicon/register';
// `features/suggest` registers inline completions only; the list of suggestions is this.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/typescript/register';
// TypeScript's mode brings all features along, and every later editor has them. Their services count only if they are there before the first one.
import 'monaco-editor/editor/browser/services/inlineCompletionsService';
import 'monaco-editor/editor/browser/widget/diffEditor/diffProviderFactoryService';
import 'monaco-editor/editor/common/services/semanticTokensStylingService';
import 'monaco-editor/editor/common/services/treeViewsDndService';
import 'monaco-editor/editor/contrib/codelens/browser/codeLensCache';
import 'monaco-editor/editor/contrib/documentSymbols/browser/outlineModel';
import 'monaco-editor/editor/contrib/editorState/browser/keybindingCancellation';
import 'monaco-editor/editor/contrib/gotoSymbol/browser/symbolNavigation';
import 'monaco-editor/editor/contrib/inlayHints/browser/inlayHintsController';
import 'monaco-editor/editor/contrib/peekView/browser/peekView';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import faultlineTypes from '../../grader/faultline.d.ts?raw';
import { DARK, LIGHT } from '../plugins/codeColours.ts';

export { monaco };

/** What the sandbox has besides the standard library. */
const CONSOLE_TYPES = `
interface Console {
  /** Prints to the workbench's console. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  debug(...values: unknown[]): void;
}
declare const console: Console;
`;

/** TypeScript's `ModuleDetectionKind.Force`: an answer from which all exports were deleted stays a module and shares no names with another. */
const FORCE_MODULES = 3;

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) =>
    label === 'typescript' || label === 'javascript'
      ? new Worker(new URL('monaco-editor/languages/features/typescript/ts.worker', import.meta.url))
      : new Worker(new URL('monaco-editor/editor/editor.worker', import.meta.url)),
};

typescript.typescriptDefaults.setCompilerOptions({
  target: typescript.ScriptTarget.ESNext,
  module: typescript.ModuleKind.ESNext,
  moduleResolution: typescript.ModuleResolutionKind.NodeJs,
  moduleDetection: FORCE_MODULES,
  lib: ['es2023'],
  strict: true,
  noEmit: true,
  isolatedModules: true,
  allowNonTsExtensions: true,
});
typescript.typescriptDefaults.addExtraLib(faultlineTypes, 'file:///node_modules/@types/faultline/index.d.ts');
typescript.typescriptDefaults.addExtraLib(CONSOLE_TYPES, 'file:///node_modules/@types/console/index.d.ts');
typescript.typescriptDefaults.setEagerModelSync(true);

for (const [name, base, colours] of [
  ['faultline-light', 'vs', LIGHT],
  ['faultline-dark', 'vs-dark', DARK],
] as const) {
  monaco.editor.defineTheme(name, {
    base,
    inherit: true,
    rules: [
      { token: '', foreground: colours.ink.slice(1) },
      { token: 'comment', foreground: colours.comment.slice(1), fontStyle: 'italic' },
      { token: 'keyword', foreground: colours.keyword.slice(1) },
      { token: 'string', foreground: colours.string.slice(1) },
      { token: 'regexp', foreground: colours.string.slice(1) },
      { token: 'number', foreground: colours.number.slice(1) },
      { token: 'type', foreground: colours.name.slice(1) },
    ],
    colors: {
      'editor.background': colours.ground,
      'editor.foreground': colours.ink,
      'editorLineNumber.foreground': colours.comment,
      'editorLineNumber.activeForeground': colours.ink,
    },
  });
}

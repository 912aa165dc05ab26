/**
 * What can be searched for in a built page: its prose, under the headings that it has links to.
 *
 * Left out is what is there to be pressed or answered, what is said twice, and code. An exercise is found on its own page, not in the
 * lesson that embeds it, and there only by its title and task. Of the pages around them, the lists of lessons and exercises are left out.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Section } from './section.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const SKIPPED = new Set(['nav', 'button', 'summary', 'dialog', 'form', 'label', 'noscript', 'pre', 'script', 'style', 'svg', 'template']);
const LISTS = new Set(['ul', 'ol', 'dl', 'table']);
const BLOCKS = /^(p|li|h[1-6]|div|section|td|th|tr|dt|dd|blockquote|figcaption|article|header)$/;

export function pageSections(html: string, path: string): Section[] {
  const main = find(parse(html).childNodes, (element) => element.tagName === 'main');
  if (!main) return [];
  const isExercise = path.startsWith('exercises/');
  const isText = /^(lessons\/|teach\b)/.test(path);
  let title = '';
  let heading = '';
  let id = '';
  let text = '';
  const sections: Section[] = [];

  function finish(): void {
    const words = squeezed(text);
    if (words || id === '') sections.push({ path: id ? `${path}#${id}` : path, page: title, heading, text: words });
    text = '';
  }

  function walk(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (node.nodeName === '#text' && 'value' in node) text += node.value;
      if ('tagName' in node) visit(node);
    }
  }

  function visit(element: Element): void {
    const { tagName, childNodes } = element;
    if (isSkipped(element) || (!isExercise && !isText && LISTS.has(tagName))) return;
    if (has(element, 'data-exercise')) {
      if (isExercise) walkExercise(element);
    } else if (tagName === 'h1' && !title) title = textOf(element);
    else if (/^h[23]$/.test(tagName) && has(element, 'id')) {
      finish();
      id = attribute(element, 'id');
      heading = textOf(element);
    } else {
      if (tagName === 'sup') text += '^';
      walk(childNodes);
      if (BLOCKS.test(tagName)) text += ' ';
    }
  }

  function walkExercise(bench: Element): void {
    const name = find(bench.childNodes, (element) => element.tagName === 'h1');
    const task = find(bench.childNodes, (element) => classes(element).includes('markdown'));
    if (name) title = textOf(name);
    if (task) walk(task.childNodes);
  }

  // Around a lesson's own text stand lists of headings and of other lessons.
  const lesson = find(main.childNodes, (element) => classes(element).includes('theme-doc-markdown'));
  walk((lesson ?? main).childNodes);
  finish();
  return sections.filter((section) => section.page !== '');
}

function isSkipped(element: Element): boolean {
  return (
    SKIPPED.has(element.tagName) ||
    has(element, 'popover') ||
    has(element, 'hidden') ||
    has(element, 'aria-live') ||
    attribute(element, 'aria-hidden') === 'true' ||
    classes(element).includes('hash-link')
  );
}

function textOf(element: Element): string {
  const gather = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if (node.nodeName === '#text' && 'value' in node) return node.value;
        return 'tagName' in node && !classes(node).includes('hash-link') ? gather(node.childNodes) : '';
      })
      .join('');
  return squeezed(gather(element.childNodes));
}

function find(nodes: readonly Node[], isIt: (element: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    const found = isIt(node) ? node : find(node.childNodes, isIt);
    if (found) return found;
  }
  return undefined;
}

function attribute({ attrs }: Element, name: string): string {
  return attrs.find((one) => one.name === name)?.value ?? '';
}

const has = ({ attrs }: Element, name: string): boolean => attrs.some((one) => one.name === name);
const classes = (element: Element): string[] => attribute(element, 'class').split(/\s+/);
const squeezed = (text: string): string => text.replace(/[\s\u200b]+/g, ' ').trim();

/**
 * Lets the page be painted before its programs run: as Docusaurus writes them, they would be read and run first, and the text, which needs none of
 * them, would wait.
 *
 * They are fetched meanwhile, after the styles and fonts, and run in their order once the page has been read to its end, as `defer` promises. What a
 * reader does until then is noted, for `lesson/earlyDeeds.ts` to do it again.
 */

const DEFERRED = /<script src="?([^\s">]+)"? defer(?:="")?><\/script>/g;

/** The page's programs, run after the first frame. A page that nobody sees gets no frame, so there they run at once. */
export function withScriptsAfterPaint(html: string): string {
  const paths: string[] = [];
  const preloading = html.replaceAll(DEFERRED, (_, path: string) => {
    paths.push(path);
    return `<link rel="preload" href="${path}" as="script" fetchpriority="low">`;
  });
  return paths.length === 0 ? html : preloading.replace('</head>', () => `<script>${loader(paths)}</script></head>`);
}

function loader(paths: readonly string[]): string {
  const run = `function(){${JSON.stringify(paths)}.forEach(function(path){var script=document.createElement("script");script.src=path;script.async=false;document.head.appendChild(script)})}`;
  const note = `earlyDeeds=[];["click","input"].forEach(function(type){addEventListener(type,function(event){window.earlyDeeds&&earlyDeeds.push(event)},true)})`;
  return `${note};addEventListener("DOMContentLoaded",function(){var run=${run};document.hidden?run():requestAnimationFrame(function(){setTimeout(run)})})`;
}

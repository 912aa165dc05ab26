/** `@docusaurus/utils-common` as the pages use it. Its own index brings all of tslib, 3 KB on every page, for one line. */
export { default as applyTrailingSlash } from '@docusaurus/utils-common/lib/applyTrailingSlash.js';
export { getErrorCausalChain } from '@docusaurus/utils-common/lib/errorUtils.js';

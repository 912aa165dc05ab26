/** The site. Everything that it needs is in its own build: no other host is asked for anything. */
import type { Config } from '@docusaurus/types';
import type { Options as DocsOptions } from '@docusaurus/plugin-content-docs';
import type { Options, ThemeConfig } from '@docusaurus/preset-classic';

const config: Config = {
  title: 'Faultline',
  tagline: 'Fault tolerance, by breaking it',
  favicon: 'img/favicon.svg',
  // Where the site will stand: `SITE_URL=https://example.org BASE_URL=/faultline/`.
  url: process.env['SITE_URL'] ?? 'http://localhost:3000',
  baseUrl: process.env['BASE_URL'] ?? '/',
  // It would add an inline script to the front page.
  baseUrlIssueBanner: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  future: { v4: true, faster: true },
  markdown: { hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' } },
  presets: [
    [
      'classic',
      {
        docs: { routeBasePath: 'lessons', sidebarPath: './sidebars.ts', breadcrumbs: false },
        blog: false,
        theme: { customCss: ['./src/css/fonts.css', './src/css/colours.css', './src/css/site.css'] },
        sitemap: false,
      } satisfies Options,
    ],
  ],
  clientModules: ['./src/offline/prefetching.ts'],
  plugins: [
    // Beside the lessons' folder and not in it: two collections of documents may not hold each other.
    [
      '@docusaurus/plugin-content-docs',
      {
        id: 'teach',
        path: 'src/teach/pages',
        routeBasePath: 'teach',
        sidebarPath: './src/teach/sidebar.ts',
        breadcrumbs: false,
      } satisfies DocsOptions,
    ],
    './src/plugins/bundling.ts',
    './src/plugins/catalogue.ts',
    './src/plugins/commandLine.ts',
    './src/plugins/course.ts',
    './src/plugins/quizzes.ts',
    './src/plugins/finishing.ts',
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: {
      title: 'Faultline',
      logo: { src: 'img/mark-light.svg', srcDark: 'img/mark-dark.svg', alt: '', width: 32, height: 32 },
      items: [
        { to: '/lessons', label: 'Lessons', position: 'left' },
        { to: '/exercises', label: 'Exercises', position: 'left' },
        { to: '/progress', label: 'Progress', position: 'left' },
        { to: '/teach', label: 'Teach', position: 'left' },
      ],
    },
    footer: { copyright: 'Faultline is free software under the MIT licence. Nothing you write here leaves your browser.' },
    // Code in prose is not coloured: see src/theme/CodeBlock.
    prism: { theme: { plain: {}, styles: [] } },
    tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
  } satisfies ThemeConfig,
};

export default config;

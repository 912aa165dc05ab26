// npm run bench: prints what the course costs its users, beside the goals. The machines are noisy, so no time makes it fail; a wrong count does.
// `npm run bench -- explorer` runs a part alone: explorer, exercises, determinism, class, site.
import { buildSite, bundle, install } from './install.mjs';

/** What each part needs to be built, and what it does. Imported only then, for the packages may have to be installed first. */
const PARTS = {
  explorer: {
    builds: [],
    async run() {
      const { explorer } = await import('./bench/explorer.mjs');
      await explorer();
    },
  },
  exercises: {
    builds: [bundle, buildSite],
    async run() {
      const { commandLine, listedExercises } = await import('./bench/commandLine.mjs');
      const { protocols } = await import('./bench/protocols.mjs');
      const { workbench } = await import('./bench/workbench.mjs');
      const exercises = listedExercises();
      commandLine(exercises);
      await protocols();
      await onSite((site) => workbench(site, exercises));
    },
  },
  determinism: {
    builds: [],
    async run() {
      const { determinism } = await import('./bench/determinism.mjs');
      await determinism();
    },
  },
  class: {
    builds: [bundle],
    async run() {
      const { classes, installedGrading } = await import('./bench/classes.mjs');
      const { listedExercises } = await import('./bench/commandLine.mjs');
      installedGrading(listedExercises());
      await classes();
    },
  },
  site: {
    builds: [buildSite],
    async run() {
      const { diagram } = await import('./bench/diagram.mjs');
      await diagram();
      const { lessonPage } = await import('./bench/lessonPage.mjs');
      await onSite(lessonPage);
    },
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) {
  console.error(`There is no part “${unknown}”. The parts are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const parts = Object.entries(PARTS).flatMap(([name, part]) => (wanted.length === 0 || wanted.includes(name) ? [part] : []));
const builds = new Set([install, ...parts.flatMap((part) => part.builds)]);
for (const build of builds) if (!build()) process.exit(1);
for (const part of parts) await part.run();
if (process.exitCode) console.log('\nSome counts are wrong: look for WRONG above.');

/** Work on the built site in Chromium. */
async function onSite(work) {
  const { openBuiltSite } = await import('./bench/builtSite.mjs');
  const site = await openBuiltSite();
  try {
    await work(site);
  } finally {
    await site.close();
  }
}

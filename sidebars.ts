/** The lessons in the order of the course, by module. */
import { existsSync } from 'node:fs';
import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

const MODULES = [
  { folder: 'what-can-go-wrong', label: 'What can go wrong', lessons: ['partial-failure', 'dependability', 'failure-models'] },
  {
    folder: 'masking-by-redundancy',
    label: 'Masking by redundancy',
    lessons: ['information-redundancy', 'time-redundancy', 'physical-redundancy'],
  },
  { folder: 'distributed-commit', label: 'Distributed commit', lessons: ['two-phase-commit', 'commit-recovery', 'three-phase-commit'] },
];

const sidebars: SidebarsConfig = {
  lessons: [
    { type: 'doc', id: 'index', label: 'All lessons' },
    ...MODULES.flatMap(({ folder, label, lessons }) => {
      const items = lessons.map((lesson) => `${folder}/${lesson}`).filter((id) => existsSync(`docs/${id}.mdx`));
      return items.length > 0 ? [{ type: 'category' as const, label, collapsible: false, items }] : [];
    }),
  ],
};

export default sidebars;

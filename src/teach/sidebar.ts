/** The pages for teachers, in their order. */
import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

const sidebar: SidebarsConfig = {
  teach: [
    { type: 'doc', id: 'index', label: 'Overview' },
    {
      type: 'category',
      label: 'Grade',
      collapsible: false,
      items: ['grade-a-class', 'github-and-gitlab', 'gradescope', 'kubernetes-and-queues', 'security'],
    },
    {
      type: 'category',
      label: 'Reference',
      collapsible: false,
      items: ['command-line', 'report', 'error-codes', 'reporters', 'writing-exercises'],
    },
  ],
};

export default sidebar;

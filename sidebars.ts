import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';

const sidebars: SidebarsConfig = {
  lessons: [
    { type: 'doc', id: 'index', label: 'All lessons' },
    {
      type: 'category',
      label: 'Masking by redundancy',
      collapsible: false,
      items: ['masking-by-redundancy/information-redundancy'],
    },
  ],
};

export default sidebars;

import { catalogue } from './catalogue.ts';

/** The tools of a talk, one tap from every question. */
export const toolTexts = catalogue(
  {
    tools: 'Verktyg',
    toolsNone: 'Här finns inga verktyg än.',
    toTools: 'Till verktygen',
    close: 'Stäng',
    shortcuts: 'Kortkommandon',
  },
  {
    tools: 'Tools',
    toolsNone: 'There are no tools here yet.',
    toTools: 'To the tools',
    close: 'Close',
    shortcuts: 'Keyboard shortcuts',
  },
);

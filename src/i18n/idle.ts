import { catalogue } from './catalogue.ts';

/** What covers a talk when nobody has touched the tablet for a while. */
export const idleTexts = catalogue(
  {
    title: 'Återblick vilar',
    text: 'Allt är sparat. Skärmen är täckt eftersom ingen har rört den på en stund.',
    resume: 'Tillbaka till samtalet',
  },
  {
    title: 'Återblick is resting',
    text: 'Everything is saved. The screen is covered since nobody has touched it for a while.',
    resume: 'Back to the conversation',
  },
);

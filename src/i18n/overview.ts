import { catalogue } from './catalogue.ts';

/** Where one is in the talk, and the way to another section or track. */
export const overviewTexts = catalogue(
  {
    overview: 'Översikt',
    overviewHelp: 'Första och sista avsnittet ligger fast. Ordningen däremellan väljer ni själva.',
    toHome: 'Till startsidan',
    lockedUntilConsent: 'Öppnas när samtycket är sparat',
    sectionDone: (done: number, of: number) => `${done} av ${of} frågor klara`,
    changeTrack: 'Byt samtalslängd',
  },
  {
    overview: 'Overview',
    overviewHelp: 'The first and last sections are fixed. You choose the order in between.',
    toHome: 'To the start page',
    lockedUntilConsent: 'Opens when the consent is saved',
    sectionDone: (done: number, of: number) => `${done} of ${of} questions done`,
    changeTrack: 'Change the length',
  },
);

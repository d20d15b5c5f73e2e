import { catalogue } from './catalogue.ts';

/** The training's start page and the pages of its modules. */
export const trainingTexts = catalogue(
  {
    title: 'Utbildning',
    intro:
      'Här lär du dig samtalsguiden genom att använda den. Ta modulerna i den takt som passar dig. Allt fungerar utan nät.',
    back: 'Till utbildningen',
    trainerView: 'Utbildarens sida',
  },
  {
    title: 'Training',
    intro:
      'Here you learn the interview guide by using it. Take the modules at your own pace. Everything works without a network.',
    back: 'To the training',
    trainerView: 'The trainer’s page',
  },
);

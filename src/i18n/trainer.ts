import { catalogue } from './catalogue.ts';

/** The frame of the trainer's page. */
export const trainerTexts = catalogue(
  {
    title: 'För utbildare',
    intro: 'Här följer du dem som lär sig samtalsguiden, och signerar när någon är klar.',
    back: 'Till utbildarens sida',
  },
  {
    title: 'For trainers',
    intro: 'Here you follow those who learn the interview guide, and sign off when they are ready.',
    back: 'To the trainer’s page',
  },
);

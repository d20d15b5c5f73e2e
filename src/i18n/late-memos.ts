import { catalogue } from './catalogue.ts';

/** Begun talks of which no memo has come in time. */
export const lateMemoTexts = catalogue(
  {
    title: 'Memo som dröjer',
    help: 'Intervjun är påbörjad men inte färdigställd, eller så har surfplattan inte nått kontoret. Fråga intervjuaren.',
    begun: (day: string) => `Påbörjad ${day}`,
  },
  {
    title: 'Memos that are late',
    help: 'The interview was begun and is not completed, or the tablet has not reached the office. Ask the interviewer.',
    begun: (day: string) => `Begun on ${day}`,
  },
);

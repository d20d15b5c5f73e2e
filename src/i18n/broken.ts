import { catalogue } from './catalogue.ts';

/** Behind the sentence that something went wrong: for the person who looks after the system. */
export const brokenTexts = catalogue(
  {
    where: 'Visa var felet uppstod',
    whereHelp:
      'För den som sköter systemet. Här står bara platser i programmet, ingenting av det som har skrivits eller sagts.',
  },
  {
    where: 'Show where it went wrong',
    whereHelp:
      'For whoever runs the system. It only names places in the program, nothing of what was written or said.',
  },
);

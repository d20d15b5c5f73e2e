import { catalogue } from './catalogue.ts';

/** Words that are taken back and stand in the transcript as well. The young person may see all of it. */
export const takenAlongTexts = catalogue(
  {
    also: 'Det här står i utskriften av samtalet. Det som är valt raderas samtidigt.',
    alsoHelp: 'Det som inte är valt står kvar. Välj det också om det hör till.',
  },
  {
    also: 'This stands in the transcript of the conversation. What is chosen is erased at the same time.',
    alsoHelp: 'What is not chosen stays. Choose it too if it belongs to it.',
  },
);

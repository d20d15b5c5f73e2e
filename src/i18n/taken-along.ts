import { catalogue, count } from './catalogue.ts';

/** Words that are taken back and stand in the transcript as well. The young person may see all of it. */
export const takenAlongTexts = catalogue(
  {
    also: 'Det här står i utskriften av samtalet. Det som är valt raderas samtidigt.',
    alsoHelp: 'Det som inte är valt står kvar. Välj det också om det hör till.',
    ownWords: (question: string) => `Egna ord: ${question}`,
    placement: (words: string) => `Tidslinjen: ${words}`,
    moments: (n: number) => count(n, 'märkt ögonblick', 'märkta ögonblick'),
    tonight: 'Planen för i kväll',
    note: (time: string) => `Anteckning vid ett stödkort, ${time}`,
    flag: (time: string) => `Orden i meddelandet till arbetsledaren, ${time}`,
  },
  {
    also: 'This stands in the transcript of the conversation. What is chosen is erased at the same time.',
    alsoHelp: 'What is not chosen stays. Choose it too if it belongs to it.',
    ownWords: (question: string) => `Own words: ${question}`,
    placement: (words: string) => `The timeline: ${words}`,
    moments: (n: number) => count(n, 'marked moment', 'marked moments'),
    tonight: 'The plan for tonight',
    note: (time: string) => `Note at a support card, ${time}`,
    flag: (time: string) => `The words of the message to the supervisor, ${time}`,
  },
);

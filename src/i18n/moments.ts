import { catalogue, count } from './catalogue.ts';

/** Writing little: what was important is marked while it is said, and written out afterwards. */
export const momentTexts = catalogue(
  {
    mark: 'Något viktigt sades här',
    markedAt: (time: string, n: number) =>
      `Märkt ${time}. ${count(n, 'märke', 'märken')} vid frågan.`,
    notMarked: 'Det gick inte att spara märket. Försök igen.',
    minimal: 'Skriv så lite som möjligt',
    minimalHelp:
      'I stället för fältet visas en stor knapp. Tryck på den när något viktigt sägs. Tiden sparas, och efter samtalet skriver du ut vad det var. Fältet finns kvar ett tryck bort.',
    close: 'Stäng',
    title: 'Viktigt som sades',
    help: 'Skriv ut det medan du minns. Bocka av när det står vid frågan.',
    left: (n: number) => `${n} kvar att skriva ut`,
    noneLeft: 'Allt är utskrivet.',
    when: (time: string, minutes: number) =>
      `${time}, efter ${count(minutes, 'minut', 'minuter')} samtal`,
    go: 'Gå till frågan',
    goTo: (go: string, question: string) => `${go}: ${question}`,
    writtenOut: 'Utskrivet',
  },
  {
    mark: 'Something important was said here',
    markedAt: (time: string, n: number) =>
      `Marked at ${time}. ${count(n, 'mark', 'marks')} at this question.`,
    notMarked: 'The mark could not be saved. Try again.',
    minimal: 'Write as little as possible',
    minimalHelp:
      'A large button takes the place of the field. Press it when something important is said. The time is kept, and after the talk you write out what it was. The field is still one tap away.',
    close: 'Close',
    title: 'Important things that were said',
    help: 'Write them out while you remember. Tick each when it stands at its question.',
    left: (n: number) => `${n} left to write out`,
    noneLeft: 'Everything is written out.',
    when: (time: string, minutes: number) =>
      `${time}, after ${count(minutes, 'minute', 'minutes')} of talk`,
    go: 'Go to the question',
    goTo: (go: string, question: string) => `${go}: ${question}`,
    writtenOut: 'Written out',
  },
);

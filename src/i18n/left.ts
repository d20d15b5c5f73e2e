import { catalogue } from './catalogue.ts';

/** What stays on the tablet of an interview that has left it. */
export const leftTexts = catalogue(
  {
    title: 'Inte längre på surfplattan',
    line: (code: string) => `Intervjun ${code} är godkänd och finns hos arbetsledaren.`,
    help: 'Om deltagaren vill ändra eller ta tillbaka något kan du hämta den igen. Dina egna anteckningar kommer inte med; de är raderade.',
    fetch: 'Hämta den igen',
    fetchOf: (code: string) => `Hämta intervjun ${code} igen`,
    coming: (code: string) => `Intervjun ${code} hämtas så snart kontoret går att nå.`,
    notKept: 'Det gick inte att spara. Försök igen.',
  },
  {
    title: 'No longer on the tablet',
    line: (code: string) => `The interview ${code} is approved and is with the supervisor.`,
    help: 'If the participant wants to change or take something back, you can fetch it again. Your own notes do not come along; they are erased.',
    fetch: 'Fetch it again',
    fetchOf: (code: string) => `Fetch the interview ${code} again`,
    coming: (code: string) =>
      `The interview ${code} is fetched as soon as the office can be reached.`,
    notKept: 'It could not be saved. Try again.',
  },
);

import { catalogue } from './catalogue.ts';

/** What the person said last time, where they have allowed the next interviewer to read it. */
export const lastTalkTexts = catalogue(
  {
    askTitle: 'Inför en ny intervju',
    askHelp:
      'Läs upp och vänta in svaret. Utan ett ja får den som intervjuar nästa gång bara rubriker.',
    yes: 'Ja',
    no: 'Nej',
    notKept: 'Det gick inte att spara. Försök igen.',

    title: (day: string) => `Det här sa du förra gången (${day})`,
    help: 'Deltagaren har sagt ja till att du läser det. Det som skulle stanna mellan er, och det som är markerat om andra, är inte med. Det försvinner härifrån när intervjun är inlämnad, eller om deltagaren ändrar sig.',
    leftOut: 'Något om någon annan är utelämnat här.',
    ownWords: 'Med egna ord',

    goesAlong:
      'Deltagaren har sagt ja till att den som intervjuar nästa gång läser vad hen sa. Svaren följer med till intervjuarens surfplatta, utom det som skulle stanna mellan de två och det som är markerat om andra.',
    notAlong: 'Svaren från förra gången kunde inte skickas med. Rubrikerna följer med.',
  },
  {
    askTitle: 'Before a new interview',
    askHelp:
      'Read it out and wait for the answer. Without a yes, whoever interviews next time gets headings only.',
    yes: 'Yes',
    no: 'No',
    notKept: 'It could not be saved. Try again.',

    title: (day: string) => `This is what you said last time (${day})`,
    help: 'The participant has said yes to your reading it. What was to stay between the two, and what is marked as being about others, is not here. It goes from here when the interview is handed in, or if the participant has a change of mind.',
    leftOut: 'Something about somebody else is left out here.',
    ownWords: 'In their own words',

    goesAlong:
      'The participant has said yes to whoever interviews next time reading what they said. The answers go to the interviewer’s tablet, but for what was to stay between the two and what is marked as being about others.',
    notAlong: 'The answers from last time could not be sent along. The headings go along.',
  },
);

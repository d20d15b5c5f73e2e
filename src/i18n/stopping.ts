import { catalogue, count } from './catalogue.ts';

/** Stopping in the middle of a talk, and ending it. */
export const stopTexts = catalogue(
  {
    stopTitle: 'Sluta här',
    stopKeepAll: 'Spara allt som är berättat',
    stopKeepAllHelp: 'Frågor som inte är klara blir ”Vi hann inte dit”.',
    stopKeepParts: 'Spara en del',
    stopKeepPartsHelp: 'Välj tillsammans vad som ska tas bort. Det går inte att få tillbaka.',
    stopDelete: 'Ta bort allt',
    stopDeleteHelp:
      'Allt raderas från surfplattan. Har kontoret fått en krypterad kopia raderas den vid nästa kontakt. I serverns säkerhetskopior kan den ligga kvar i högst 30 dagar.',
    stopDeleteSure: 'Ta bort hela intervjun?',
    stopDeleteNow: 'Ja, ta bort allt',
    stopNoConsent: 'Samtycket är inte noterat, så inget kan sparas. Det du har antecknat tas bort.',
    eraseFailed: 'Det gick inte att ta bort intervjun. Försök igen.',
    stopRemoveChosen: (n: number) =>
      n === 0 ? 'Välj svar att ta bort' : `Ta bort ${count(n, 'svar', 'svar')} och sluta`,
    stopChoose: 'Svar som ska tas bort',
    back: 'Tillbaka',
    backToTalk: 'Tillbaka till samtalet',
    finishTitle: 'Avsluta samtalet',
    finishHelp: 'Läs gärna avslutningen högt. Sedan skriver du memot i lugn och ro.',
    finishOpen: (n: number) =>
      `${count(n, 'fråga är inte klar', 'frågor är inte klara')}. ${n === 1 ? 'Den' : 'De'} markeras ”Vi hann inte dit”, eller ”Delvis besvarad” om det finns anteckningar.`,
    finishNow: 'Avsluta och gå till memot',
  },
  {
    stopTitle: 'Stop here',
    stopKeepAll: 'Keep everything',
    stopKeepAllHelp: 'Questions that are not done become “We did not get there”.',
    stopKeepParts: 'Keep some of it',
    stopKeepPartsHelp: 'Choose together what is to be removed. It cannot be brought back.',
    stopDelete: 'Delete everything',
    stopDeleteHelp:
      'Everything is erased from the tablet. If the office has been sent an encrypted copy, it is erased at the next contact. It can remain in the server’s backups for at most 30 days.',
    stopDeleteSure: 'Delete the whole interview?',
    stopDeleteNow: 'Yes, delete everything',
    stopNoConsent:
      'The consent is not noted, so nothing can be kept. What you have written down is removed.',
    eraseFailed: 'The interview could not be removed. Try again.',
    stopRemoveChosen: (n: number) =>
      n === 0 ? 'Choose answers to remove' : `Remove ${count(n, 'answer', 'answers')} and stop`,
    stopChoose: 'Answers to remove',
    back: 'Back',
    backToTalk: 'Back to the conversation',
    finishTitle: 'End the conversation',
    finishHelp: 'Feel free to read the closing aloud. Then you write the memo in peace and quiet.',
    finishOpen: (n: number) =>
      `${count(n, 'question is not done', 'questions are not done')}. ${n === 1 ? 'It is' : 'They are'} marked “We did not get there”, or “Partly answered” if there are notes.`,
    finishNow: 'End and go to the memo',
  },
);

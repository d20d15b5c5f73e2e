import { catalogue } from './catalogue.ts';

/** Starting an interview: the participant code and how long the talk may be. */
export const newInterviewTexts = catalogue(
  {
    newTitle: 'Ny intervju',
    code: 'Deltagarens kod',
    codeHint: 'Koden från tilldelningen, till exempel K-014. Skriv aldrig namn eller personnummer.',
    codeBad: 'Skriv koden du har fått, till exempel K-014. Den ska innehålla minst en siffra.',
    codeIdentity: 'Det ser ut som ett personnummer. Använd bara deltagarens kod.',
    track: 'Samtalslängd',
    trackMinutes: (name: string, minutes: number, questions: number) =>
      `${name} – ungefär ${minutes} minuter, ${questions} frågor`,
    start: 'Börja intervjun',
    prepare: 'Förbered samtalet',
    guideUsed: (title: string, version: string) => `Samtalsguide: ${title}, version ${version}`,
    cancel: 'Avbryt',
  },
  {
    newTitle: 'New interview',
    code: 'Participant code',
    codeHint:
      'The code from the assignment, for example K-014. Never write a name or identity number.',
    codeBad:
      'Write the code you were given, for example K-014. It must contain at least one digit.',
    codeIdentity: 'This looks like a personal identity number. Use only the participant code.',
    track: 'Length of the interview',
    trackMinutes: (name: string, minutes: number, questions: number) =>
      `${name} – about ${minutes} minutes, ${questions} questions`,
    start: 'Start the interview',
    prepare: 'Prepare the conversation',
    guideUsed: (title: string, version: string) => `Guide: ${title}, version ${version}`,
    cancel: 'Cancel',
  },
);

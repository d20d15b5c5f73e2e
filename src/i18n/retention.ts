import { catalogue } from './catalogue.ts';

/** The office's decision on how long sound is kept, under Settings. */
export const retentionTexts = catalogue(
  {
    title: 'Ljud i samtalen',
    text: 'Ljud får spelas in när kontoret har ett gallringsbeslut. Alla på kontoret får veta det när de har kontakt med servern.',
    itself:
      'Intervjuarens kopia tas bort av sig själv samma antal dagar efter att kontoret har tagit emot ljudet och den utskrift som är påbörjad. Arbetsledarens kopia tas bort efter att intervjun är godkänd.',
    dueTitle: 'Ljud på den här enheten',
    due: (code: string, at: string) => `${code}: tas bort ${at}`,
    kept: (code: string) => `${code}: finns kvar tills det som dagarna räknas från har hänt`,
    weeded: (code: string, at: string, decision: string) =>
      `${code}: togs bort ${at}, gallringsbeslut ${decision}`,
    gone: 'Borttagen intervju',
    none: 'Inget beslut är infört. Ljudet är avstängt för alla.',
    decided: (decision: string, days: number) =>
      `Gallringsbeslut ${decision}. Ljud sparas ${days} dagar efter att utskriften är godkänd.`,
    decision: 'Gallringsbeslut, diarienummer',
    days: 'Dagar efter godkänd utskrift',
    daysHint: 'Vanligt är 30.',
    daysWrong: 'Skriv ett antal dagar mellan 1 och 3650.',
    decisionMissing: 'Skriv var beslutet finns.',
    save: 'Slå på ljudet',
    change: 'Ändra beslutet',
    remove: 'Stäng av ljudet för alla',
    saved: 'Det är infört.',
  },
  {
    title: 'Sound in the talks',
    text: 'Sound may be recorded when the office has a retention decision. Everybody at the office hears of it when they are in contact with the server.',
    itself:
      'The interviewer’s copy is removed by itself the same number of days after the office has received the sound and any transcript that was begun. The supervisor’s copy is removed after the interview is approved.',
    dueTitle: 'Sound on this device',
    due: (code: string, at: string) => `${code}: will be removed on ${at}`,
    kept: (code: string) => `${code}: stays until what the days count from has happened`,
    weeded: (code: string, at: string, decision: string) =>
      `${code}: removed on ${at}, retention decision ${decision}`,
    gone: 'Interview removed',
    none: 'No decision is entered. Sound is off for everybody.',
    decided: (decision: string, days: number) =>
      `Retention decision ${decision}. Sound is kept for ${days} days after the transcript is approved.`,
    decision: 'Retention decision, register number',
    days: 'Days after the approved transcript',
    daysHint: '30 is usual.',
    daysWrong: 'Enter a number of days between 1 and 3650.',
    decisionMissing: 'Say where the decision is found.',
    save: 'Turn sound on',
    change: 'Change the decision',
    remove: 'Turn sound off for everybody',
    saved: 'It is entered.',
  },
);

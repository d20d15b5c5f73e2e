import { catalogue } from './catalogue.ts';

/** What stands of the consent, item by item: on the tablet, for the supervisor and in the readable parcel. */
export const consentItemTexts = catalogue(
  {
    itemsTitle: 'Samtycke',
    itemsHelp:
      'Det går bra att ändra sig när som helst, utan att säga varför. Det påverkar inte stödet.',
    yesSince: (when: string) => `Ja, ${when}`,
    noSince: (when: string) => `Nej, ${when}`,
    withdrawnSince: (when: string) => `Tillbakataget ${when}`,
    unasked: 'Inte frågat',
    withdraw: 'Ta tillbaka',
    withdrawn: (label: string) => `Tillbakataget: ${label}`,
    delivered: 'Arbetsledaren får veta det så fort kontoret går att nå.',
    notKept: 'Det gick inte att spara. Försök igen.',
    changeAtGate: 'Ändra samtycket',
    close: 'Stäng',

    againTitle: 'Är det fortfarande okej?',
    againHelp: 'Läs upp och vänta in svaret. Tystnad är inget ja.',
    againYes: 'Ja, fortfarande okej',
    againSaved: (when: string) => `Frågat igen ${when}. Det är fortfarande okej.`,

    leaveTitle: 'Deltagaren vill inte vara med längre',
    leaveDraft:
      'Intervjun är ett utkast. Ni kan ta bort allt nu. Då raderas samtalet och hela memot från surfplattan.',
    leaveCompleted:
      'Intervjun är redan färdigställd. Den spärras direkt: ingen grupp läser den, och den ingår inte i kodning eller sammanställning. Den tas bort så snart ett gallringsbeslut tillåter.',
    leaveErase: 'Ta bort allt',
    leaveBlock: 'Ta tillbaka och spärra',
    leaveBack: 'Tillbaka',

    againAt_soundStarted: (when: string) => `Frågat igen när ljudet startade, ${when}`,
    againAt_closing: (when: string) => `Frågat igen vid avslutet, ${when}`,
    blocked:
      'Deltagaren har tagit tillbaka sitt ja till att vara med. Intervjun är spärrad: den får inte läsas i grupp, kodas eller ingå i någon sammanställning. Ta bort den så snart ett gallringsbeslut tillåter.',
    someWithdrawn: 'Deltagaren har tagit tillbaka sitt ja till:',
    saidWithdrawn: 'Tillbakataget',
    ageTitle: 'Ålder',
    age_adult: '18 år eller äldre',
    age_from15to17: '15–17 år',
    age_under15: 'Under 15 år',
    guardianTitle: 'Vårdnadshavare',
    guardian_permitted: 'Har gett tillstånd',
    guardian_informed: 'Är informerad',
    by_participant: 'Deltagaren',
    by_guardian: 'Vårdnadshavaren',
    signed_onScreen: (who: string, when: string, version: string) =>
      `${who} skrev under på skärmen ${when}, text version ${version}`,
    signed_spoken: (who: string, when: string, version: string) =>
      `${who} sa ja muntligt ${when}, text version ${version}`,
  },
  {
    itemsTitle: 'Consent',
    itemsHelp:
      'It is fine to change one’s mind at any time, without saying why. It does not affect the support.',
    yesSince: (when: string) => `Yes, ${when}`,
    noSince: (when: string) => `No, ${when}`,
    withdrawnSince: (when: string) => `Taken back ${when}`,
    unasked: 'Not asked',
    withdraw: 'Take back',
    withdrawn: (label: string) => `Taken back: ${label}`,
    delivered: 'The supervisor is told as soon as the office can be reached.',
    notKept: 'It could not be saved. Try again.',
    changeAtGate: 'Change the consent',
    close: 'Close',

    againTitle: 'Is it still all right?',
    againHelp: 'Read it out and wait for the answer. Silence is not a yes.',
    againYes: 'Yes, still all right',
    againSaved: (when: string) => `Asked again ${when}. It is still all right.`,

    leaveTitle: 'The participant does not want to take part any more',
    leaveDraft:
      'The interview is a draft. You can erase everything now. The conversation and the whole memo are then erased from the tablet.',
    leaveCompleted:
      'The interview is already completed. It is blocked at once: no group reads it, and it is not part of coding or compilation. It is removed as soon as a retention decision allows.',
    leaveErase: 'Erase everything',
    leaveBlock: 'Take back and block',
    leaveBack: 'Back',

    againAt_soundStarted: (when: string) => `Asked again when the sound started, ${when}`,
    againAt_closing: (when: string) => `Asked again at the closing, ${when}`,
    blocked:
      'The participant has taken back the yes to taking part. The interview is blocked: it may not be read in a group, coded or be part of any compilation. Remove it as soon as a retention decision allows.',
    someWithdrawn: 'The participant has taken back the yes to:',
    saidWithdrawn: 'Taken back',
    ageTitle: 'Age',
    age_adult: '18 or older',
    age_from15to17: '15–17',
    age_under15: 'Under 15',
    guardianTitle: 'Guardian',
    guardian_permitted: 'Has given permission',
    guardian_informed: 'Is informed',
    by_participant: 'The participant',
    by_guardian: 'The guardian',
    signed_onScreen: (who: string, when: string, version: string) =>
      `${who} signed on the screen ${when}, text version ${version}`,
    signed_spoken: (who: string, when: string, version: string) =>
      `${who} said yes aloud ${when}, text version ${version}`,
  },
);

import { catalogue } from './catalogue.ts';

/** Before the two meet. */
export const preparationTexts = catalogue(
  {
    title: 'Förbered samtalet',
    about: (minutes: number) =>
      `Ta ungefär ${minutes} minuter. Hoppa över det du inte behöver. Läs inte på i akten, så möter du personen utan färdiga svar.`,
    begin: 'Börja samtalet',
    home: 'Till startsidan',
    remove: 'Ta bort förberedelsen',
    removeSure: 'Ta bort förberedelsen?',
    removeHelp: 'Intervjun och det du har skrivit raderas från surfplattan.',
    removeNow: 'Ja, ta bort',
    removeBack: 'Tillbaka',
    notKept: 'Det gick inte att spara. Försök igen.',

    ownTitle: 'Bara för dig',
    ownHelp:
      'Det här följer aldrig med när intervjun lämnar surfplattan. Du ser det igen när du skriver memot.',
    before: 'Det här skrev du före samtalet',

    offlineTitle: 'Utan nät',
    offlineChecking: 'Kontrollerar …',
    appReady: 'Appen finns på surfplattan och startar utan nät.',
    appMissing:
      'Appen ligger inte på surfplattan än. Öppna den en gång med nät innan du åker, och se hit igen.',
    persisted: 'Webbläsaren har lovat att inte rensa det du sparar.',
    notPersisted:
      'Webbläsaren kan rensa om utrymmet tar slut. Lägg appen på hemskärmen, så blir det säkrare.',
    space: (megabytes: number) => `Ledigt utrymme: ungefär ${megabytes} MB.`,
    spaceLow: (megabytes: number) =>
      `Bara ungefär ${megabytes} MB ledigt. Frigör utrymme innan du åker.`,
  },
  {
    title: 'Prepare the conversation',
    about: (minutes: number) =>
      `Take about ${minutes} minutes. Skip what you do not need. Do not read up on the case file, so that you meet the person without ready answers.`,
    begin: 'Begin the conversation',
    home: 'To the start page',
    remove: 'Remove the preparation',
    removeSure: 'Remove the preparation?',
    removeHelp: 'The interview and what you have written are erased from the tablet.',
    removeNow: 'Yes, remove it',
    removeBack: 'Back',
    notKept: 'It could not be saved. Try again.',

    ownTitle: 'Only for you',
    ownHelp:
      'This never goes along when the interview leaves the tablet. You see it again when you write the memo.',
    before: 'This is what you wrote before the talk',

    offlineTitle: 'Without a network',
    offlineChecking: 'Checking …',
    appReady: 'The app is on the tablet and starts without a network.',
    appMissing:
      'The app is not on the tablet yet. Open it once with a network before you leave, and look here again.',
    persisted: 'The browser has promised not to clear what you save.',
    notPersisted:
      'The browser may clear when space runs out. Put the app on the home screen to be safer.',
    space: (megabytes: number) => `Free space: about ${megabytes} MB.`,
    spaceLow: (megabytes: number) =>
      `Only about ${megabytes} MB free. Free some space before you leave.`,
  },
);

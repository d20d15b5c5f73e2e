import { catalogue, count } from './catalogue.ts';

export const settingsTexts = catalogue(
  {
    title: 'Inställningar',
    back: 'Tillbaka',
    look: 'Språk och utseende',
    scheme: 'Färger',
    schemeAuto: 'Som enheten',
    schemeLight: 'Ljust',
    schemeDark: 'Mörkt',

    copies: 'Så sparas det du skriver',
    copiesBoth: 'Allt är som det ska. Varje ord sparas på två ställen på enheten, krypterat.',
    copiesReserve:
      'Databasen svarar inte, så det du skriver sparas bara i reserven. Inget är förlorat. Lås och öppna igen när du är klar, och spara en fil av det du arbetar med.',
    copiesCause: (cause: string) => `Orsak: ${cause}`,
    restored: (n: number) =>
      `Vid starten hämtades ${count(n, 'rad', 'rader')} tillbaka från reserven. Inget saknas.`,
    notPersisted:
      'Webbläsaren kan rensa det som sparas om det blir ont om plats. Installera appen på hemskärmen, så är risken mindre.',
    damaged: (n: number) =>
      `Något saknas i ${count(n, 'intervju', 'intervjuer')} på enheten. Rensa inget och ring systemförvaltaren.`,

    unlocking: 'Låsa upp',
    changePassphrase: 'Byt lösenfras',
    keepPassphrase: 'Spara den nya lösenfrasen',
    passphraseKept: 'Den nya lösenfrasen gäller nu.',
    passkeyOn: 'Du kan låsa upp med passnyckel på den här enheten. Lösenfrasen gäller också.',
    passkeyOff: 'Med en passnyckel låser du upp med fingeravtryck, ansikte eller enhetens kod.',
    passkeyAdd: 'Lägg till passnyckel',
    passkeyRemove: 'Ta bort passnyckeln',
    passkeyAdded: 'Passnyckeln är tillagd.',
    passkeyRemoved: 'Passnyckeln är borttagen. Ta också bort den i enhetens egna inställningar.',
    passkeyNone: 'Den här webbläsaren stöder inte passnycklar här. Lås upp med lösenfrasen.',

    files: 'Filer',
    openParcel: 'Öppna en intervjufil (.aterblick)',
    openParcelHelp: 'När du har fått en intervju som fil.',
    parcelOpened: 'Filen är öppnad och inläst.',
    importGuide: 'Läs in en samtalsguide',
    importGuideHelp: 'En JSON-fil. Intervjuer som redan har börjat behåller sin guide.',
    guideKept: (title: string, version: string) =>
      `${title}, version ${version}, är inläst. Nya intervjuer använder den.`,
    chooseFile: 'Välj fil',
    reading: 'Läser filen …',

    aside: 'Filer som inte gick att öppna',
    asideHelp: 'De ligger kvar här, olästa. Inget av dem har lästs in.',
    asideReceived: (when: string) => `Kom ${when}`,

    about: 'Om appen',
    version: (version: string) => `Återblick ${version}`,
    office: (name: string) => `Kontor: ${name}`,
    practice: 'Det här är Prova på. Inget är på riktigt.',

    renewTitle: 'Återställningsbladet',
    renewText:
      'Är bladet borta, eller kan någon ha läst det? Skapa ett nytt. Det gamla bladet öppnar sedan bara det som gjordes före bytet, så behåll det i kassaskåpet.',
    renewOpen: 'Skapa ett nytt återställningsblad',
    renewSure: 'Skapa ett nytt återställningsblad?',
    renewSureText:
      'Det nya bladet visas en enda gång. Se till att du kan skriva ut det nu. Det gamla bladet öppnar sedan bara det som gjordes före bytet.',
    renewNow: 'Skapa det nya bladet',
    renewCancel: 'Avbryt',
  },
  {
    title: 'Settings',
    back: 'Back',
    look: 'Language and appearance',
    scheme: 'Colours',
    schemeAuto: 'As the device',
    schemeLight: 'Light',
    schemeDark: 'Dark',

    copies: 'How what you write is kept',
    copiesBoth: 'All is well. Every word is kept in two places on this device, encrypted.',
    copiesReserve:
      'The database does not answer, so what you write is kept in the reserve only. Nothing is lost. Lock and open again when you are done, and save a file of what you are working on.',
    copiesCause: (cause: string) => `Cause: ${cause}`,
    restored: (n: number) =>
      `At the start, ${count(n, 'row was', 'rows were')} brought back from the reserve. Nothing is missing.`,
    notPersisted:
      'The browser may clear what is saved if space runs short. Install the app on the home screen and the risk is smaller.',
    damaged: (n: number) =>
      `Something is missing in ${count(n, 'interview', 'interviews')} on this device. Clear nothing and call the operator.`,

    unlocking: 'Unlocking',
    changePassphrase: 'Change passphrase',
    keepPassphrase: 'Keep the new passphrase',
    passphraseKept: 'The new passphrase holds now.',
    passkeyOn: 'You can unlock with a passkey on this device. The passphrase holds as well.',
    passkeyOff: 'With a passkey you unlock by fingerprint, face or the device’s PIN.',
    passkeyAdd: 'Add a passkey',
    passkeyRemove: 'Remove the passkey',
    passkeyAdded: 'The passkey is added.',
    passkeyRemoved: 'The passkey is removed. Remove it in the device’s own settings as well.',
    passkeyNone: 'This browser does not support passkeys here. Unlock with the passphrase.',

    files: 'Files',
    openParcel: 'Open an interview file (.aterblick)',
    openParcelHelp: 'When you were given an interview as a file.',
    parcelOpened: 'The file is opened and read in.',
    importGuide: 'Read in a guide',
    importGuideHelp: 'A JSON file. Interviews that have begun keep their guide.',
    guideKept: (title: string, version: string) =>
      `${title}, version ${version}, has been read in. New interviews use it.`,
    chooseFile: 'Choose a file',
    reading: 'Reading the file …',

    aside: 'Files that could not be opened',
    asideHelp: 'They are kept here, unread. Nothing of them was taken in.',
    asideReceived: (when: string) => `Came ${when}`,

    about: 'About the app',
    version: (version: string) => `Återblick ${version}`,
    office: (name: string) => `Office: ${name}`,
    practice: 'This is Try it. Nothing is real.',

    renewTitle: 'The recovery sheet',
    renewText:
      'Is the sheet gone, or may someone have read it? Make a new one. The old sheet then only opens what was made before, so keep it in the safe.',
    renewOpen: 'Make a new recovery sheet',
    renewSure: 'Make a new recovery sheet?',
    renewSureText:
      'The new sheet is shown only once. Make sure that you can print it now. The old sheet then only opens what was made before.',
    renewNow: 'Make the new sheet',
    renewCancel: 'Cancel',
  },
);

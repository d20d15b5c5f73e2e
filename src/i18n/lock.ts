import { catalogue } from './catalogue.ts';

export const lockTexts = catalogue(
  {
    title: 'Lås upp Återblick',
    who: 'Vem är du?',
    newHere: 'Jag är ny här',
    notMe: 'Byt person',
    as: (label: string) => `Lås upp för ${label}`,
    passphrase: 'Lösenfras',
    show: 'Visa det jag skriver',
    unlock: 'Lås upp',
    unlocking: 'Låser upp …',
    passkey: 'Lås upp med passnyckel',
    empty: 'Skriv din lösenfras.',
    waitSeconds: (seconds: number) =>
      seconds === 1
        ? 'Vänta 1 sekund innan nästa försök.'
        : `Vänta ${seconds} sekunder innan nästa försök.`,
    waitOver: 'Nu kan du försöka igen.',
    takeOver: 'Ta över hit',
    takingOver: 'Den andra fliken sparar och stänger …',
    forgotten: 'Jag har glömt lösenfrasen',
    forgottenTitle: 'Glömd lösenfras',
    forgottenText:
      'Inget är förlorat. Arbetsledaren hämtar kontorets återställningsblad och skriver in återställningsnyckel A här. Om kontoret valde den äldre metoden gäller nyckel B. Därefter väljer du en ny lösenfras.',
    forgottenNot:
      'Kontorets återställningsnycklar är inte inlagda på den här enheten än. Det sker första gången den når kontoret. Rensa inget, och tala med arbetsledaren.',
    recoveryKey: 'Återställningsnyckel',
    recoveryHint: 'Börjar med AGE-SECRET-KEY-. Mellanrum spelar ingen roll.',
    recoveryEmpty: 'Skriv in återställningsnyckeln från bladet.',
    recoveryShape: 'Det ser inte ut som en återställningsnyckel. Den börjar med AGE-SECRET-KEY-.',
    open: 'Öppna',
    back: 'Tillbaka',
    newTitle: 'Välj en ny lösenfras',
    newText: 'Enheten är öppnad. Välj en ny lösenfras. Allt du har skrivit är kvar.',
    keep: 'Spara den nya lösenfrasen',
  },
  {
    title: 'Unlock Återblick',
    who: 'Who are you?',
    newHere: 'I am new here',
    notMe: 'Someone else',
    as: (label: string) => `Unlock for ${label}`,
    passphrase: 'Passphrase',
    show: 'Show what I write',
    unlock: 'Unlock',
    unlocking: 'Unlocking …',
    passkey: 'Unlock with a passkey',
    empty: 'Write your passphrase.',
    waitSeconds: (seconds: number) =>
      seconds === 1
        ? 'Wait 1 second before the next try.'
        : `Wait ${seconds} seconds before the next try.`,
    waitOver: 'You can try again now.',
    takeOver: 'Take over here',
    takingOver: 'The other tab is saving and closing …',
    forgotten: 'I have forgotten the passphrase',
    forgottenTitle: 'Forgotten passphrase',
    forgottenText:
      'Nothing is lost. The supervisor fetches the office’s recovery sheet and types recovery key A here. If the office chose the older method, it is key B. Then you choose a new passphrase.',
    forgottenNot:
      'The office’s recovery keys are not on this device yet. That happens the first time it reaches the office. Clear nothing, and talk to the supervisor.',
    recoveryKey: 'Recovery key',
    recoveryHint: 'Begins with AGE-SECRET-KEY-. Spaces do not matter.',
    recoveryEmpty: 'Type the recovery key from the sheet.',
    recoveryShape: 'That does not look like a recovery key. It begins with AGE-SECRET-KEY-.',
    open: 'Open',
    back: 'Back',
    newTitle: 'Choose a new passphrase',
    newText:
      'The device is open. Choose a new passphrase. Everything you have written is still here.',
    keep: 'Keep the new passphrase',
  },
);

import { catalogue } from './catalogue.ts';

/** Module 5: the practice vault, and whether everything is there after a restart. */
export const fieldTexts = catalogue(
  {
    mark: 'ÖVNING',
    intro:
      'Du gör ett övningsvalv på surfplattan, skriver i det utan nät, låser och ser efter att allt finns kvar. Valvet är krypterat som ett riktigt, men det har inget kontor och går inte att skicka. Det raderas när du är klar.',
    online: 'Surfplattan har nät. Slå gärna på flygplansläge innan du fortsätter.',
    offline: 'Surfplattan är utan nät.',
    makeTitle: '1. Gör ett övningsvalv',
    makeHelp: 'Välj en egen lösenfras för övningen. Ta inte samma som till ditt riktiga valv.',
    make: 'Gör övningsvalvet',
    writeTitle: '2. Skriv utan nät',
    writeHelp: 'Skriv med egna ord vad Saga säger. Saga är påhittad.',
    says: 'Saga säger:',
    yours: (n: number) => `Dina ord om svar ${n}`,
    save: 'Spara på surfplattan',
    allThree: 'Skriv något om alla tre svaren.',
    saved: 'Sparat och krypterat på surfplattan.',
    restartTitle: '3. Lås och lås upp',
    restartHelp:
      'Lås appen nu, eller starta om surfplattan. Lås sedan upp med din vanliga lösenfras, gå till Utbildning och modul 5, och lås upp övningsvalvet.',
    lockNow: 'Lås nu',
    unlockTitle: 'Lås upp övningsvalvet',
    unlockHelp: 'Med lösenfrasen som du valde för övningen.',
    passphrase: 'Övningens lösenfras',
    unlock: 'Lås upp',
    forgotten: 'Jag har glömt den. Börja om med ett nytt övningsvalv.',
    checkTitle: '4. Finns allt kvar?',
    nothingLost: (n: number) =>
      `Inga uppgifter förlorade. Alla ${n} svar finns kvar ord för ord efter omstarten.`,
    somethingLost: (found: number, kept: number) =>
      `${found} av ${kept} svar finns kvar ord för ord. Berätta för arbetsledaren innan surfplattan används på riktigt.`,
    end: 'Klar: radera övningsvalvet',
    notHere: 'Den här övningen görs på en surfplatta med ett riktigt valv.',
  },
  {
    mark: 'PRACTICE',
    intro:
      'You make a practice vault on the tablet, write in it without a network, lock and see that all of it is still there. The vault is encrypted like a real one, but it has no office and cannot be sent. It is erased when you have finished.',
    online: 'The tablet has a network. Preferably turn on flight mode before you go on.',
    offline: 'The tablet is without a network.',
    makeTitle: '1. Make a practice vault',
    makeHelp:
      'Choose a passphrase of its own for the exercise. Do not take the one of your real vault.',
    make: 'Make the practice vault',
    writeTitle: '2. Write without a network',
    writeHelp: 'Write in your own words what Saga says. Saga is invented.',
    says: 'Saga says:',
    yours: (n: number) => `Your words on answer ${n}`,
    save: 'Save on the tablet',
    allThree: 'Write something on all three answers.',
    saved: 'Saved and encrypted on the tablet.',
    restartTitle: '3. Lock and unlock',
    restartHelp:
      'Lock the app now, or restart the tablet. Then unlock with your usual passphrase, go to Training and module 5, and unlock the practice vault.',
    lockNow: 'Lock now',
    unlockTitle: 'Unlock the practice vault',
    unlockHelp: 'With the passphrase that you chose for the exercise.',
    passphrase: 'Passphrase of the exercise',
    unlock: 'Unlock',
    forgotten: 'I have forgotten it. Start again with a new practice vault.',
    checkTitle: '4. Is all of it there?',
    nothingLost: (n: number) =>
      `No data lost. All ${n} answers are there word for word after the restart.`,
    somethingLost: (found: number, kept: number) =>
      `${found} of ${kept} answers are there word for word. Tell the supervisor before the tablet is used for real.`,
    end: 'Done: erase the practice vault',
    notHere: 'This exercise is done on a tablet with a real vault.',
  },
);

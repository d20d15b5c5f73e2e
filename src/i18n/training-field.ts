import { catalogue } from './catalogue.ts';

/** Module 5: the practice vault, and whether everything is there after a restart. */
export const fieldTexts = catalogue(
  {
    mark: 'ÖVNING',
    intro:
      'Du gör ett övningsvalv på surfplattan, håller samtalet med Saga i det utan nät, lämnar det, låser och ser efter att allt finns kvar. Valvet är krypterat som ett riktigt, men det har inget kontor och går inte att skicka. Det raderas när du är klar.',
    online: 'Surfplattan har nät. Slå gärna på flygplansläge innan du fortsätter.',
    offline: 'Surfplattan är utan nät.',
    makeTitle: '1. Gör ett övningsvalv',
    makeHelp: 'Välj en egen lösenfras för övningen. Ta inte samma som till ditt riktiga valv.',
    make: 'Gör övningsvalvet',
    talkTitle: '2. Håll samtalet utan nät',
    talkHelp:
      'Håll samtalet med Saga som i en riktig intervju: fråga, skriv, pausa, avsluta, skriv memot och färdigställ. Saga är påhittad och svarar på det du frågar. Du kan låsa när du vill, också mitt i samtalet, och gå vidare efteråt.',
    talkMore: 'Samtalet går vidare där det var när du låste.',
    talk: 'Börja samtalet med Saga',
    talkOn: 'Gå vidare i samtalet',
    handedOver:
      'Intervjun är färdigställd och lämnad. I övningen går den inte till någon. På riktigt väntar den krypterad på surfplattan tills kontoret går att nå.',
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
      `Inga uppgifter förlorade. Allt som sparades i samtalet (${n} saker) finns kvar ord för ord efter omstarten.`,
    somethingLost: (found: number, kept: number) =>
      `${found} av ${kept} sparade saker finns kvar ord för ord. Berätta för arbetsledaren innan surfplattan används på riktigt.`,
    checkHelp: 'Gå gärna in i samtalet och se efter själv innan du raderar övningsvalvet.',
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
    talkTitle: '2. Hold the talk without a network',
    talkHelp:
      'Hold the talk with Saga as in a real interview: ask, write, pause, end, write the memo and complete it. Saga is invented and answers what you ask. You can lock whenever you like, also in the middle of the talk, and go on afterwards.',
    talkMore: 'The talk goes on where it was when you locked.',
    talk: 'Begin the talk with Saga',
    talkOn: 'Go on with the talk',
    handedOver:
      'The interview is completed and handed over. In practice it goes to nobody. A real one waits encrypted on the tablet until the office can be reached.',
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
      `No data lost. All that was saved in the talk (${n} things) is there word for word after the restart.`,
    somethingLost: (found: number, kept: number) =>
      `${found} of ${kept} saved things are there word for word. Tell the supervisor before the tablet is used for real.`,
    checkHelp: 'Preferably look into the talk yourself before you erase the practice vault.',
    end: 'Done: erase the practice vault',
    notHere: 'This exercise is done on a tablet with a real vault.',
  },
);

import { catalogue } from './catalogue.ts';

/** The support cards, and telling the supervisor at once. */
export const cardTexts = catalogue(
  {
    hide: 'Dölj',
    cardsNear: 'Nära den här frågan',
    cardsAll: 'Alla stödkort',
    cardSay: 'Säg nu',
    cardDo: 'Gör nu',
    cardAvoid: 'Undvik',
    cardSigns: 'Tecken',
    cardAfter: 'Efteråt',
    cardMore: 'Tecken att se efter, och vad du gör efteråt',
    contacts: 'Telefonnummer',
    contactLocalMissing: 'Ring kommunens växel',
    flag: 'Meddela arbetsledaren nu',
    flagHelp:
      'Skickas krypterat så fort kontoret går att nå. Skriv kort vad som behöver göras. Vid akut fara: ring 112.',
    flagNote: 'Vad behöver arbetsledaren veta?',
    flagSend: 'Skicka till arbetsledaren',
    flagged:
      'Meddelandet är sparat och skickas så fort kontoret går att nå. Ring också om det är bråttom.',
    flaggedAt: (when: string) => `Du meddelade arbetsledaren ${when}.`,
    cardMenu: 'Alla stödkort',
  },
  {
    hide: 'Hide',
    cardsNear: 'Near this question',
    cardsAll: 'All support cards',
    cardSay: 'Say now',
    cardDo: 'Do now',
    cardAvoid: 'Avoid',
    cardSigns: 'Signs',
    cardAfter: 'Afterwards',
    cardMore: 'Signs to look for, and what you do afterwards',
    contacts: 'Telephone numbers',
    contactLocalMissing: 'Call the municipal switchboard',
    flag: 'Tell the supervisor now',
    flagHelp:
      'Sent encrypted as soon as the office can be reached. Write briefly what needs to be done. In acute danger: call 112.',
    flagNote: 'What does the supervisor need to know?',
    flagSend: 'Send to the supervisor',
    flagged:
      'The message is saved and is sent as soon as the office can be reached. Call as well if it is urgent.',
    flaggedAt: (when: string) => `You told the supervisor on ${when}.`,
    cardMenu: 'All support cards',
  },
);

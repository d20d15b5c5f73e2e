import { catalogue, count } from './catalogue.ts';

/** What must not be waited for in silence: messages, cards and drafts for reports that nobody has taken over. */
export const safetyTexts = catalogue(
  {
    first: 'Viktigast nu',
    late: 'Har väntat i över fyra timmar. Ring arbetsledaren nu.',
    lateBar: (codes: string) =>
      `Meddelandet till arbetsledaren (${codes}) har inte kommit fram på över fyra timmar. Ring i stället.`,
    flagFor: (code: string) => `Meddelande till arbetsledaren (${code})`,
    flagWaits: 'Inte framme än. Ring arbetsledaren om det är bråttom.',
    lateWord: 'Meddelande väntar',
    toHome: 'Till startsidan',
    cards: (n: number, code: string) =>
      `${count(n, 'stödkort är inte överlämnat', 'stödkort är inte överlämnade')} (${code})`,
    toCards: 'Till kortet',
    reportOf: (what: string, code: string) => `${what} (${code})`,
    notHandedOver: 'Inte överlämnad',
    begunAt: (when: string) => `Påbörjad ${when}`,
    copyWaits: 'Överlämnad. Kontoret har inte fått kopian än.',
    toReport: 'Till utkastet',
    newReport: 'Ny orosanmälan',
    newReportTitle: 'Vad vill du börja?',
    concern: 'Orosanmälan',
    misconduct: 'Rapport om missförhållande',
    apart: 'Utkastet sparas och skickas för sig. Är det bråttom: ring.',
    notBegun: 'Det gick inte att spara. Försök igen.',
    close: 'Stäng',
  },
  {
    first: 'Most important now',
    late: 'Has waited for more than four hours. Call the supervisor now.',
    lateBar: (codes: string) =>
      `The message to the supervisor (${codes}) has not arrived for more than four hours. Call instead.`,
    flagFor: (code: string) => `Message to the supervisor (${code})`,
    flagWaits: 'Not there yet. Call the supervisor if it is urgent.',
    lateWord: 'A message is waiting',
    toHome: 'To the start page',
    cards: (n: number, code: string) =>
      `${count(n, 'support card is', 'support cards are')} not handed over (${code})`,
    toCards: 'To the card',
    reportOf: (what: string, code: string) => `${what} – ${code}`,
    notHandedOver: 'Not handed over',
    begunAt: (when: string) => `Begun ${when}`,
    copyWaits: 'Handed over. The office has not got the copy yet.',
    toReport: 'To the draft',
    newReport: 'New report of concern',
    newReportTitle: 'What do you want to begin?',
    concern: 'Report of concern',
    misconduct: 'Misconduct report',
    apart: 'The draft is kept and sent by itself. If it is urgent: call.',
    notBegun: 'It could not be saved. Try again.',
    close: 'Close',
  },
);

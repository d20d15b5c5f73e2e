import { catalogue } from './catalogue.ts';

/** The exercises of the modules: sorting, rewriting, matching, planning, coding. */
export const exerciseTexts = catalogue(
  {
    rewriteIntro:
      'Här är tio frågor som går att besvara med ett ord. Skriv om var och en så att personen får berätta. Det du skriver sparas inte, bara hur många som blev öppna.',
    rewriteField: 'Din öppna fråga',
    rewriteShow: 'Visa vad det blev',
    rewriteEmpty: 'Skriv om frågan.',
    rewriteAgain: 'Öppen, men samma ord som i en annan. Skriv en egen för den här frågan.',
    rewriteExample: 'Ett sätt att fråga',
    rewriteResult: (right: number, of: number) =>
      `${right} av ${of} är öppna. Du kan ändra och visa igen.`,
    sortIntro: 'Vad gör du med det du hör? Välj för varje situation.',
    sortNow: 'För vidare genast: orosanmälan eller akut hjälp i dag',
    sortReport: 'Rapportera till arbetsledaren: en brist i vår verksamhet',
    sortListen: 'Bara lyssna, och skriva det med personens ord',
    sortShow: 'Visa svaren',
    sortMissing: 'Välj för varje situation.',
    sortRight: 'Rätt.',
    sortWrong: 'Inte här.',
    sortResult: (right: number, of: number) =>
      `${right} av ${of} rätt. Du kan flytta dem och visa igen.`,
    number: (n: number, of: number) => `${n} av ${of}`,
  },
  {
    rewriteIntro:
      'Here are ten questions that can be answered with a word. Rewrite each so that the person can tell. What you write is not kept, only how many became open.',
    rewriteField: 'Your open question',
    rewriteShow: 'Show what it became',
    rewriteEmpty: 'Rewrite the question.',
    rewriteAgain: 'Open, but the same words as in another. Write one of its own for this question.',
    rewriteExample: 'One way to ask',
    rewriteResult: (right: number, of: number) =>
      `${right} of ${of} are open. You can change them and show again.`,
    sortIntro: 'What do you do with what you hear? Choose for each situation.',
    sortNow: 'Pass on at once: a report of concern or acute help today',
    sortReport: 'Report to the supervisor: a failing in our service',
    sortListen: 'Only listen, and write it in the person’s words',
    sortShow: 'Show the answers',
    sortMissing: 'Choose for each situation.',
    sortRight: 'Right.',
    sortWrong: 'Not here.',
    sortResult: (right: number, of: number) =>
      `${right} of ${of} right. You can move them and show again.`,
    number: (n: number, of: number) => `${n} of ${of}`,
  },
);

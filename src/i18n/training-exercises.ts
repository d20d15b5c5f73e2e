import { catalogue } from './catalogue.ts';

/** The exercises of the modules: sorting, rewriting, matching, planning, coding. */
export const exerciseTexts = catalogue(
  {
    title_sort: 'Sortera situationer',
    title_rewrite: 'Gör om slutna frågor till öppna',
    title_motives: 'Para ihop motiv och frågor',
    title_plan: 'Planera en kort version',
    title_codes: 'Koda fem utdrag',
    title_names: 'Ta bort det som kan röja',
    title_test: 'Skriv ett litet test',
    title_restart: 'Lås, lås upp och se efter',
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
    showAnswers: 'Visa svaren',
    choiceMissing: 'Välj för varje.',
    choiceRight: 'Rätt.',
    choiceWrong: 'Inte det.',
    choiceResult: (right: number, of: number) =>
      `${right} av ${of} rätt. Du kan ändra och visa igen.`,
    motivesIntro: 'Här är motiven till några frågor i guiden. Vilken fråga hör till?',
    motivesNone: 'Guiden har inga motiv att para ihop.',
    planIntro: (minutes: number) =>
      `Planera en intervju på högst ${minutes} minuter. Inledningen och avslutet är alltid med. Välj resten.`,
    planMinutes: (minutes: number) => `${minutes} min`,
    planCore: 'kärnfråga',
    planFast: 'Alltid med.',
    planSum: (now: number, most: number) => `Valt: ${now} minuter av ${most}.`,
    planShow: 'Visa om planen håller',
    plan_fits: 'Planen ryms i tiden.',
    planNot_fits: 'Planen tar för lång tid. Ta bort några frågor.',
    plan_everySection: 'Varje avsnitt är med.',
    planNot_everySection: 'Något avsnitt saknas helt. Välj minst en fråga ur varje.',
    plan_coreFirst: 'Kärnfrågorna går före.',
    planNot_coreFirst:
      'En fråga som får lämnas ute är vald, fast en kärnfråga i samma avsnitt inte är det.',
    codesIntro:
      'Fem utdrag ur övningsfallet Saga. Vilken kod passar bäst? Fråga dig vad personen talar om, inte vad du tänker.',
    namesIntro:
      'Läs memot. Markera allt som måste bort eller skrivas om innan gruppen läser det. Det som är personens egna ord och inte röjer någon ska stå kvar.',
    namesLegend: 'Måste bort eller skrivas om',
    namesLeft: (text: string) => `Kvar, och kan röja: ${text}`,
    namesTooMuch: (text: string) => `Behövde inte bort: ${text}`,
    number: (n: number, of: number) => `${n} av ${of}`,
  },
  {
    title_sort: 'Sort situations',
    title_rewrite: 'Turn closed questions into open ones',
    title_motives: 'Match motives and questions',
    title_plan: 'Plan a short version',
    title_codes: 'Code five excerpts',
    title_names: 'Take out what can reveal',
    title_test: 'Write a small test',
    title_restart: 'Lock, unlock and look',
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
    showAnswers: 'Show the answers',
    choiceMissing: 'Choose for each.',
    choiceRight: 'Right.',
    choiceWrong: 'Not that.',
    choiceResult: (right: number, of: number) =>
      `${right} of ${of} right. You can change them and show again.`,
    motivesIntro:
      'Here are the motives of some questions in the guide. Which question does each belong to?',
    motivesNone: 'The guide has no motives to match.',
    planIntro: (minutes: number) =>
      `Plan an interview of at most ${minutes} minutes. Opening and closing are always there. Choose the rest.`,
    planMinutes: (minutes: number) => `${minutes} minutes`,
    planCore: 'core question',
    planFast: 'Always there.',
    planSum: (now: number, most: number) => `Chosen: ${now} minutes of ${most}.`,
    planShow: 'Show whether the plan holds',
    plan_fits: 'The plan fits the time.',
    planNot_fits: 'The plan takes too long. Take away some questions.',
    plan_everySection: 'Every section is there.',
    planNot_everySection: 'A section is missing altogether. Choose at least one question of each.',
    plan_coreFirst: 'The core questions go first.',
    planNot_coreFirst:
      'A question that may be left out is chosen, though a core question of the same section is not.',
    codesIntro:
      'Five excerpts from the practice case Saga. Which code fits best? Ask what the person speaks of, not what you think.',
    namesIntro:
      'Read the memo. Mark everything that has to go or be rewritten before the group reads it. What is the person’s own words and reveals nobody should stay.',
    namesLegend: 'Has to go or be rewritten',
    namesLeft: (text: string) => `Left, and can reveal: ${text}`,
    namesTooMuch: (text: string) => `Did not have to go: ${text}`,
    number: (n: number, of: number) => `${n} of ${of}`,
  },
);

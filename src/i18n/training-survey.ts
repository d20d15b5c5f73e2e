import { catalogue, count } from './catalogue.ts';

/** What one expects and fears, before the training and after it. The questions are data (training/data/survey.json). */
export const surveyTexts = catalogue(
  {
    title: 'Förväntningar och farhågor',
    intro:
      'Svara en gång innan du börjar och en gång när du är klar. Svaren är bara till för dig. De stannar på surfplattan och skickas aldrig.',
    before: 'Före utbildningen',
    after: 'Efter utbildningen',
    chooseRound: 'Vilket tillfälle gäller det?',
    save: 'Spara mina svar',
    saved: 'Svaren är sparade på surfplattan.',
    notSaved: 'Det gick inte att spara. Försök igen.',
    missing: (n: number) =>
      `${count(n, 'påstående är', 'påståenden är')} inte besvarade än. Välj en siffra från 1 till 5 för varje.`,
    unanswered: 'Välj en siffra.',
    statement: (n: number, of: number) => `Påstående ${n} av ${of}`,
    compareTitle: 'Före och efter',
    compareHelp: 'Det finns inget rätt svar. Se om något har flyttat sig, och fundera på varför.',
    comparePicture:
      'Dina svar före och efter som punkter på en skala från 1 till 5. Tabellen under säger samma sak.',
    compareStatement: 'Påstående',
    compareBefore: 'Före',
    compareAfter: 'Efter',
    noAnswer: 'Inget svar',
    compareLater: 'När du har svarat båda gångerna ser du dem bredvid varandra här.',
    ownWords: 'Med egna ord',
    nothingWritten: 'Inget skrivet.',
    change: 'Ändra svaren',
  },
  {
    title: 'Expectations and fears',
    intro:
      'Answer once before you begin and once when you have finished. The answers are for you alone. They stay on the tablet and are never sent.',
    before: 'Before the training',
    after: 'After the training',
    chooseRound: 'Which time is this?',
    save: 'Save my answers',
    saved: 'The answers are saved on the tablet.',
    notSaved: 'They could not be saved. Try again.',
    missing: (n: number) =>
      `${count(n, 'statement is', 'statements are')} not answered yet. Choose a number from 1 to 5 for each.`,
    unanswered: 'Choose a number.',
    statement: (n: number, of: number) => `Statement ${n} of ${of}`,
    compareTitle: 'Before and after',
    compareHelp: 'There is no right answer. See whether something has moved, and think about why.',
    comparePicture:
      'Your answers before and after as points on a scale from 1 to 5. The table below says the same.',
    compareStatement: 'Statement',
    compareBefore: 'Before',
    compareAfter: 'After',
    noAnswer: 'No answer',
    compareLater: 'When you have answered both times you see them side by side here.',
    ownWords: 'In own words',
    nothingWritten: 'Nothing written.',
    change: 'Change the answers',
  },
);

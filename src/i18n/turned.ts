import { catalogue } from './catalogue.ts';

/** What the young person reads when the screen is turned towards them. */
export const turnedTexts = catalogue(
  {
    yours: 'Din sida',
    around: 'Vänd texten mot andra sidan bordet',
    timeline: 'Tidslinje',
    pauseText: 'Ta den tid du behöver. Vi fortsätter bara om du vill.',
    stopTitle: 'Vi slutar här',
    stopText: 'Tack för det du har berättat. Lämna tillbaka plattan, så avslutar ni tillsammans.',
    goOn: 'Nej, jag vill fortsätta',
    giveBack: 'Till intervjuaren',
    hold: 'Håll kvar fingret en sekund.',
    sure: 'Ja, visa intervjuarens sida',
    needed: 'Nu behöver intervjuaren plattan en stund.',
    last: 'Det här är den sista frågan. Lämna tillbaka plattan när du är klar.',
  },
  {
    yours: 'Your page',
    around: 'Turn the text towards the other side of the table',
    timeline: 'Timeline',
    pauseText: 'Take the time you need. We only go on if you want to.',
    stopTitle: 'We stop here',
    stopText:
      'Thank you for what you have told. Hand back the tablet, and you will finish together.',
    goOn: 'No, I want to go on',
    giveBack: 'To the interviewer',
    hold: 'Keep your finger there for a second.',
    sure: 'Yes, show the interviewer’s page',
    needed: 'The interviewer needs the tablet for a moment.',
    last: 'This is the last question. Hand back the tablet when you are done.',
  },
);

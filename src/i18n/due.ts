import { catalogue } from './catalogue.ts';

/** What lies ahead: who can be asked, which follow-ups are due, which talks have a day. */
export const dueTexts = catalogue(
  {
    title: 'Att göra framåt',
    intro:
      'Vem som kan erbjudas intervju, vilka uppföljningar som är på väg och vilka intervjuer som har ett datum.',
    horizon: 'Hur långt framåt?',
    ahead_month: 'En månad',
    ahead_quarter: 'Tre månader',
    ahead_half: 'Ett halvår',
    ahead_year: 'Ett år',
    nothing: 'Det finns inget att göra under den tiden.',
    now: 'Kan göras nu',
    late: 'Borde redan vara gjort',
    lateHelp: 'Det är aldrig för sent att fråga.',
    later: 'Längre fram',
    offer: (code: string) => `${code}: erbjud första intervjun`,
    followUp: (code: string) => `${code}: fråga om uppföljande intervju`,
    talk: (code: string) => `${code}: intervjun ska vara gjord`,
    fromDay: (day: string) => `från ${day}`,
    untilDay: (day: string) => `helst före ${day}`,
    byDay: (day: string) => `senast ${day}`,
    save: 'Spara som kalenderfil',
    file: 'att-gora-framat',
    print: 'Skriv ut',
    codesOnly:
      'Kalenderfilen och utskriften har bara koder, inga namn. Läs in kalenderfilen igen när listan har ändrats: samma ärende flyttas och kommer inte två gånger.',
    calendar: 'Återblick: att göra framåt',
    inCalendar: (what: string, from: string, until: string) =>
      `${what} (${from}, ${until}). Öppna Återblick för att se mer.`,
  },
  {
    title: 'Coming up',
    intro:
      'Who can be offered an interview, which follow-ups are on their way and which interviews have a day.',
    horizon: 'How far ahead?',
    ahead_month: 'One month',
    ahead_quarter: 'Three months',
    ahead_half: 'Half a year',
    ahead_year: 'One year',
    nothing: 'There is nothing to do in that time.',
    now: 'Can be done now',
    late: 'Should be done already',
    lateHelp: 'It is never too late to ask.',
    later: 'Later on',
    offer: (code: string) => `${code}: offer the first interview`,
    followUp: (code: string) => `${code}: ask about a follow-up interview`,
    talk: (code: string) => `${code}: the interview should be held`,
    fromDay: (day: string) => `from ${day}`,
    untilDay: (day: string) => `preferably before ${day}`,
    byDay: (day: string) => `by ${day}`,
    save: 'Save as a calendar file',
    file: 'coming-up',
    print: 'Print',
    codesOnly:
      'The calendar file and the print have codes only, no names. Take the calendar file in again when the list has changed: the same matter moves and does not come twice.',
    calendar: 'Återblick: coming up',
    inCalendar: (what: string, from: string, until: string) =>
      `${what} (${from}, ${until}). Open Återblick to see more.`,
  },
);

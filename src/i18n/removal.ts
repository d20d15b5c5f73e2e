import { catalogue } from './catalogue.ts';

/** Removing somebody from the register of those who are asked, and the list of those who were. */
export const removalTexts = catalogue(
  {
    part: 'Ta bort personen ur registret',
    help: 'Gör det när personen har bett om det, har flyttat eller skrevs in av misstag. Personen behöver inte säga varför.',
    remove: 'Ta bort …',
    sure: (code: string) => `Ta bort ${code} ur registret?`,
    goes: 'Det här raderas',
    goesEntry:
      'Namn, kontaktvägar, födelsemånad, placeringar, syskon och anteckningar om erbjudanden.',
    goesTalks: 'Tilldelningarna av personens intervjuer, också på intervjuarnas surfplattor.',
    goesWhere:
      'Här försvinner det direkt, och på de andra enheterna när de får kontakt. På kontorets server raderas det när två personers enheter har bett om det. Det går inte att ångra.',
    stays: 'Det här finns kvar',
    staysNumbers:
      'Årets siffror, utan namn och dagar: att någon har kunnat tillfrågas och hur det gick.',
    staysCode: 'Koden, så att ingen annan får den.',
    staysInterview:
      'Intervjun som finns under koden. Den raderas inte härifrån. Vill personen ta tillbaka den: öppna den i inkorgen och välj ”Deltagaren tar tillbaka intervjun”.',
    staysFiles:
      'Det som någon har skrivit ut eller sparat utanför appen, och säkerhetskopior av servern i högst 30 dagar.',
    again:
      'Har ni en lista som ni brukar läsa in? Stryk personen där också, annars kan uppgifterna komma tillbaka.',
    why: 'Varför tas personen bort?',
    why_asked: 'Personen har bett om det',
    why_moved: 'Personen har flyttat',
    why_mistake: 'Personen skrevs in av misstag',
    why_other: 'Annat skäl',
    whyMissing: 'Välj varför.',
    decision: 'Gallringsbeslut (nummer eller datum), om det finns ett',
    cancel: 'Avbryt',
    removeNow: 'Ta bort ur registret',
    failed: 'Det gick inte att ta bort personen. Försök igen.',
    given: (who: string) =>
      who === ''
        ? 'En intervju med personen är tilldelad. Avbryt tilldelningen först, så att den som skulle intervjua får veta det.'
        : `${who} ska intervjua personen. Avbryt tilldelningen först, så att ${who} får veta det.`,
    toAssignments: 'Till Tilldelning',
    list: (n: number) => `Borttagna ur registret (${n})`,
    listIntro:
      'Namn och uppgifter är raderade. Kvar är koden, vem som tog bort personen och personens siffror i årets räkning.',
    code: 'Kod',
    when: 'När',
    who: 'Av vem',
    reason: 'Varför',
    under: (decision: string) => `beslut ${decision}`,
  },
  {
    part: 'Remove the person from the register',
    help: 'Do this when the person has asked for it, has moved away or was put in by mistake. They need not say why.',
    remove: 'Remove …',
    sure: (code: string) => `Remove ${code} from the register?`,
    goes: 'This is erased',
    goesEntry: 'Name, ways of contact, month of birth, placements, siblings and notes of offers.',
    goesTalks: 'The assignments of this person’s interviews, on the interviewers’ tablets too.',
    goesWhere:
      'Here it goes at once, and on the other devices when they are in contact. On the office’s server it is erased when two people’s devices have asked for it. It cannot be undone.',
    stays: 'This stays',
    staysNumbers:
      'The numbers of the year, without name or day: that somebody could be asked, and what came of it.',
    staysCode: 'The code, so that nobody else is given it.',
    staysInterview:
      'The interview under the code. It is not erased from here. If the person wants to take it back: open it in the inbox and choose “The participant takes the interview back”.',
    staysFiles:
      'What somebody has printed or saved outside the app, and backups of the server for at most 30 days.',
    again:
      'Do you have a list that you bring in from time to time? Strike the person out there too, or the details may come back.',
    why: 'Why is the person removed?',
    why_asked: 'The person has asked for it',
    why_moved: 'The person has moved away',
    why_mistake: 'The person was put in by mistake',
    why_other: 'Another reason',
    whyMissing: 'Choose why.',
    decision: 'Retention decision (number or date), if there is one',
    cancel: 'Cancel',
    removeNow: 'Remove from the register',
    failed: 'The person could not be removed. Try again.',
    given: (who: string) =>
      who === ''
        ? 'An interview with the person is assigned. Call the assignment off first, so that whoever was to interview hears of it.'
        : `${who} is to interview the person. Call the assignment off first, so that ${who} hears of it.`,
    toAssignments: 'To Assignments',
    list: (n: number) => `Removed from the register (${n})`,
    listIntro:
      'Names and details are erased. What is left is the code, who removed the person, and their numbers in the counts of the year.',
    code: 'Code',
    when: 'When',
    who: 'By whom',
    reason: 'Why',
    under: (decision: string) => `decision ${decision}`,
  },
);

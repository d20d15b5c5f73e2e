import { catalogue } from './catalogue.ts';

/** The supervisor's places beside the inbox, as the overview names them. */
export const placeTexts = catalogue(
  {
    title: 'Verksamheten',
    intro: 'Allt runt intervjuerna: vilka vi frågar, vem som intervjuar och vad som ska gallras.',
    back: 'Till verksamheten',
    people: 'Deltagare',
    peopleAbout: 'Vilka som kan få frågan och från när, och vad de svarade.',
    rules: 'Villkor och regler',
    rulesAbout: 'Ålder, tid sedan placeringen, påminnelser, omgångar och granskning.',
    import: 'Läs in',
    importAbout: 'En lista som ni redan har, från Excel eller CSV, och tidigare års antal.',
    due: 'Att göra framåt',
    dueAbout: 'Vem som kan erbjudas och vad som är på väg, också som kalenderfil.',
    year: 'Året i korthet',
    yearAbout: 'Hur många som fick frågan och intervjuades, utan att någon kan kännas igen.',
    assignments: 'Tilldelning',
    assignmentsAbout: 'Vem som intervjuar vem, och vem som tar över när någon slutar.',
    letters: 'Brev',
    lettersAbout:
      'Inbjudan, påminnelse, information, samtycke och tack, att skriva ut eller spara.',
    log: 'Logg och kontroll',
    logAbout: 'Vem som har läst vad, och den månatliga kontrollen.',
    erasures: 'Återtaganden och gallring',
    erasuresAbout: 'Intervjuer som deltagaren tar tillbaka, och det som ska gallras.',
  },
  {
    title: 'The programme',
    intro:
      'All that is around the interviews: whom we ask, who interviews, and what is to be erased.',
    back: 'To the programme',
    people: 'Participants',
    peopleAbout: 'Who can be asked and from when, and what they answered.',
    rules: 'Conditions and rules',
    rulesAbout: 'Age, time since the placement, reminders, waves and review.',
    import: 'Read in',
    importAbout:
      'A list that you have already, from Excel or CSV, and the numbers of earlier years.',
    due: 'Coming up',
    dueAbout: 'Who can be asked and what is on its way, also as a calendar file.',
    year: 'The year at a glance',
    yearAbout: 'How many were asked and interviewed, with nobody to be recognised.',
    assignments: 'Assignments',
    assignmentsAbout: 'Who interviews whom, and who takes over when somebody leaves.',
    letters: 'Letters',
    lettersAbout: 'Invitation, reminder, information, consent and thanks, to print or save.',
    log: 'Log and check',
    logAbout: 'Who has read what, and the monthly check.',
    erasures: 'Withdrawals and erasing',
    erasuresAbout: 'Interviews that the participant takes back, and what is to be erased.',
  },
);

import { catalogue } from './catalogue.ts';

/** The frame of the trainer's page. */
export const trainerTexts = catalogue(
  {
    title: 'För utbildare',
    intro: 'Här följer du dem som lär sig samtalsguiden, och ger klartecken när någon är redo.',
    back: 'Till utbildarens sida',
    onlyTrainers: 'Du kan läsa här. Det är utbildarna som skriver och ändrar.',
    groups: 'Grupper',
    groupsAbout: 'Vilka som lär sig tillsammans, och vem som är var.',
    signoff: 'Klartecken',
    signoffAbout: 'Säg när någon är redo för sin första intervju.',
    debriefs: 'Genomgångar som kommit in',
    debriefsAbout: 'Av övningssamtal, från kollegor som själva har valt att skicka dem.',
    cases: 'Egna övningsfall',
    casesAbout: 'Skriv, pröva och publicera ett påhittat fall för alla på kontoret.',
    material: 'Material att skriva ut',
    materialAbout: 'Moduler, kursplan, facit och rollblad, på papper eller som PDF.',
  },
  {
    title: 'For trainers',
    intro: 'Here you follow those who learn the interview guide, and sign off when they are ready.',
    back: 'To the trainer’s page',
    onlyTrainers: 'You can read here. It is the trainers who write and change.',
    groups: 'Groups',
    groupsAbout: 'Who learns together, and who is where.',
    signoff: 'Sign-off',
    signoffAbout: 'Say when somebody is ready for their first interview.',
    debriefs: 'Debriefs received',
    debriefsAbout: 'Of practice talks, from colleagues who have chosen to send them.',
    cases: 'Own practice cases',
    casesAbout: 'Write, try and publish an invented case for everyone at the office.',
    material: 'Material to print',
    materialAbout: 'Modules, course plan, trainer’s and player’s sheets, on paper or as PDF.',
  },
);

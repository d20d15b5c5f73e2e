import { catalogue } from './catalogue.ts';

/** A small test by the PDSA wheel, as module 8 practises it. */
export const smallTestTexts = catalogue(
  {
    intro:
      'Skriv ett litet test som ni skulle kunna pröva nästa vecka. Det här är en övning: texten sparas inte, bara att testet hade alla fyra delar.',
    goal: 'Mål: vad vill ni uppnå?',
    help_goal: 'Till exempel: alla barn vi besöker vet vem de kan ringa.',
    measure: 'Mått: hur ser ni att det blev bättre?',
    help_measure: 'Något ni kan räkna.',
    date: 'Datum: när tittar ni på måttet?',
    help_date: 'I dag eller senare.',
    owner: 'Ansvarig: vem håller i det?',
    help_owner: 'Initialer eller roll räcker.',
    check: 'Kontrollera testet',
    lacks: 'Den här delen saknas.',
    whole: 'Testet har mål, mått, datum och ansvarig. Ta med det till gruppen.',
    some: (there: number) => `${there} av 4 delar finns. Fyll i resten.`,
  },
  {
    intro:
      'Write a small test that you could try next week. This is an exercise: the text is not kept, only that the test had all four parts.',
    goal: 'Goal: what do you want to achieve?',
    help_goal: 'For example: all children we visit know whom they can call.',
    measure: 'Measure: how will you see that it became better?',
    help_measure: 'Something you can count.',
    date: 'Date: when do you look at the measure?',
    help_date: 'Today or later.',
    owner: 'Owner: who sees to it?',
    help_owner: 'Initials or a role are enough.',
    check: 'Check the test',
    lacks: 'This part is missing.',
    whole: 'The test has a goal, a measure, a date and an owner. Bring it to the group.',
    some: (there: number) => `${there} of 4 parts are there. Fill in the rest.`,
  },
);

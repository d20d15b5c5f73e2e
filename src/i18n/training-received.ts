import { catalogue } from './catalogue.ts';

/** Debriefs that trainees have sent to the trainers. */
export const receivedTexts = catalogue(
  {
    title: 'Återblickar som kommit in',
    back: 'Till återblickarna',
    intro:
      'Här ligger återblickar på övningssamtal som deltagarna själva har valt att skicka till utbildare.',
    none: 'Ingen har skickat någon återblick än.',
    notSeenHere: 'Återblickar går bara till utbildarna, så de visas inte här.',
    row: (alias: string, person: string) => `${person} övade med ${alias}`,
    of: (person: string, alias: string) => `${person}: ${alias}`,
    someone: 'En kollega',
    gone: 'Återblicken finns inte på den här datorn.',
    talk: 'Bäst är att läsa den tillsammans. Fråga först vad personen själv har tänkt på.',
  },
  {
    title: 'Debriefs received',
    back: 'To the debriefs',
    intro:
      'These are debriefs of practice talks that trainees have themselves chosen to send to trainers.',
    none: 'Nobody has sent a debrief yet.',
    notSeenHere: 'Debriefs go to the trainers only, so they are not shown here.',
    row: (alias: string, person: string) => `${person} practised with ${alias}`,
    of: (person: string, alias: string) => `${person} – ${alias}`,
    someone: 'A colleague',
    gone: 'The debrief is not on this computer.',
    talk: 'It is best read together. Ask first what the person has thought about.',
  },
);

import { catalogue } from './catalogue.ts';

/** Debriefs that trainees have sent to the trainers. */
export const receivedTexts = catalogue(
  {
    title: 'Genomgångar som kommit in',
    back: 'Till genomgångarna',
    intro:
      'Här ligger genomgångar av övningssamtal som kollegor själva har valt att skicka till utbildare.',
    none: 'Ingen har skickat någon genomgång än.',
    notSeenHere: 'Genomgångar går bara till utbildarna, så de visas inte här.',
    row: (alias: string, person: string) => `${person} övade med ${alias}`,
    of: (person: string, alias: string) => `${person}: ${alias}`,
    someone: 'En kollega',
    gone: 'Genomgången finns inte på den här datorn.',
    talk: 'Läs den helst tillsammans. Fråga först vad personen själv har tänkt på. ”Du” i genomgången är den som övade.',
  },
  {
    title: 'Debriefs received',
    back: 'To the debriefs',
    intro:
      'These are debriefs of practice talks that colleagues have themselves chosen to send to trainers.',
    none: 'Nobody has sent a debrief yet.',
    notSeenHere: 'Debriefs go to the trainers only, so they are not shown here.',
    row: (alias: string, person: string) => `${person} practised with ${alias}`,
    of: (person: string, alias: string) => `${person} – ${alias}`,
    someone: 'A colleague',
    gone: 'The debrief is not on this computer.',
    talk: 'It is best read together. Ask first what the person has thought about. “You” in the debrief is whoever practised.',
  },
);

import type { trainerTexts } from '../../../i18n/trainer.ts';
import type { Part } from '../training/part.ts';

type Sentence = {
  [K in keyof typeof trainerTexts.sv]: (typeof trainerTexts.sv)[K] extends string ? K : never;
}[keyof typeof trainerTexts.sv];

/** One of the trainer's places; those without a label are reached from another one only. */
export interface TrainerPart extends Part {
  readonly label?: Sentence;
  /** One line on what is done there. */
  readonly about?: Sentence;
}

/** Every screen below "/trainer", in the order in which the work goes. */
export const TRAINER_PARTS: readonly TrainerPart[] = [
  {
    name: 'groups',
    label: 'groups',
    about: 'groupsAbout',
    load: async () => (await import('./GroupsPart.tsx')).GroupsPart,
  },
  {
    name: 'signoff',
    label: 'signoff',
    about: 'signoffAbout',
    load: async () => (await import('./SignoffPart.tsx')).SignoffPart,
  },
  {
    name: 'debriefs',
    label: 'debriefs',
    about: 'debriefsAbout',
    load: async () => (await import('./DebriefsPart.tsx')).DebriefsPart,
  },
  {
    name: 'cases',
    label: 'cases',
    about: 'casesAbout',
    load: async () => (await import('./CasesPart.tsx')).CasesPart,
  },
  {
    name: 'material',
    label: 'material',
    about: 'materialAbout',
    load: async () => (await import('./MaterialPart.tsx')).MaterialPart,
  },
];

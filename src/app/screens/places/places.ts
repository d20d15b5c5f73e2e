import type { Place } from './place.ts';

/** The supervisor's places in the order in which the work goes. Each is loaded when somebody goes there. */
export const PLACES: readonly Place[] = [
  {
    name: 'people',
    label: 'people',
    about: 'peopleAbout',
    load: async () => (await import('./PeoplePlace.tsx')).PeoplePlace,
  },
  {
    name: 'rules',
    label: 'rules',
    about: 'rulesAbout',
    load: async () => (await import('./RulesPlace.tsx')).RulesPlace,
  },
  {
    name: 'import',
    label: 'import',
    about: 'importAbout',
    load: async () => (await import('./ImportPlace.tsx')).ImportPlace,
  },
  {
    name: 'due',
    label: 'due',
    about: 'dueAbout',
    load: async () => (await import('./DuePlace.tsx')).DuePlace,
  },
  {
    name: 'assignments',
    label: 'assignments',
    about: 'assignmentsAbout',
    load: async () => (await import('./AssignmentsPlace.tsx')).AssignmentsPlace,
  },
  {
    name: 'lost',
    label: 'lost',
    about: 'lostAbout',
    load: async () => (await import('./LostPlace.tsx')).LostPlace,
  },
  {
    name: 'letters',
    label: 'letters',
    about: 'lettersAbout',
    load: async () => (await import('./LettersPlace.tsx')).LettersPlace,
  },
  {
    name: 'erasures',
    label: 'erasures',
    about: 'erasuresAbout',
    load: async () => (await import('./ErasuresPlace.tsx')).ErasuresPlace,
  },
  {
    name: 'log',
    label: 'log',
    about: 'logAbout',
    load: async () => (await import('./LogPlace.tsx')).LogPlace,
  },
  {
    name: 'year',
    label: 'year',
    about: 'yearAbout',
    load: async () => (await import('./YearPlace.tsx')).YearPlace,
  },
];

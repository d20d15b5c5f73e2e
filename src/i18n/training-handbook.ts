import { catalogue, count } from './catalogue.ts';

/** The handbook (basdokument): its frame. What it says is data (training/data/handbook.json). */
export const handbookTexts = catalogue(
  {
    title: 'Handboken',
    intro:
      'Handboken är metodens basdokument: det alla som intervjuar läser först och slår upp i sedan. Den finns på surfplattan och går att läsa utan nät.',
    contents: 'Innehåll',
    search: 'Sök i handboken',
    searchHelp: 'Skriv minst två bokstäver.',
    found: (n: number) => (n === 0 ? 'Inget hittades.' : count(n, 'träff', 'träffar')),
    print: 'Skriv ut handboken',
    law: 'Lagrum',
    inForce: (day: string) => `i denna lydelse från ${day}`,
    toContents: 'Till innehållet',
    version: (version: string) => `Handboken, version ${version}`,
    paper: 'Handbok för intervjuer med dem som har bott i familjehem',
  },
  {
    title: 'The handbook',
    intro:
      'The handbook is the base document of the method: what everyone who interviews reads first and looks things up in later. It is on the tablet and can be read without a network.',
    contents: 'Contents',
    search: 'Search the handbook',
    searchHelp: 'Write at least two letters.',
    found: (n: number) => (n === 0 ? 'Nothing was found.' : count(n, 'hit', 'hits')),
    print: 'Print the handbook',
    law: 'Provisions',
    inForce: (day: string) => `in this wording from ${day}`,
    toContents: 'To the contents',
    version: (version: string) => `The handbook, version ${version}`,
    paper: 'Handbook for interviews with those who lived in foster homes',
  },
);

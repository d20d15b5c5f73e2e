import { catalogue } from './catalogue.ts';

/** The tools of a talk, one tap from every question. */
export const toolTexts = catalogue(
  {
    tools: 'Verktyg',
    closing: 'Avsluta väl',
    toTools: 'Till verktygen',
    close: 'Stäng',
    turned: 'Vänd skärmen',
    sound: 'Ljud',
    timeline: 'Tidslinje',
    readBack: 'Läs tillbaka',
    minimal: 'Skriv lite',
    circumstances: 'Omständigheter',
    consent: 'Samtycke',
    shortcuts: 'Kortkommandon',
    concern: 'Orosanmälan',
    misconduct: 'Rapport om missförhållande',
  },
  {
    tools: 'Tools',
    closing: 'Close well',
    toTools: 'To the tools',
    close: 'Close',
    turned: 'Turn the screen',
    sound: 'Sound',
    timeline: 'Timeline',
    readBack: 'Read back',
    minimal: 'Write little',
    circumstances: 'Circumstances',
    consent: 'Consent',
    shortcuts: 'Keyboard shortcuts',
    concern: 'Report of concern',
    misconduct: 'Misconduct report',
  },
);

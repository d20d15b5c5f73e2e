import { catalogue } from './catalogue.ts';

export const benchTexts = catalogue(
  {
    working: 'Förbereder mätningen …',
    refused: 'Servern är inte startad för mätning. Starta den med --bench.',
    notSeeded: 'Det finns inget att mäta på än. Öppna först samma adress med bench=seed.',
    seeded: 'Klart att mäta.',
  },
  {
    working: 'Preparing the measurement …',
    refused: 'The server was not started for measuring. Start it with --bench.',
    notSeeded: 'There is nothing to measure yet. Open the same address with bench=seed first.',
    seeded: 'Ready to measure.',
  },
);

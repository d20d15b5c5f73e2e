import type { ComponentType } from 'react';
import type { Part, PartProps } from './part.ts';

/** Every screen below "/training" but the modules, which are whatever the training's data has. */
export const TRAINING_PARTS: readonly Part[] = [
  { name: 'handbook', load: async () => (await import('./HandbookPart.tsx')).HandbookPart },
  { name: 'debriefs', load: async () => (await import('./DebriefsPart.tsx')).DebriefsPart },
  { name: 'survey', load: async () => (await import('./SurveyPart.tsx')).SurveyPart },
];

/** What an address below "/training" that names none of them leads to. */
export const loadModulePart = async (): Promise<ComponentType<PartProps>> =>
  (await import('./ModulePart.tsx')).ModulePart;

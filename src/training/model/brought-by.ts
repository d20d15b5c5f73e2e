import type { Language } from '../../i18n/catalogue.ts';
import { checkpointTexts } from '../../i18n/training-checkpoints.ts';
import type { About } from './about.ts';

/**
 * What brings a reply that waits to be asked for, in words for whoever plays: the topic by its name, then the words
 * that are listened for, which are in both languages. Empty: any open question brings it.
 */
export function broughtBy(about: About | null | undefined, language: Language): string {
  const topic = about?.topic;
  return [
    ...(topic === undefined ? [] : [checkpointTexts[language][`topic_${topic}`]]),
    ...(about?.words ?? []),
  ].join(', ');
}

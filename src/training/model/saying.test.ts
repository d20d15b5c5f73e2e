import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import { sayingTexts } from '../../i18n/training-sayings.ts';
import { caseOf } from '../fixture.ts';
import { isAbout } from './about.ts';
import { topicsOf } from './saying.ts';
import { Topic } from './topic.ts';

describe.each(LANGUAGES)('what can be tapped (%s)', (language) => {
  it.each(Topic.options)('is heard as what it is: %s', (topic) => {
    expect(isAbout(sayingTexts[language][topic], { topic })).toBe(true);
  });

  it('is no promise where it is honest', () => {
    for (const topic of Topic.options.filter((each) => !each.startsWith('promises'))) {
      for (const promise of ['promises', 'promisesAnonymity'] as const) {
        expect(isAbout(sayingTexts[language][topic], { topic: promise }), topic).toBe(false);
      }
    }
  });
});

it('is all that a case listens for, wanted or not, in the same order for all', () => {
  expect(topicsOf(caseOf('Lina'))).toEqual(
    expect.arrayContaining(['promises', 'promisesAnonymity', 'safeNow', 'thanks']),
  );
  for (const alias of ['Saga', 'Amir', 'Lina']) {
    const topics = topicsOf(caseOf(alias));
    expect(topics).toEqual(Topic.options.filter((topic) => topics.includes(topic)));
    expect(topics.length).toBeGreaterThan(2);
  }
});

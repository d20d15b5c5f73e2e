import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GUIDE } from '../../interview/fixture.ts';
import { parseTraining } from './training.ts';

const TEXT = readFileSync(new URL('../data/training.json', import.meta.url), 'utf8');

describe('the training file', () => {
  it('is read, and belongs to the guide that is shipped', () => {
    const training = parseTraining(TEXT);
    expect(training).toMatchObject({ ok: true });
    if (!training.ok) return;
    expect(training.value.guide).toEqual({ id: GUIDE.id, version: GUIDE.version });
    expect(training.value.modules.map(({ id }) => id)).toEqual([
      'm1',
      'm2',
      'm3',
      'm4',
      'm5',
      'm6',
      'm7',
      'm8',
    ]);
    expect(training.value.cases.map(({ persona }) => persona.alias)).toEqual([
      'Saga',
      'Amir',
      'Lina',
    ]);
  });

  it('asks for modules that there are, in an order that can be followed', () => {
    const training = parseTraining(TEXT);
    if (!training.ok) throw new Error('not read');
    const { modules, readiness } = training.value;
    const done = new Set<string>();
    for (const { id, requires } of modules) {
      expect(requires.filter((each) => !done.has(each))).toEqual([]);
      done.add(id);
    }
    expect(readiness.requiredModules.filter((each) => !done.has(each))).toEqual([]);
  });

  it('tells where a file goes wrong, and does not throw at what is no JSON', () => {
    expect(parseTraining('{')).toEqual({ ok: false, error: { type: 'notATraining', place: '' } });
    const broken = TEXT.replace('"fictional": true', '"fictional": false');
    expect(parseTraining(broken)).toEqual({
      ok: false,
      error: { type: 'notATraining', place: 'cases.0.fictional' },
    });
  });
});

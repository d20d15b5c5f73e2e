import { describe, expect, it } from 'vitest';
import { GUIDE } from '../../interview/fixture.ts';
import { routeOf } from '../../guide/model/route.ts';
import { caseOf, TRAINING } from '../fixture.ts';
import { broughtBy } from './brought-by.ts';
import { sheetOf } from './case-sheet.ts';

const lines = (alias: string, question: string, language: 'sv' | 'en' = 'sv') =>
  sheetOf(caseOf(alias), GUIDE, language)
    .sections.flatMap(({ questions }) => questions)
    .find(({ id }) => id === question)?.lines ?? [];

describe('the sheet for somebody who plays the case', () => {
  it.each(TRAINING.cases)('$persona.alias has a line at every question of the talk', (played) => {
    const sheet = sheetOf(played, GUIDE, 'sv');
    const questions = sheet.sections.flatMap((section) => section.questions);
    expect(questions.map(({ id }) => id)).toEqual(routeOf(GUIDE, played.setup.track).order);
    expect(questions.filter((each) => each.lines.length === 0)).toEqual([]);
  });

  it('says what brings each reply, how it is said, and after how long a silence', () => {
    expect(
      lines('Amir', 's2q1').map(({ when, say, cue, afterSeconds }) => [
        when,
        say,
        cue,
        afterSeconds,
      ]),
    ).toEqual([
      ['question', 'Vet inte. Det var natt.', 'silence', 10],
      ['silence', 'Nån bar min väska. Jag ville bära den själv.', 'looksAway', 0],
      ['probe', 'Hund. Och kallt golv.', 'looksAway', 0],
      ['probe', 'Nån tant och en kille i strumpor. De viskade.', 'short', 0],
      ['probe', 'Jag låg vaken. Sen var det frukost.', 'silence', 0],
      ['asked', 'Det luktade hund. Jag hade skorna på mig i sängen.', 'looksAway', 0],
    ]);
    expect(lines('Amir', 's2q1')[2]?.probe).toBe('Vad såg, hörde eller kände du då?');
    expect(lines('Amir', 's5q4')[0]?.wants).toBe('pause');
  });

  it('tells each thing that is asked further from the others, in the language of the sheet', () => {
    const brought = (language: 'sv' | 'en') =>
      lines('Lina', 's8q4', language)
        .filter(({ when }) => when === 'asked')
        .map(({ about }) => broughtBy(about, language));
    expect(brought('sv')).toContain('Ett löfte om att ingen får veta');
    expect(new Set(brought('sv')).size).toBe(4);
    expect(new Set(brought('en')).size).toBe(4);
    const [first] = lines('Lina', 's1q1').filter(({ when }) => when === 'asked');
    expect(broughtBy(first?.about, 'sv')).toMatch(/^Om personen vill fortsätta, när du vill, /);
    expect(broughtBy(undefined, 'sv')).toBe('');
  });

  it('is in the language asked for, and does not give the checkpoints away', () => {
    expect(lines('Lina', 's4q5', 'en')[0]?.say).toContain('And now Elias lives there');
    const sheet = JSON.stringify(sheetOf(caseOf('Lina'), GUIDE, 'sv'));
    for (const { expect: expected } of caseOf('Lina').checkpoints) {
      expect(sheet).not.toContain(expected.sv);
    }
  });
});

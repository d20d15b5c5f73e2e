import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { problemTexts } from '../../i18n/problem.ts';
import { LanguageProvider } from '../../kit/language.tsx';
import { API_PROBLEMS } from '../../sync/model/protocol.ts';
import { useGuideProblem, useProblem } from './problem.tsx';

const wrapper = ({ children }: { readonly children: React.ReactNode }) => (
  <LanguageProvider initial="en" remember={() => undefined}>
    {children}
  </LanguageProvider>
);

describe('useProblem', () => {
  it('has a sentence of its own for every code the office can answer', () => {
    const say = renderHook(() => useProblem()).result.current;
    const sentences = Object.keys(API_PROBLEMS).map((code) => say({ type: 'api', code }));
    expect(sentences.filter((each) => each.includes('inte har ord för'))).toEqual([]);
  });

  it('tells what nobody foresaw with its code, in the chosen language', () => {
    const say = renderHook(() => useProblem(), { wrapper }).result.current;
    expect(say({ type: 'somethingNew' })).toMatch(/no words for \(somethingNew\)/);
    expect(say({ type: 'api', code: 'teapot' })).toMatch(/\(teapot\)/);
    expect(say({ type: 'toString' })).toMatch(/\(toString\)/);
    expect(say({ type: 'place_section' })).toMatch(/\(place_section\)/);
    expect(say({ type: 'notForMe' })).toBe(problemTexts.en.notForMe);
  });
});

describe('useGuideProblem', () => {
  it.each([
    [
      { what: 'missing', place: [section(2), question(3), member('text'), member('sv')] },
      'Avsnitt 2, fråga 3: texten saknas (text.sv).',
    ],
    [
      { what: 'notJson', place: [] },
      'Filen går inte att läsa som en samtalsguide (den är inte JSON).',
    ],
    [
      { what: 'duplicateId', place: [section(1), question(2)], id: 's1q1' },
      'Avsnitt 1, fråga 2: samma id används två gånger (s1q1).',
    ],
    [
      { what: 'wrongKind', place: [section(1), member('purpose')] },
      'Avsnitt 1: det som står där är av fel slag (purpose).',
    ],
    [
      { what: 'empty', place: [member('sections')] },
      'Listan med avsnitt är för kort eller tom (sections).',
    ],
  ] as const)('says the place in words: %j', (problem, sentence) => {
    const say = renderHook(() => useGuideProblem()).result.current;
    expect(say({ type: 'notAGuide', ...problem })).toBe(sentence);
  });
});

function section(number: number) {
  return { part: 'section', number } as const;
}
function question(number: number) {
  return { part: 'question', number } as const;
}
function member(name: string) {
  return { part: 'member', name } as const;
}

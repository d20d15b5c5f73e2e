import { describe, expect, it } from 'vitest';
import { CONCERN, reported } from '../fixture-concern.ts';
import { foldConcern, summariseConcern, type ConcernFact } from './concern.ts';

const begun: ConcernFact = {
  type: 'ConcernBegun',
  version: 1,
  data: { kind: 'concern', interview: null, code: 'K-017' },
};
const wrote = (field: 'said' | 'place', text: string): ConcernFact => ({
  type: 'ConcernWritten',
  version: 1,
  data: { field, text },
});
const handed: ConcernFact = {
  type: 'ConcernHandedOver',
  version: 1,
  data: { to: 'Mottagningen', way: 'telefon', when: '14.40' },
};

describe('a draft for a report', () => {
  it('keeps of every field what stands now and each moment at which it was written', () => {
    const state = foldConcern(
      reported(begun, wrote('said', 'Han'), wrote('place', 'Hemma'), wrote('said', 'Han är åtta')),
    );
    expect(state?.fields.get('said')?.text).toBe('Han är åtta');
    const [first = 0, second = 0, ...more] = state?.fields.get('said')?.times ?? [];
    expect(more).toEqual([]);
    expect(second).toBeGreaterThan(first);
    expect(state?.changedAt).toBe(second);
    expect(state?.author).toBe(CONCERN.author);
  });

  it('waits until it is handed over, and again when something is added', () => {
    const at = (...facts: ConcernFact[]) =>
      summariseConcern(reported(begun, ...facts))?.handedOverAt;
    expect(at(wrote('said', 'Han'))).toBeNull();
    expect(at(wrote('said', 'Han'), handed)).toBeGreaterThan(0);
    expect(at(wrote('said', 'Han'), handed, wrote('place', 'Hemma'))).toBeNull();
    expect(at(handed, wrote('place', 'Hemma'), handed)).toBeGreaterThan(0);
  });

  it('is nothing without its beginning, and counts what it does not understand', () => {
    expect(foldConcern(reported(handed))).toBeUndefined();
    expect(foldConcern([])).toBeUndefined();
    const later = { type: 'ConcernSigned', version: 1, data: {} };
    expect(foldConcern(reported(begun, later))?.unknown).toBe(1);
  });
});

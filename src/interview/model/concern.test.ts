import { describe, expect, it } from 'vitest';
import { CONCERN, reported } from '../fixture-concern.ts';
import { RETRACTED, type NewEvent } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import { allOf, foldConcern, mayBeRemoved, summariseConcern, type ConcernFact } from './concern.ts';

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

describe('one that was begun by mistake', () => {
  const removed: ConcernFact = { type: 'ConcernRemoved', version: 1, data: { kind: 'concern' } };
  const draft = [begun, wrote('said', 'HEMLIGT'), wrote('place', 'HEMLIGT')];
  const written = reported(...draft);
  const retracted: NewEvent = { type: RETRACTED, version: 1, data: { events: allOf(written) } };
  const after = merge(reported(...draft, retracted, removed));

  it('says only when it was begun and removed, and of which kind, also beside an older copy', () => {
    expect(JSON.stringify(merge(after, written))).not.toMatch(/HEMLIGT|K-017/);
    const state = foldConcern(merge(after, written));
    expect(state).toMatchObject({ kind: 'concern', interview: null, code: null, unknown: 0 });
    expect(state?.fields.size).toBe(0);
    expect(state?.removedAt).toBeGreaterThan(state?.begunAt ?? 0);
    expect(summariseConcern(after)).toMatchObject({ removedAt: state?.removedAt, code: null });
  });

  it('may be removed as long as nothing was handed over, and once', () => {
    const may = (...facts: ConcernFact[]) => {
      const state = foldConcern(reported(begun, ...facts));
      return state && mayBeRemoved(state);
    };
    expect(may(wrote('said', 'Han'))).toBe(true);
    expect(may(wrote('said', 'Han'), handed)).toBe(false);
    // Also when something was added since: what was handed over is acted on.
    expect(may(handed, wrote('said', 'Han'))).toBe(false);
    expect(may(removed)).toBe(false);
  });

  it('is a beginning no more when it was erased and nobody says that it was removed', () => {
    const [first, ...rest] = written;
    expect(foldConcern(first ? [{ ...first, body: null }, ...rest] : [])).toBeUndefined();
  });
});

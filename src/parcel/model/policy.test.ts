import { describe, expect, it } from 'vitest';
import { fixedDeps } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { stamp, type JournalEvent, type NewEvent } from '../../journal/model/event.ts';
import {
  INTERVIEW_POLICY,
  PARTING,
  partingCheck,
  REFLECTION_POLICY,
  withRetraction,
  type PartingPolicy,
} from './policy.ts';
import type { FieldPolicy } from './rights.ts';

/** A small example of a room's facts. */
type Example =
  | {
      type: 'Said';
      data: { words: string; place: { section: string; at: number }; tags: string[] };
    }
  | { type: 'Left'; data: { why: string | null } }
  | { type: 'Marked'; data: { at: { line: number } | { page: string } } };

const example = {
  Said: { words: 'parcel', place: { section: 'report', at: 'tablet' }, tags: 'report' },
  Left: { why: 'parcel' },
  Marked: { at: { line: 'parcel', page: 'parcel' } },
} as const satisfies FieldPolicy<Example>;

/* What does not compile is the point of the table; tsc fails here when one of these ever does. */

export const missingEvent = {
  Said: example.Said,
  // @ts-expect-error an event type without rows
} satisfies FieldPolicy<Example>;

export const missingField = {
  ...example,
  // @ts-expect-error a field without a row
  Said: { words: 'parcel', place: { section: 'report', at: 'tablet' } },
} as const satisfies FieldPolicy<Example>;

export const missingNested = {
  ...example,
  // @ts-expect-error a field of a nested record without a row
  Said: { ...example.Said, place: { section: 'report' } },
} as const satisfies FieldPolicy<Example>;

export const missingInOneForm = {
  ...example,
  // @ts-expect-error a field that only one form of the record has
  Marked: { at: { line: 'parcel' } },
} as const satisfies FieldPolicy<Example>;

export const unknownRight = {
  ...example,
  // @ts-expect-error not a right
  Left: { why: 'everywhere' },
} as const satisfies FieldPolicy<Example>;

export const privateInParcel = {
  ...PARTING,
  // @ts-expect-error a reflection stays on the tablet: no kind of parcel takes its table
  interview: REFLECTION_POLICY,
} as const satisfies PartingPolicy;

const writer = { author: MemberId.parse('aa'.repeat(16)), device: DeviceId.parse('bb'.repeat(16)) };
const stream = StreamId.parse('cc'.repeat(16));
const events = (...facts: readonly Omit<NewEvent, 'version'>[]): JournalEvent[] =>
  stamp(
    facts.map((fact) => ({ ...fact, version: 1 })),
    stream,
    [],
    writer,
    fixedDeps(),
  );

const answer = {
  type: 'AnswerWritten',
  data: { question: 'q1', answer: { text: 'hemligt', verbatim: [], value: null } },
};

describe('what may leave', () => {
  it('lets an interview go as a whole, with its retractions', () => {
    const facts = events(
      answer,
      { type: 'InterviewPaused', data: {} },
      { type: 'Retracted', data: { events: [] } },
    );
    expect(() => partingCheck(facts, PARTING.interview)).not.toThrow();
    expect(() => partingCheck(facts, withRetraction(INTERVIEW_POLICY))).not.toThrow();
  });

  it('refuses what is bound to the tablet, at any depth', () => {
    const said = { words: 'hemligt', tags: [] };
    const here = events({ type: 'Said', data: { ...said, place: { section: 's', at: 1 } } });
    expect(() => partingCheck(here, example)).toThrow('Said.place.at stays on the tablet');
    const there = events({ type: 'Said', data: { ...said, place: { section: 's' } } });
    expect(() => partingCheck(there, example)).not.toThrow();
    const private_ = events({
      type: 'ReflectionWritten',
      data: { interview: 'x', field: 'y', value: 'z' },
    });
    expect(() => partingCheck(private_, REFLECTION_POLICY)).toThrow('stays on the tablet');
  });

  it('refuses a field or an event without a row, whatever it is called', () => {
    const extra = { ...answer.data, note: 'hemligt' };
    expect(() => partingCheck(events({ ...answer, data: extra }), PARTING.interview)).toThrow(
      'without a row',
    );
    const nested = { ...answer.data, answer: { ...answer.data.answer, voice: 'hemligt' } };
    expect(() => partingCheck(events({ ...answer, data: nested }), PARTING.interview)).toThrow(
      'without a row',
    );
    for (const type of ['Other', 'toString', 'constructor']) {
      expect(() => partingCheck(events({ type, data: {} }), PARTING.interview)).toThrow(
        'may not leave',
      );
    }
    const inherited = events({ ...answer, data: { ...answer.data, toString: 'hemligt' } });
    expect(() => partingCheck(inherited, PARTING.interview)).toThrow('without a row');
    expect(() => partingCheck(events({ ...answer, data: 'hemligt' }), PARTING.interview)).toThrow(
      'not a record',
    );
  });

  it('lets a safety flag carry no word of the interview', () => {
    expect(() => partingCheck(events(answer), PARTING.safety)).toThrow(
      'AnswerWritten may not leave',
    );
    const flag = events({ type: 'SafetyFlagged', data: { card: 'c', question: null, note: 'n' } });
    expect(() => partingCheck(flag, PARTING.safety)).not.toThrow();
  });

  it('says nothing of what was written in what it throws', () => {
    const bad = events({ type: 'AnswerWritten', data: { hemligt: 'hemligt', answer: 'hemligt' } });
    let said = '';
    try {
      partingCheck(bad, PARTING.interview);
    } catch (error) {
      said = String(error);
    }
    expect(said).toContain('AnswerWritten');
    expect(said).not.toContain('hemligt');
  });

  it('lets the place of a retracted event go, whose words are gone', () => {
    const gone = events(answer).map((event) => ({ ...event, body: null }));
    expect(() => partingCheck(gone, PARTING.interview)).not.toThrow();
  });
});

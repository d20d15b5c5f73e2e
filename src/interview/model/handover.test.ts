import { describe, expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { EventId, MemberId } from '../../base/ids.ts';
import { RETRACTED, stamp } from '../../journal/model/event.ts';
import { agreed, folded, IDA, INTERVIEW, q, started, written, wrote } from '../fixture.ts';
import { continuedStreamOf } from './continued.ts';
import { continuedFacts } from './handover.ts';

const goOn = (events = written([started(), agreed(), wrote('s2q1', 'Vi fick välja rum.')])) =>
  continuedFacts(events) ?? [];

describe('what the next interviewer goes on with', () => {
  it('is what was said so far, paused', () => {
    const state = folded(written(goOn()));
    expect(state.status).toBe('paused');
    expect(state.questions.get(q('s2q1'))?.answer?.text).toBe('Vi fick välja rum.');
    expect(state.consent?.yes).toEqual(['participate', 'notes']);
  });

  it('never holds words that were taken back', () => {
    const said = written([started(), agreed(), wrote('s2q1', 'Hemligt')]);
    const words = said.find(({ type }) => type === 'AnswerWritten');
    const back = { type: RETRACTED, version: 1, data: { events: [words?.id] } };
    const taken = stamp([back], INTERVIEW, said, IDA, fixedDeps());
    expect(JSON.stringify(goOn([...said, ...taken]))).not.toContain('Hemligt');
  });

  it('leaves behind what belongs to the old tablet', () => {
    const recording = newId(EventId, systemRandom);
    const facts = [
      started(),
      agreed(),
      { type: 'RecordingStarted', version: 1, data: { recording, mime: 'audio/webm' } },
      { type: 'MomentWrittenOut', version: 1, data: { moment: recording, done: true } },
    ];
    expect(goOn(written(facts)).map(({ type }) => type)).toEqual([
      'InterviewStarted',
      'ConsentGiven',
      'InterviewPaused',
    ]);
  });

  it('is nothing of an interview that is finished, or of something else', () => {
    const done = { type: 'InterviewCompleted', version: 1, data: { asked: [], language: 'sv' } };
    expect(continuedFacts(written([started(), done]))).toBeUndefined();
    expect(continuedFacts(written([agreed()]))).toBeUndefined();
  });
});

it('has one place for each interviewer, however often it comes', () => {
  const [nils, sara] = [newId(MemberId, systemRandom), newId(MemberId, systemRandom)];
  expect(continuedStreamOf(INTERVIEW, nils)).toBe(continuedStreamOf(INTERVIEW, nils));
  expect(continuedStreamOf(INTERVIEW, nils)).not.toBe(continuedStreamOf(INTERVIEW, sara));
});

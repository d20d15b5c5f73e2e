import { describe, expect, it } from 'vitest';
import {
  agreed,
  card,
  CORE,
  ended,
  event,
  folded,
  FULL,
  GUIDE,
  IDA,
  memo,
  q,
  started,
  stateAfter,
  talkEnded,
  words,
  written,
  wrote,
} from '../fixture.ts';
import type { InterviewFact } from './event.ts';
import { foldInterview, NO_ANSWER } from './state.ts';

const completed: InterviewFact = {
  type: 'InterviewCompleted',
  version: 1,
  data: { asked: [{ question: q('s1q1'), text: { sv: 'Hur känns det?' } }], language: 'sv' },
};
const flag: InterviewFact = {
  type: 'SafetyFlagged',
  version: 1,
  data: { card: card('childAtRisk'), question: q('s4q3'), note: 'Ett syskon bor kvar.' },
};

describe('what each event makes of an interview', () => {
  it('is nothing without a beginning', () => {
    expect(foldInterview([])).toBeUndefined();
    expect(foldInterview(written([wrote('s1q1', 'Ord')]))).toBeUndefined();
    const begun = written([started()]);
    expect(foldInterview(begun.map((each) => ({ ...each, body: null })))).toBeUndefined();
  });

  it('begins talking, with nothing said', () => {
    const state = stateAfter(started(CORE));
    expect(state).toMatchObject({
      status: 'talking',
      interviewer: IDA.author,
      code: 'K-017',
      guide: { id: GUIDE.id, version: GUIDE.version },
      track: 'core',
      endedAt: null,
      completedAt: null,
      stopped: null,
      consent: null,
      revision: 0,
      unknown: 0,
      runningSince: state.startedAt,
    });
    expect(state.questions.size + state.memo.size + state.flags.length).toBe(0);
  });

  it('a second beginning changes nothing', () => {
    expect(stateAfter(started(FULL), started(CORE)).track).toBe('full');
  });

  it('changes track', () => {
    const change: InterviewFact = { type: 'TrackChanged', version: 1, data: { track: CORE } };
    expect(stateAfter(started(FULL), change).track).toBe('core');
  });

  it('asks, and keeps the newest answer with its event', () => {
    const asked: InterviewFact = {
      type: 'QuestionAsked',
      version: 1,
      data: { question: q('s1q1') },
    };
    expect(stateAfter(started(), asked).questions.get(q('s1q1'))).toEqual({
      ...NO_ANSWER,
      asked: true,
    });
    const events = written([started(), wrote('s1q1', 'Först'), wrote('s1q1', 'Sedan')]);
    expect(folded(events).questions.get(q('s1q1'))).toEqual({
      answer: words('Sedan'),
      outcome: null,
      event: events.at(-1)?.id,
      asked: true,
      takenBack: false,
    });
  });

  it('keeps the last outcome only', () => {
    const state = stateAfter(started(), ended('s1q1', 'declined'), ended('s1q1', 'partly'));
    expect(state.questions.get(q('s1q1'))?.outcome).toBe('partly');
  });

  it('marks what was taken back until something new is written', () => {
    const taken: InterviewFact = {
      type: 'AnswerTakenBack',
      version: 1,
      data: { question: q('s1q1') },
    };
    const facts = [started(), wrote('s1q1', 'Ord'), ended('s1q1', 'answered'), taken];
    expect(stateAfter(...facts).questions.get(q('s1q1'))).toEqual({
      answer: null,
      outcome: 'answered',
      event: null,
      asked: true,
      takenBack: true,
    });
    const again = stateAfter(...facts, wrote('s1q1', 'Nytt')).questions.get(q('s1q1'));
    expect(again).toMatchObject({ answer: words('Nytt'), takenBack: false });
  });

  it('notes consent with its time, and the last word counts', () => {
    const events = written([started(), agreed(), agreed(['participate'], false)]);
    expect(folded(events).consent).toEqual({
      textVersion: GUIDE.consent.version,
      yes: ['participate'],
      saidBack: false,
      at: events.at(-1)?.at,
    });
  });

  it('keeps every safety flag, and opening a card leaves no trace in the state', () => {
    const opened: InterviewFact = {
      type: 'CardOpened',
      version: 1,
      data: { card: card('distress'), question: null },
    };
    const events = written([started(), opened, flag, flag]);
    const state = folded(events);
    expect(state.flags).toHaveLength(2);
    expect(state.flags[0]).toEqual({
      event: events[2]?.id,
      card: 'childAtRisk',
      question: 's4q3',
      note: 'Ett syskon bor kvar.',
      at: events[2]?.at,
    });
    expect(folded(written([started(), opened])).questions.size).toBe(0);
  });

  it('stops, ends, takes the memo, completes, and opens again after a return', () => {
    const stop: InterviewFact = { type: 'InterviewStopped', version: 1, data: { keep: 'parts' } };
    expect(stateAfter(started(), stop)).toMatchObject({ stopped: 'parts', status: 'talking' });
    const events = written([started(), stop, talkEnded, memo('keyMessages', ['Ett', 'Två'])]);
    const writing = folded(events);
    expect(writing).toMatchObject({
      status: 'writing',
      endedAt: events[2]?.at,
      runningSince: null,
    });
    expect(writing.memo.get('keyMessages')).toEqual(['Ett', 'Två']);
    const done = written([completed], events);
    expect(folded(done)).toMatchObject({
      status: 'completed',
      revision: 1,
      completedAt: done.at(-1)?.at,
      asked: [{ question: 's1q1', text: { sv: 'Hur känns det?' } }],
    });
    const back: InterviewFact = {
      type: 'InterviewReopened',
      version: 1,
      data: { review: event('9') },
    };
    const again = written([back], done);
    expect(folded(again).status).toBe('reopened');
    expect(folded(written([completed], again))).toMatchObject({ status: 'completed', revision: 2 });
  });

  it('counts what a later version wrote, and drops nothing else', () => {
    const later = { type: 'SomethingLater', version: 1, data: { a: 1 } };
    const laterVersion = { ...wrote('s1q1', 'Ord'), version: 2 };
    const broken = {
      type: 'QuestionEnded',
      version: 1,
      data: { question: 's1q1', outcome: 'maybe' },
    };
    const state = stateAfter(started(), later, wrote('s1q2', 'Kvar'), laterVersion, broken);
    expect(state.unknown).toBe(3);
    expect([...state.questions.keys()]).toEqual(['s1q2']);
  });
});

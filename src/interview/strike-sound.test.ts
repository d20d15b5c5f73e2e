import { expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import { ok } from '../base/result.ts';
import { merge } from '../journal/model/merge.ts';
import type { NewEvent } from '../journal/model/event.ts';
import {
  INTERVIEW,
  memoryJournal,
  moodyJournal,
  must,
  openSession,
  q,
  started,
  wrote,
} from './fixture.ts';
import { foldClosing } from './model/closing.ts';
import { momentsOf } from './model/moments.ts';
import { foldTimeline } from './model/timeline.ts';
import { writtenDuring } from './model/written-then.ts';
import { typeOwnWords } from './read-back.ts';
import { settleAnswers } from './settle-answers.ts';
import { fakeSound } from './sound-fixture.ts';
import { strikeSound } from './strike-sound.ts';
import { findAlong, goingOf } from './taken-along.ts';
import { tellsOf } from './timeline-fixture.ts';
import { TranscriptSession } from './transcript-session.ts';
import type { Journal } from '../journal/model/port.ts';

const RECORDING = StreamId.parse('c'.repeat(32));
const fact = (type: string, data: object): NewEvent => ({ type, version: 1, data });
const deps = fixedDeps();

/** Everything that is written in a talk holds the secret, and all of it in the only minute of sound. */
const told = [
  started(),
  fact('RecordingStarted', { recording: RECORDING, mime: 'audio/webm' }),
  wrote('s2q1', 'HEMLIGT svar'),
  fact('OwnWordsWritten', { question: q('s2q2'), text: 'HEMLIGT eget' }),
  tellsOf('1', { words: 'HEMLIGT hem' }),
  fact('MomentMarked', { question: q('s2q3') }),
  fact('TonightPlanned', { plan: 'HEMLIGT i kväll' }),
  fact('CardNoted', { card: 'childAtRisk', question: null, verbatim: true, text: 'HEMLIGT sagt' }),
  fact('SafetyFlagged', { card: 'childAtRisk', question: null, note: 'HEMLIGT larm' }),
  fact('RecordingEnded', { recording: RECORDING, ms: 600_000 }),
];

async function talk(journal: Journal = memoryJournal()) {
  const session = await openSession(told, journal);
  // A field that was not left: it is in no event yet.
  typeOwnWords(session, q('s2q4'), 'HEMLIGT halvt');
  const begun = await TranscriptSession.begin({ journal, deps }, INTERVIEW, 'sv');
  const transcript = must(begun);
  must(
    await transcript.importAll([
      { from: 1000, to: 2000, text: 'HEMLIGT i ljudet', remark: '', speaker: 'participant' },
      { from: 700_000, to: 701_000, text: 'Mycket senare', remark: '', speaker: 'participant' },
    ]),
  );
  const calls: unknown[] = [];
  const sound = fakeSound({
    strike: async (...args) => {
      calls.push(args);
      return ok('both');
    },
  });
  /** What stands in the dialog when it is all chosen. */
  const chosen = async () => {
    must(await settleAnswers(session));
    const written = writtenDuring(session.events(), RECORDING, 0, 600_000);
    const stretch = { from: 0, to: 600_000 };
    const along = await findAlong({ journal, deps }, session, { questions: [], stretch });
    return { written, along, segments: goingOf(along) };
  };
  const strike = (all: Awaited<ReturnType<typeof chosen>>) =>
    strikeSound(session, sound, {
      recording: RECORDING,
      from: 0,
      to: 600_000,
      reason: 'participant',
      ...all,
    });
  return { session, journal, transcript, calls, chosen, strike };
}

it('takes all that was written then with it, in storage and in every copy that comes back', async () => {
  const { session, journal, transcript, calls, chosen, strike } = await talk();
  const older = [session.events(), transcript.events()];
  must(await strike(await chosen()));
  const kept = await Promise.all([INTERVIEW, transcript.stream].map((each) => journal.open(each)));
  const merged = kept.map((each, i) => merge(each?.events ?? [], older[i] ?? []));
  expect(JSON.stringify([kept, merged])).not.toContain('HEMLIGT');
  expect(JSON.stringify(kept)).toContain('Mycket senare');
  expect(calls).toEqual([[RECORDING, 0, 600_000]]);
  const events = session.events();
  expect(foldTimeline(events)).toEqual([]);
  expect(momentsOf(events)).toEqual([]);
  expect(foldClosing(events).tonight).toBe('');
  expect(events.at(-1)).toMatchObject({
    type: 'SoundStruck',
    body: { data: { from: 0, to: 600_000, reason: 'participant' } },
  });
  // Somebody must still look at what the flag was about.
  const { state } = session.snapshot();
  expect(state.flags).toMatchObject([{ card: 'childAtRisk', note: '' }]);
  expect(state.questions.get(q('s2q1'))?.takenBack).toBe(true);
});

it('leaves the sound, and says so, when the words could not be erased', async () => {
  const moody = moodyJournal();
  const { calls, chosen, strike } = await talk(moody.journal);
  const all = await chosen();
  moody.refuse({ type: 'diskFull' });
  expect(await strike(all)).toEqual({ ok: false, error: { type: 'diskFull' } });
  expect(calls).toEqual([]);
});

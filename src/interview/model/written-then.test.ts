import { expect, it } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import { q, started, written, writtenAt, wrote } from '../fixture.ts';
import { placementId, tellsOf } from '../timeline-fixture.ts';
import { eventsToErase, flagsWithoutWords, goesAtOnce, writtenDuring } from './written-then.ts';

/* What was written while a stretch of sound was recorded. */

const RECORDING = StreamId.parse('c'.repeat(32));
const MINUTE = 60_000;
const at = (minutes: number): number => 1_800_000_000_000 + minutes * MINUTE;
const fact = (type: string, data: object): NewEvent => ({ type, version: 1, data });
const recording = fact('RecordingStarted', { recording: RECORDING, mime: 'audio/webm' });
const marked = fact('SoundMarked', { recording: RECORDING, at: 0, question: null });
const ended = fact('RecordingEnded', { recording: RECORDING, ms: 10 * MINUTE });
const own = (question: string, text: string) =>
  fact('OwnWordsWritten', { question: q(question), text });
const noted = (question: string | null, verbatim: boolean) =>
  fact('CardNoted', { card: 'childAtRisk', question, verbatim, text: 'Ord' });
const flagged = (note: string) =>
  fact('SafetyFlagged', { card: 'childAtRisk', question: null, note });
const during = (
  events: ReturnType<typeof writtenAt>,
  from: number,
  to: number,
  recorded = RECORDING,
) => writtenDuring(events, recorded, from * MINUTE, to * MINUTE);

/** Five minutes of sound, a pause of ten, and five more; an answer is left every two or three minutes. */
const talk = writtenAt([
  [at(0), started()],
  [at(1), wrote('s2q1', 'Innan')],
  [at(2), recording],
  [at(2), marked],
  [at(4), wrote('s2q2', 'I början')],
  [at(6), wrote('s2q3', 'Mitt i')],
  [
    at(17),
    fact('SoundMissing', {
      recording: RECORDING,
      from: 5 * MINUTE,
      to: 5 * MINUTE,
      why: 'paused',
      lasted: 10 * MINUTE,
    }),
  ],
  [at(19), wrote('s2q4', 'Efter pausen')],
  [at(21), wrote('s2q5', 'Sist')],
  [at(22), ended],
]);
const answers = (from: number, to: number) =>
  during(talk, from, to).map((each) => (each.kind === 'answer' ? each.question : each.kind));

it('is what settled in it, and what may have been typed in it and settled after', () => {
  expect(answers(1, 3)).toEqual(['s2q2', 's2q3']);
  // A pause takes no place: the sixth minute of sound is after it.
  expect(answers(6, 8)).toEqual(['s2q4', 's2q5']);
  expect(answers(8, 10)).toEqual(['s2q5']);
  expect(answers(0, 10)).toEqual(['s2q2', 's2q3', 's2q4', 's2q5']);
});

it('is not found by a gap that was written down when the recording had ended', () => {
  const late = fact('SoundMissing', {
    recording: RECORDING,
    from: 2 * MINUTE,
    to: 2 * MINUTE,
    why: 'silentMicrophone',
  });
  const later = writtenAt([
    [at(0), started()],
    [at(2), recording],
    [at(2), marked],
    [at(3), wrote('s2q2', 'I början')],
    [at(13), wrote('s2q3', 'Sist')],
    [at(30), ended],
    [at(30), late],
    [at(31), wrote('s2q1', 'Långt efter')],
  ]);
  const found = during(later, 2, 5);
  expect(found).toMatchObject([{ question: 's2q3' }]);
});

it('is never what was written before the sound began, or beside another recording', () => {
  expect(answers(0, 1)).toEqual(['s2q2']);
  expect(during(talk, 0, 1, StreamId.parse('d'.repeat(32)))).toEqual([]);
});

const rich = writtenAt([
  [at(0), started()],
  [at(1), tellsOf('1', { words: 'Innan' })],
  [at(2), recording],
  [at(2), marked],
  [at(3), wrote('s2q1', 'Svar')],
  [at(3), own('s2q1', 'Mina ord om svaret')],
  [at(3), noted('s2q1', true)],
  [at(4), own('s2q2', 'Mina ord')],
  [at(4), tellsOf('2', { words: 'Då' })],
  [at(4), fact('MomentMarked', { question: q('s2q3') })],
  [at(4), fact('TonightPlanned', { plan: 'Ringer mormor' })],
  [at(4), noted(null, false)],
  [at(4), flagged('Hon är rädd')],
  [at(4), flagged('')],
  [at(6), fact('MomentMarked', { question: q('s2q4') })],
  [at(12), ended],
]);

it('is every kind of it: own words, placements, marked moments, the plan, notes and flags', () => {
  const found = during(rich, 1, 3);
  expect(found.map(({ kind }) => kind)).toEqual([
    'answer',
    'ownWords',
    'placement',
    'moments',
    'tonight',
    'note',
    'flag',
  ]);
  expect(found).toMatchObject([
    { question: 's2q1' },
    { question: 's2q2' },
    { placement: { placement: placementId('2'), words: 'Då' } },
    // A tap is made when it is made: the one after the stretch has nothing to do with it.
    { events: [rich.find(({ type }) => type === 'MomentMarked')?.id] },
    {},
    { verbatim: false },
    { card: 'childAtRisk' },
  ]);
});

it('lets what was done about a danger stay, unless somebody chooses it', () => {
  const staying = during(rich, 1, 3).filter((each) => !goesAtOnce(each));
  expect(staying.map(({ kind }) => kind)).toEqual(['note', 'flag']);
  const spoken = writtenAt([
    [at(2), recording],
    [at(3), noted(null, true)],
  ]);
  expect(during(spoken, 0, 3).map(goesAtOnce)).toEqual([true]);
});

it('is erased in every version where it is written over, and a flag stays one without its words', () => {
  const events = written([fact('TonightPlanned', { plan: 'Mer' }), own('s2q2', 'Äldre')], rich);
  const found = during(events, 1, 3);
  const erased = new Set(eventsToErase(events, found));
  const left = events.filter(({ id }) => !erased.has(id)).map(({ type }) => type);
  expect(left).not.toContain('TonightPlanned');
  expect(left.filter((type) => type === 'OwnWordsWritten')).toHaveLength(1);
  expect(left.filter((type) => type === 'MomentMarked')).toHaveLength(1);
  expect(flagsWithoutWords(events, found)).toEqual([flagged('')]);
  expect(flagsWithoutWords(events, [])).toEqual([]);
});

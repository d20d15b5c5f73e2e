import { expect, it } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import { q, started, written, wrote } from '../fixture.ts';
import { said, seg, stateOf, transcribed } from '../transcript-fixture.ts';
import { askedDuring, olderWith, saidAgainIn, writtenTo } from './said-again.ts';

/* Where the transcript says what is taken back from the notes. */

const RECORDING = StreamId.parse('9'.repeat(32));
const recorded = (recording = RECORDING): NewEvent => ({
  type: 'RecordingStarted',
  version: 1,
  data: { recording, mime: 'audio/webm' },
});
const marked = (at: number, question: string | null): NewEvent => ({
  type: 'SoundMarked',
  version: 1,
  data: { recording: RECORDING, at, question },
});
const found = (
  segments: Parameters<typeof transcribed>[0],
  taken: Partial<Parameters<typeof saidAgainIn>[1]>,
) =>
  saidAgainIn(stateOf(transcribed(segments)), {
    words: [],
    stretches: [],
    whole: true,
    ...taken,
  }).map(({ segment, goes }) => [segment.segment, goes]);

it('knows all that was written to a question, in every version, and the person’s own words', () => {
  const events = written([
    started(),
    wrote('s2q1', 'Först'),
    wrote('s2q1', 'Sedan'),
    wrote('s2q2', 'Annat'),
    { type: 'OwnWordsWritten', version: 1, data: { question: q('s2q1'), text: 'Mina' } },
  ]);
  expect(writtenTo(events, [q('s2q1')])).toEqual(['Först', 'Sedan', 'Mina']);
});

it('knows when a question was talked about, each time it was', () => {
  const events = written([
    started(),
    recorded(),
    marked(0, 's2q1'),
    marked(4000, null),
    marked(9000, 's2q2'),
    marked(20_000, 's2q1'),
  ]);
  expect(askedDuring(events, [q('s2q1')])).toEqual([
    { from: 0, to: 9000 },
    { from: 20_000, to: Number.POSITIVE_INFINITY },
  ]);
  expect(askedDuring(events, [q('s2q3')])).toEqual([]);
  // A segment names no recording: in which of two it was said only a person can tell.
  const another = written([recorded(StreamId.parse('8'.repeat(32)))], events);
  expect(askedDuring(another, [q('s2q1')])).toEqual([]);
});

it('finds a sentence whatever its capitals, signs and line breaks', () => {
  const segments = [
    said(1, 'Hur var det?'),
    said(2, 'Ja,  KALLE slog mig en gång\ni köket!'),
    said(3, 'Fint annars.', { remark: 'Kalle slog mig en gång i köket, sade hon tyst.' }),
  ];
  const words = ['Det var fint. ‹Kalle› slog mig en gång i köket. Sedan åt vi.'];
  expect(found(segments, { words })).toEqual([
    [seg(2), true],
    [seg(3), true],
  ]);
});

it('offers a short answer that stands in many places, and chooses it not', () => {
  const segments = [said(1, 'Jag vet inte.'), said(2, 'Ja.'), said(3, 'Jag vet. Inte du?')];
  expect(found(segments, { words: ['Jag vet inte.'] })).toEqual([
    [seg(1), false],
    [seg(3), false],
  ]);
  expect(found(segments, { words: ['Ja.'] })).toEqual([]);
});

it('chooses what was said meanwhile when the whole answer goes, and only offers it for a passage', () => {
  const segments = [
    said(1, 'Innan', { from: 0, to: 1000 }),
    said(2, 'Då', { from: 1000, to: 2000 }),
    said(3, 'Också då', { from: 2500 }),
    said(4, 'Sedan', { from: 3000, to: 4000 }),
    said(5, 'Vem vet när'),
  ];
  const stretches = [{ from: 1000, to: 3000 }];
  expect(found(segments, { stretches })).toEqual([
    [seg(2), true],
    [seg(3), true],
  ]);
  expect(found(segments, { stretches, whole: false })).toEqual([
    [seg(2), false],
    [seg(3), false],
  ]);
});

it('finds the words in older versions, which nobody sees and nobody is asked about', () => {
  const secret = 'Kalle slog mig en gång i köket.';
  const state = stateOf(
    transcribed([said(1, `Hej. ${secret}`), said(1, 'Hej.'), said(2, secret), said(3, 'Annat')]),
  );
  const [first] = state.segments;
  expect(olderWith(state, [secret])).toEqual([first?.versions[0]?.event]);
  expect(olderWith(state, ['Hej.'])).toEqual([]);
});

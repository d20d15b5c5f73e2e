/*
 * How the golden streams and parcels of reports, transcripts and recordings were made:
 * `node tests/golden/kinds-v1/make.ts`, once, on the day these kinds were settled. They are never made again: what a
 * tablet kept and an office sealed then must read the same for ever. A new version of an event, or a new event, gets a
 * folder of its own beside this one. The office, the people, their words and the keys are invented.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { concernPart } from '../../../src/app/worker/contents-cards.ts';
import { partsOfSound } from '../../../src/app/worker/contents-sound.ts';
import { transcriptPart } from '../../../src/app/worker/contents-transcript.ts';
import { fromUtf8, sha256 } from '../../../src/base/bytes.ts';
import { fixedDeps } from '../../../src/base/deps.ts';
import { StreamId } from '../../../src/base/ids.ts';
import { allOf, foldConcern, type ConcernFact } from '../../../src/interview/model/concern.ts';
import { placesAfter } from '../../../src/interview/model/segment-place.ts';
import { summariseRecording, type RecordingFact } from '../../../src/interview/model/sound.ts';
import { takingBackSegments } from '../../../src/interview/model/transcript-acts.ts';
import {
  SegmentId,
  type SegmentData,
  type TranscriptFact,
} from '../../../src/interview/model/transcript.ts';
import { foldTranscript } from '../../../src/interview/model/transcript-state.ts';
import { secondOf, SOUND_HEAD } from '../../../src/interview/sound-fixture.ts';
import {
  RETRACTED,
  stamp,
  type JournalEvent,
  type NewEvent,
} from '../../../src/journal/model/event.ts';
import { merge, retractedIds } from '../../../src/journal/model/merge.ts';
import { openMemoryJournal } from '../../../src/journal/memory.ts';
import { toFile } from '../../../src/parcel/file.ts';
import { must, testDeps, testOffice } from '../../../src/parcel/fixture.ts';
import { packParcel } from '../../../src/parcel/pack.ts';
import type { PlainPart } from '../../../src/parcel/model/port.ts';
import { memorySound } from '../../setup/memory-sound.ts';

const file = (name: string) => new URL(name, import.meta.url);
if (existsSync(file('streams.json'))) throw new Error('Golden streams are never made twice.');

const deps = fixedDeps();
const office = await testOffice('x25519');
const writer = { author: office.sender.member, device: office.sender.device };
const INTERVIEW = StreamId.parse('a'.repeat(32));
const streamOf = (sign: string): StreamId => StreamId.parse(sign.repeat(32));

/** Events of one stream, each a minute after the one before. */
function keep(stream: StreamId, known: JournalEvent[], facts: readonly NewEvent[]): JournalEvent[] {
  let all = known;
  for (const fact of facts) {
    deps.clock.advance(60_000);
    all = merge(all, stamp([fact], stream, all, writer, deps));
  }
  return all;
}

const report: ConcernFact[] = [
  {
    type: 'ConcernBegun',
    version: 1,
    data: { kind: 'concern', interview: INTERVIEW, code: 'K-017' },
  },
  {
    type: 'ConcernWritten',
    version: 1,
    data: { field: 'said', text: '14.20 ”Nu bor Elias där.”' },
  },
  { type: 'ConcernWritten', version: 1, data: { field: 'child', text: 'Elias, omkring åtta år.' } },
  { type: 'ConcernWritten', version: 1, data: { field: 'place', text: 'I hemmet.' } },
  { type: 'ConcernWritten', version: 1, data: { field: 'told', text: 'Arbetsledaren 14.35.' } },
  { type: 'ConcernWritten', version: 1, data: { field: 'observed', text: 'Hon skakade.' } },
  {
    type: 'ConcernHandedOver',
    version: 1,
    data: { to: 'Mottagningen', way: 'telefon', when: '14.40' },
  },
  { type: 'ConcernWritten', version: 1, data: { field: 'place', text: 'I skolan.' } },
];
const concern = keep(streamOf('c'), [], report);

const begun: ConcernFact = {
  type: 'ConcernBegun',
  version: 1,
  data: { kind: 'misconduct', interview: INTERVIEW, code: 'K-017' },
};
const slip = keep(
  streamOf('d'),
  [],
  [begun, { type: 'ConcernWritten', version: 1, data: { field: 'said', text: 'Fel knapp.' } }],
);
const removed = keep(streamOf('d'), slip, [
  { type: RETRACTED, version: 1, data: { events: allOf(slip) } },
  { type: 'ConcernRemoved', version: 1, data: { kind: 'misconduct' } },
]);

const places = placesAfter(null, 4);
const segment = (number: number): SegmentId => SegmentId.parse(`${number}`.repeat(32));
const said = (number: number, text: string, rest: Partial<SegmentData> = {}): TranscriptFact => ({
  type: 'SegmentWritten',
  version: 1,
  data: {
    segment: segment(number),
    place: places[number - 1] ?? 'z00000',
    speaker: number % 2 === 1 ? 'interviewer' : 'participant',
    from: null,
    to: null,
    clock: null,
    text,
    remark: '',
    source: 'typed',
    cutFrom: null,
    ...rest,
  },
});
const TRANSCRIPT = streamOf('e');
let transcript = keep(
  TRANSCRIPT,
  [],
  [
    { type: 'TranscriptBegun', version: 1, data: { interview: INTERVIEW, language: 'sv' } },
    said(1, 'Hur var det då?', { clock: '14:05' }),
    said(2, 'Vi målade staketet', { source: 'imported', from: 2000, to: 4500, remark: 'ler' }),
    said(3, 'Det här togs tillbaka.'),
    said(4, 'En dubblett'),
  ],
);
const second = transcript[2];
if (!second) throw new Error('too few events');
transcript = keep(TRANSCRIPT, transcript, [
  { type: 'SegmentChecked', version: 1, data: { segment: segment(2), written: second.id } },
  { type: 'SegmentRemoved', version: 1, data: { segment: segment(4) } },
  said(1, 'Hur var det då, där?', { clock: '14:05' }),
]);
const known = foldTranscript(transcript);
if (!known) throw new Error('no transcript');
transcript = keep(TRANSCRIPT, transcript, takingBackSegments(known, transcript, [segment(3)]));

const RECORDING = streamOf('f');
const kept: RecordingFact[] = [
  { type: 'SoundKept', version: 1, data: { interview: INTERVIEW, mime: 'audio/webm;codecs=opus' } },
  { type: 'SoundCut', version: 1, data: { from: 1000, to: 2000 } },
];
const sound = keep(RECORDING, [], kept);
const store = memorySound();
await store.begin(RECORDING, INTERVIEW);
await store.append(RECORDING, { n: 0, from: 0, to: 0, bytes: SOUND_HEAD });
for (let n = 1; n <= 4; n += 1) await store.append(RECORDING, secondOf(n));
await store.strike(RECORDING, 1000, 2000);

const write = (name: string, value: unknown) =>
  writeFile(
    file(name),
    `${JSON.stringify(value, (_key, member: unknown) => (member instanceof Map ? [...member] : member), 2)}\n`,
  );
await write('streams.json', { concern, removed, transcript, sound });
await write('states.json', {
  concern: foldConcern(concern),
  removed: foldConcern(removed),
  transcript: foldTranscript(transcript),
  sound: summariseRecording(sound),
});

const journal = openMemoryJournal(writer, deps);
await journal.append(
  INTERVIEW,
  'interview',
  [
    {
      type: 'InterviewStarted',
      version: 1,
      data: { code: 'K-017', guide: { id: 'default-guide', version: '1.0.0' }, track: 'full' },
    },
  ],
  null,
);
const soundParts: PlainPart[] = [];
for await (const part of partsOfSound(store, RECORDING)) soundParts.push(part);

const parcels = [
  { name: 'concern', kind: 'concern', events: concern, parts: concernPart(concern) },
  { name: 'removed', kind: 'concern', events: removed, parts: concernPart(removed) },
  {
    name: 'transcript',
    kind: 'transcript',
    events: transcript,
    parts: await transcriptPart(journal, transcript),
  },
  { name: 'sound', kind: 'sound', events: sound, parts: soundParts },
] as const;
const expected: Record<string, unknown> = {};
for (const { name, kind, events, parts } of parcels) {
  const stream = events[0]?.stream ?? INTERVIEW;
  const tombstones = [...retractedIds(events)];
  const input = office.input({ kind, stream, events, parts, tombstones });
  const packed = must(await packParcel(input, office.signer, testDeps()));
  await writeFile(file(`${name}.aterblick`), toFile(packed));
  expected[name] = {
    manifestHash: packed.manifestHash,
    texts: Object.fromEntries(
      parts
        .filter(({ path }) => path.endsWith('.md'))
        .map(({ path, bytes }) => [path, fromUtf8(bytes)]),
    ),
    sound: Object.fromEntries(
      parts
        .filter(({ path }) => path.endsWith('.webm'))
        .map(({ path, bytes }) => [path, sha256(bytes)]),
    ),
  };
}
await write('parcels.json', {
  identity: office.recovery.x25519.identity,
  office: office.office,
  signKey: office.signer.key,
  parcels: expected,
});

/*
 * How the golden streams and parcels of training were made: `node tests/golden/training-v1/make.ts`, once, on the day
 * these kinds were settled. They are never made again: what a tablet kept and a trainer was sent then must read the
 * same for ever. A practice run has none: it is in memory only. The office, the people and the keys are invented.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { laterDesk } from '../../../src/app/worker/parcel-desk.ts';
import { fixedDeps } from '../../../src/base/deps.ts';
import { MemberId, StreamId } from '../../../src/base/ids.ts';
import { GuideRef } from '../../../src/guide/model/guide.ts';
import { stamp, type JournalEvent, type NewEvent } from '../../../src/journal/model/event.ts';
import { merge } from '../../../src/journal/model/merge.ts';
import { toFile } from '../../../src/parcel/file.ts';
import { must, testDeps, testOffice } from '../../../src/parcel/fixture.ts';
import { classOf } from '../../../src/parcel/model/manifest.ts';
import { caseOf, PlayedRun } from '../../../src/training/fixture.ts';
import { debriefOf, keptOf } from '../../../src/training/model/debrief.ts';
import { foldGroup, type GroupFact } from '../../../src/training/model/group.ts';
import { foldDebrief, type DebriefFact } from '../../../src/training/model/kept-debrief.ts';
import { foldCase, type CaseFact } from '../../../src/training/model/own-case.ts';
import {
  foldProgress,
  surveyStreamOf,
  trainingStreamOf,
  type SurveyFact,
  type TrainingFact,
} from '../../../src/training/model/progress.ts';
import { foldSignoff, signoffStreamOf, type SignoffFact } from '../../../src/training/model/signoff.ts';

const file = (name: string) => new URL(name, import.meta.url);
if (existsSync(file('streams.json'))) throw new Error('Golden streams are never made twice.');

const deps = fixedDeps();
const office = await testOffice('x25519');
const { member } = office.sender;
const writer = { author: member, device: office.sender.device };
const guide = GuideRef.parse({ id: 'default-guide', version: '1.0.0' });
const TRAINEE = MemberId.parse('7'.repeat(32));

/** Events of one stream, each a minute after the one before. */
function keep(stream: StreamId, facts: readonly NewEvent[]): JournalEvent[] {
  let all: JournalEvent[] = [];
  for (const fact of facts) {
    deps.clock.advance(60_000);
    all = merge(all, stamp([fact], stream, all, writer, deps));
  }
  return all;
}

const run = new PlayedRun(caseOf('Lina'));
run.ask('s1q1');
run.say('s1q1', 'Vad hoppas du på?');
run.silence('s1q1');
run.probe('s2q1', 0);
run.fact({ type: 'RunEnded', version: 1, data: {} });
const made = debriefOf(caseOf('Lina'), run.events());
if (!made) throw new Error('no debrief');
const debrief = keptOf(made);

const progress: TrainingFact[] = [
  {
    type: 'ExerciseDone',
    version: 1,
    data: { module: 'm1', exercise: 'm1e1', right: 3, of: 4 },
  },
  {
    type: 'ModuleConfirmed',
    version: 1,
    data: { module: 'm1', how: 'colleague', note: 'Sa det till Olle.' },
  },
  {
    type: 'PracticeFinished',
    version: 1,
    data: { case: 'case3', caseVersion: 1, guide, reached: 4, of: 6, allMet: false },
  },
  { type: 'Shared', version: 1, data: {} },
];
const kept: DebriefFact[] = [
  { type: 'DebriefKept', version: 1, data: { debrief } },
  { type: 'ReflectionAdded', version: 1, data: { question: 1, text: 'Jag väntade inte.' } },
  { type: 'ReflectionAdded', version: 1, data: { question: 1, text: 'Nästa gång väntar jag.' } },
];
const signed: SignoffFact[] = [
  { type: 'SignedOff', version: 1, data: { trainee: TRAINEE, guide, note: '' } },
  { type: 'SignoffTakenBack', version: 1, data: { trainee: TRAINEE, reason: 'Vi övar mer.' } },
  { type: 'SignedOff', version: 1, data: { trainee: TRAINEE, guide, note: 'Nu är du redo.' } },
];
const written: CaseFact[] = [
  { type: 'CaseWritten', version: 1, data: { case: caseOf('Amir') } },
  { type: 'CasePublished', version: 1, data: { version: 1 } },
  { type: 'CaseWithdrawn', version: 1, data: {} },
  { type: 'CasePublished', version: 1, data: { version: 2 } },
];
const named: GroupFact[] = [
  { type: 'GroupNamed', version: 1, data: { name: 'Hösten' } },
  { type: 'MemberAdded', version: 1, data: { member: TRAINEE } },
  { type: 'MemberAdded', version: 1, data: { member } },
  { type: 'MemberRemoved', version: 1, data: { member } },
];
const answered: SurveyFact[] = [
  {
    type: 'SurveyAnswered',
    version: 1,
    data: { when: 'before', answers: [{ id: 'ready', scale: 2 }, { id: 'fear', text: 'Tystnad.' }] },
  },
  { type: 'SurveyAnswered', version: 1, data: { when: 'after', answers: [{ id: 'ready', scale: 4 }] } },
];

const streams = {
  training: keep(trainingStreamOf(member), progress),
  debrief: keep(StreamId.parse('d'.repeat(32)), kept),
  signoff: keep(signoffStreamOf(TRAINEE), signed),
  case: keep(StreamId.parse('c'.repeat(32)), written),
  group: keep(StreamId.parse('9'.repeat(32)), named),
  survey: keep(surveyStreamOf(member), answered),
};
const write = (name: string, value: unknown) =>
  writeFile(
    file(name),
    `${JSON.stringify(value, (_key, each: unknown) => (each instanceof Map ? [...each] : each), 2)}\n`,
  );
await write('streams.json', streams);
await write('states.json', {
  training: foldProgress(streams.training),
  debrief: foldDebrief(streams.debrief),
  signoff: foldSignoff(streams.signoff),
  case: foldCase(streams.case),
  group: foldGroup(streams.group),
});

const { ready, desk } = laterDesk();
await ready();
const manifests: Record<string, string> = {};
for (const [name, kind] of [
  ['training', 'training'],
  ['debrief', 'training'],
  ['signoff', 'signoff'],
  ['case', 'case'],
  ['group', 'group'],
] as const) {
  const events = streams[name];
  const stream = events[0]?.stream;
  if (!stream) throw new Error('an empty stream');
  const input = office.input({ kind, class: classOf(kind), stream, events, parts: [] });
  const packed = must(await desk.pack(input, office.signer, testDeps()));
  await writeFile(file(`${name}.aterblick`), toFile(packed));
  manifests[name] = packed.manifestHash;
}
await write('parcels.json', {
  identity: office.recovery.x25519.identity,
  office: office.office,
  signKey: office.signer.key,
  manifests,
});

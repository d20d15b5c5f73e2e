import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { StreamId } from '../../src/base/ids.ts';
import { GuideRef } from '../../src/guide/model/guide.ts';
import { stamp, type JournalEvent } from '../../src/journal/model/event.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import type { ParcelDesk } from '../../src/parcel/model/port.ts';
import { changeGroup, listGroups, makeGroup } from '../../src/training/groups.ts';
import { caseOf, PlayedRun } from '../../src/training/fixture.ts';
import { keepDebrief as keep } from '../../src/training/keeping.ts';
import { debriefOf } from '../../src/training/model/debrief.ts';
import { foldDebrief, type DebriefFact } from '../../src/training/model/kept-debrief.ts';
import { foldCase, type CaseFact } from '../../src/training/model/own-case.ts';
import {
  foldProgress,
  trainingStreamOf,
  type TrainingFact,
  type TrainingSummary,
} from '../../src/training/model/progress.ts';
import { foldSignoff, signoffStreamOf } from '../../src/training/model/signoff.ts';
import { signOff, takeBackSignoff } from '../../src/training/signing.ts';
import { search } from '../faults/harness/canary.ts';
import { hold, testClock, value, type Person } from '../setup/person.ts';
import { asideAt, desk, fine, peopleAt } from '../setup/trained.ts';

/* What leaves of the training, and to whom, with a real office. */

let folder: string;
let office: RunningOffice;
const clock = testClock();
const { founded, joined } = peopleAt(() => office, clock);
const guide = GuideRef.parse({ id: 'default-guide', version: '1.0.0' });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-training-'));
  office = await startOffice({ data: join(folder, 'data'), port: 0 });
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

const confirmed = (module: string): TrainingFact => ({
  type: 'ModuleConfirmed',
  version: 1,
  data: { module, how: 'colleague', note: '' },
});
const shared: TrainingFact = { type: 'Shared', version: 1, data: {} };

async function train(who: Person, fact: TrainingFact, isShared: boolean): Promise<StreamId> {
  const { journal, member } = who.vault;
  const stream = trainingStreamOf(member);
  const summary: TrainingSummary = { by: member, shared: isShared };
  value(await journal.append(stream, 'training', [fact], summary));
  return stream;
}

const OWN_WORDS = 'blåklintsfältet';

/** Plays a little of Lina's case in memory and keeps what it comes to. */
async function keepDebrief({ vault }: Person, reflection = 'Jag väntade inte.'): Promise<StreamId> {
  const run = new PlayedRun(caseOf('Lina'));
  run.ask('s1q1');
  run.say('s1q1', `Berätta om ${OWN_WORDS}.`);
  const debrief = debriefOf(caseOf('Lina'), run.events());
  if (!debrief) throw new Error('no debrief');
  const { journal, member } = vault;
  const stream = value(await keep(journal, member, debrief, systemRandom));
  const thought: DebriefFact = {
    type: 'ReflectionAdded',
    version: 1,
    data: { question: 0, text: reflection },
  };
  value(await journal.append(stream, 'debrief', [thought], { by: member }));
  return stream;
}

const eventsAt = async (person: Person, stream: StreamId) =>
  (await person.vault.journal.open(stream))?.events ?? [];
const standingAt = async (person: Person, trainee: Person) =>
  foldSignoff(await eventsAt(person, signoffStreamOf(trainee.vault.member)))?.standing ?? [];

async function sign(by: Person, trainee: Person): Promise<void> {
  const { member } = trainee.vault;
  const stream = value(
    await signOff(by.vault.journal, by.vault.member, { trainee: member, guide, note: '' }),
  );
  value(await by.sync.deliver('signoff', stream));
}

describe('practice', () => {
  it('a debrief that is sent reaches the trainers, and nobody else hears of it', async () => {
    const karin = await founded();
    const tora = await joined(karin, 'Tora', 'trainer');
    const nils = await joined(karin, 'Nils', 'interviewer');
    const olle = await joined(karin, 'Olle', 'interviewer');
    const sent = await keepDebrief(nils);
    const own = await keepDebrief(nils, 'Den här är bara min.');
    value(await nils.sync.deliver('training', sent));
    await fine(nils, tora, karin, olle, nils);

    const opened = await tora.vault.journal.open(sent);
    expect(opened?.kind).toBe('debrief');
    const debrief = foldDebrief(opened?.events ?? []);
    expect(debrief).toMatchObject({ by: nils.vault.member, debrief: { alias: 'Lina' } });
    expect(debrief?.reflections.get(0)).toBe('Jag väntade inte.');
    // What they put in their own words was in memory, and is kept nowhere: not by themselves and not by the office.
    expect(debrief?.debrief.counts.own.open).toBe(1);
    expect(JSON.stringify([opened, await eventsAt(nils, sent)])).not.toContain(OWN_WORDS);
    const words = [OWN_WORDS, 'Jag väntade inte.', 'Den här är bara min.', 'Lina'];
    expect(await search(join(folder, 'data'), words)).toEqual([]);
    expect(await eventsAt(tora, own)).toEqual([]);
    for (const other of [karin, olle]) {
      expect(await eventsAt(other, sent)).toEqual([]);
      expect(await asideAt(other)).toEqual([]);
      expect(await other.vault.journal.list('debrief')).toEqual([]);
    }
    // Nor is it in the sender's own mailbox: the office gives practice to nobody but trainers.
    const { office: at } = (await nils.sync.membership()) ?? {};
    expect(value(at ? await at.inbox(0) : { ok: false, error: 'no office' }).items).toEqual([]);
  });

  it('progress stays here until it is shared, and then is kept up to date, also for a trainer who comes later', async () => {
    const karin = await founded();
    const tora = await joined(karin, 'Tora', 'trainer');
    const nils = await joined(karin, 'Nils', 'interviewer');
    const stream = await train(nils, confirmed('m1'), false);
    await fine(nils, tora);
    expect(await eventsAt(tora, stream)).toEqual([]);
    await train(nils, shared, true);
    await fine(nils, tora);
    expect(foldProgress(await eventsAt(tora, stream))?.confirmed).toMatchObject([{ module: 'm1' }]);
    await train(nils, confirmed('m2'), true);
    const tuva = await joined(karin, 'Tuva', 'trainer');
    await fine(nils, tora, tuva, karin);
    for (const each of [tora, tuva]) {
      expect(foldProgress(await eventsAt(each, stream))?.confirmed).toHaveLength(2);
    }
    expect(await eventsAt(karin, stream)).toEqual([]);
  });

  it('by file it opens for a trainer and for nobody else, and twice changes nothing', async () => {
    const karin = await founded();
    const tora = await joined(karin, 'Tora', 'trainer');
    const nils = await joined(karin, 'Nils', 'interviewer');
    const stream = await keepDebrief(nils);
    const { bytes } = value(await nils.sync.saveFile('training', stream));
    for (const other of [karin, nils]) {
      expect(await other.sync.openFile(bytes)).toEqual({
        ok: false,
        error: { type: 'wrongClass' },
      });
    }
    value(await tora.sync.openFile(bytes));
    const before = await eventsAt(tora, stream);
    expect(before).toHaveLength(2);
    value(await tora.sync.openFile(bytes));
    await fine(nils, tora);
    expect(await eventsAt(tora, stream)).toEqual(before);
  });

  it('has nobody to go to where there is no trainer, and says so', async () => {
    const karin = await founded();
    const nils = await joined(karin, 'Nils', 'interviewer');
    const answer = await nils.sync.deliver('training', await keepDebrief(nils));
    expect(answer).toEqual({ ok: false, error: { type: 'noRecipients' } });
    await train(nils, shared, true);
    await fine(nils);
    value(await nils.sync.deliver('draft', await talk(nils)));
    await fine(nils);
  });

  it('a run, a survey and an interview go into no parcel of training, nor a debrief into one of an interview', async () => {
    const karin = await founded();
    await joined(karin, 'Tora', 'trainer');
    const nils = await joined(karin, 'Nils', 'interviewer');
    const interview = await talk(nils);
    await expect(nils.sync.deliver('training', interview)).rejects.toThrow('no interview');
    const debrief = await keepDebrief(nils);
    await expect(nils.sync.deliver('interview', debrief)).rejects.toThrow('no debrief');
    const survey = newId(StreamId, systemRandom);
    const answered = { when: 'before', answers: [{ id: 'hopes', text: 'Att våga.' }] };
    const fact = { type: 'SurveyAnswered', version: 1, data: answered };
    value(await nils.vault.journal.append(survey, 'survey', [fact], null));
    await expect(nils.sync.deliver('training', survey)).rejects.toThrow('no survey');
  });
});

async function talk({ vault }: Person): Promise<StreamId> {
  const stream = newId(StreamId, systemRandom);
  await hold(vault, stream, 'Jag fick välja tapet.');
  return stream;
}

describe('a sign-off', () => {
  it('reaches the one it is about, the trainers and those who give interviews out', async () => {
    const karin = await founded();
    const tora = await joined(karin, 'Tora', 'trainer');
    const tuva = await joined(karin, 'Tuva', 'trainer');
    const nils = await joined(karin, 'Nils', 'interviewer');
    const olle = await joined(karin, 'Olle', 'interviewer');
    await sign(tora, nils);
    await fine(tora, tuva, nils, olle, karin);
    for (const each of [nils, tuva, karin]) {
      expect(await standingAt(each, nils)).toMatchObject([{ by: tora.vault.member, guide }]);
    }
    expect(await standingAt(olle, nils)).toEqual([]);

    // Another trainer takes it back; what the first one wrote goes along in the same stream.
    const trainee = nils.vault.member;
    const taken = await takeBackSignoff(tuva.vault.journal, tuva.vault.member, {
      trainee,
      reason: 'Vi övar mer.',
    });
    value(await tuva.sync.deliver('signoff', value(taken)));
    await fine(tuva, tora, nils, karin);
    for (const each of [nils, tora, karin]) {
      expect(await standingAt(each, nils)).toEqual([]);
      expect(await asideAt(each)).toEqual([]);
    }
  });

  it('is believed from nobody but a trainer: not from oneself, a colleague or a supervisor', async () => {
    const karin = await founded();
    const tora = await joined(karin, 'Tora', 'trainer');
    const nils = await joined(karin, 'Nils', 'interviewer');
    const olle = await joined(karin, 'Olle', 'interviewer');
    const trainee = nils.vault.member;
    const stream = signoffStreamOf(trainee);
    const bold = { type: 'SignedOff', version: 1, data: { trainee, guide, note: '' } };
    value(await nils.vault.journal.append(stream, 'signoff', [bold], null));
    value(await nils.sync.deliver('signoff', stream));
    await sign(olle, nils);
    await sign(karin, nils);
    await fine(nils, olle, karin, tora, nils, olle, karin);
    expect(await eventsAt(tora, stream)).toEqual([]);
    expect(await asideAt(tora)).toEqual(['badContents', 'badContents', 'badContents']);
    // Their own words lie in their own journals, and count for nothing there either.
    expect(await standingAt(nils, nils)).toEqual([]);
    expect(await asideAt(nils)).toEqual(['badContents', 'badContents']);

    // And they do not stand in the way of a trainer's.
    await sign(tora, nils);
    await fine(tora, nils);
    expect(await standingAt(nils, nils)).toMatchObject([{ by: tora.vault.member }]);
  });

  it('outlives the trainer with those who have it, who signs nothing after leaving', async () => {
    const karin = await founded();
    const tora = await joined(karin, 'Tora', 'trainer');
    const tuva = await joined(karin, 'Tuva', 'trainer');
    const nils = await joined(karin, 'Nils', 'interviewer');
    const olle = await joined(karin, 'Olle', 'interviewer');
    await sign(tora, nils);
    await fine(tora, tuva, nils);
    clock.advance(60_000);
    value(await karin.sync.revokeDevice(tora.vault.device));
    await fine(karin, tuva, nils, olle);
    const trainee = olle.vault.member;
    const late = value(
      await signOff(tora.vault.journal, tora.vault.member, { trainee, guide, note: '' }),
    );
    // She does not know yet: it is sealed, and the office does not take it, nor does anybody take the file.
    const { bytes } = value(await tora.sync.saveFile('signoff', late));
    await tora.sync.round(true);
    await fine(olle);
    expect(await standingAt(olle, olle)).toEqual([]);
    expect(await olle.sync.openFile(bytes)).toEqual({
      ok: false,
      error: { type: 'unknownSender' },
    });

    // Nobody passes on what she signed: who comes later has to ask whoever got it from herself.
    const tyra = await joined(karin, 'Tyra', 'trainer');
    await fine(tuva, tyra);
    expect(await standingAt(tyra, nils)).toEqual([]);
    for (const each of [nils, tuva, karin]) expect(await standingAt(each, nils)).toHaveLength(1);
  });

  it('is given by nobody for a colleague: a changed app that brings one is refused', async () => {
    const karin = await founded();
    const tora = await joined(karin, 'Tora', 'trainer');
    let forged: readonly JournalEvent[] = [];
    const sly: ParcelDesk['pack'] = (input, ...rest) =>
      desk.pack(
        input.kind === 'signoff' ? { ...input, events: [...input.events, ...forged] } : input,
        ...rest,
      );
    const tuva = await joined(karin, 'Tuva', 'trainer', sly);
    const nils = await joined(karin, 'Nils', 'interviewer');
    const trainee = nils.vault.member;
    const stream = signoffStreamOf(trainee);
    const said = { trainee, guide, note: '' };
    const byTora = { author: tora.vault.member, device: tora.vault.device };
    forged = stamp([{ type: 'SignedOff', version: 1, data: said }], stream, [], byTora, {
      clock,
      random: systemRandom,
    });
    await fine(tuva);
    await sign(tuva, nils);
    await fine(tuva, nils, karin, tora);
    for (const each of [nils, karin, tora]) {
      expect(await standingAt(each, nils)).toEqual([]);
      expect(await asideAt(each)).toEqual(['badContents']);
    }
    // Her own word counts, as hers.
    forged = [];
    await sign(tuva, nils);
    await fine(tuva, nils);
    expect(await standingAt(nils, nils)).toMatchObject([
      { by: tuva.vault.member },
      { by: tuva.vault.member },
    ]);
  });
});

describe('a trainer’s own', () => {
  const writes = (text: string): CaseFact => ({
    type: 'CaseWritten',
    version: 1,
    data: { case: { alias: 'Elvira', text } },
  });
  const publishes = (version: number): CaseFact => ({
    type: 'CasePublished',
    version: 1,
    data: { version },
  });
  const withdraws: CaseFact = { type: 'CaseWithdrawn', version: 1, data: {} };

  it('case reaches everyone once it is published, and who joins later; what is being written does not', async () => {
    const karin = await founded();
    const tora = await joined(karin, 'Tora', 'trainer');
    const nils = await joined(karin, 'Nils', 'interviewer');
    const stream = newId(StreamId, systemRandom);
    const write = async (facts: readonly CaseFact[], published: number | null) => {
      const summary = { by: tora.vault.member, published, isOut: published !== null };
      value(await tora.vault.journal.append(stream, 'case', facts, summary));
    };
    await write([writes('utkast')], null);
    await fine(tora, nils);
    expect(await eventsAt(nils, stream)).toEqual([]);

    await write([writes('färdigt'), publishes(1)], 1);
    await write([writes('nästa utkast')], 1);
    value(await tora.sync.deliver('case', stream));
    await fine(tora, nils, karin);
    const olle = await joined(karin, 'Olle', 'interviewer');
    await fine(tora, olle);
    for (const each of [nils, karin, olle]) {
      const own = foldCase(await eventsAt(each, stream));
      expect(own?.published).toMatchObject({ version: 1, case: { text: 'färdigt' } });
      // Neither what comes next nor what it was before: the case as it stands, and no earlier word.
      expect(JSON.stringify(await eventsAt(each, stream))).not.toContain('utkast');
    }

    value(await tora.vault.journal.append(stream, 'case', [withdraws], null));
    value(await tora.sync.deliver('case', stream));
    await fine(tora, nils);
    expect(foldCase(await eventsAt(nils, stream))).toMatchObject({ published: null, version: 1 });
  });

  it('case is taken from nobody else', async () => {
    const karin = await founded();
    const tora = await joined(karin, 'Tora', 'trainer');
    const nils = await joined(karin, 'Nils', 'interviewer');
    const stream = newId(StreamId, systemRandom);
    const facts = [writes('mitt'), publishes(1)];
    value(await nils.vault.journal.append(stream, 'case', facts, null));
    value(await nils.sync.deliver('case', stream));
    await fine(nils, karin, tora);
    for (const each of [karin, tora]) {
      expect(await eventsAt(each, stream)).toEqual([]);
      expect(await asideAt(each)).toEqual(['badContents']);
    }
  });

  it('group is the trainers’, and both may change it', async () => {
    const karin = await founded();
    const tora = await joined(karin, 'Tora', 'trainer');
    const tuva = await joined(karin, 'Tuva', 'trainer');
    const nils = await joined(karin, 'Nils', 'interviewer');
    const { journal, member } = tora.vault;
    const stream = value(await makeGroup(journal, 'Hösten', member, systemRandom));
    value(await tora.sync.deliver('group', stream));
    await fine(tora, tuva, nils, karin);
    const added = { type: 'MemberAdded', version: 1, data: { member: nils.vault.member } } as const;
    value(await changeGroup(tuva.vault.journal, stream, added));
    value(await tuva.sync.deliver('group', stream));
    await fine(tuva, tora, nils, karin);
    expect(await listGroups(tora.vault.journal)).toMatchObject([
      { name: 'Hösten', members: [nils.vault.member] },
    ]);
    for (const each of [nils, karin]) expect(await listGroups(each.vault.journal)).toEqual([]);
  });
});

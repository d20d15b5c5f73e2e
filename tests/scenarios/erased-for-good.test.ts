import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeIn } from '../../src/app/take-in.ts';
import { eraseApproved } from '../../src/app/worker/erasing.ts';
import { openTakingBack } from '../../src/app/worker/taking-back.ts';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { StreamId } from '../../src/base/ids.ts';
import { ok } from '../../src/base/result.ts';
import {
  erasureStreamOf,
  withdrawalStreamOf,
  type ErasureFact,
  type ErasureSummary,
} from '../../src/interview/model/withdrawal.ts';
import { recallWithdrawal, withdrawInterview } from '../../src/interview/withdraw.ts';
import { RETRACTED } from '../../src/journal/model/event.ts';
import { backUp, restore } from '../../src/office/backup.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { hold, newPerson, testClock, value, wordsOf, type Person } from '../setup/person.ts';
import { goingHere } from '../../src/app/going.ts';

/* An interview that was taken back and erased by two supervisors comes back from nowhere. */

const WORDS = 'Det här får inte finnas kvar.';
const clock = testClock();
let folder: string;
let office: RunningOffice;
let karin: Person;
let maja: Person;
let nils: Person;
let stream: StreamId;

/** Somebody whose app takes in what comes as the real one does, and erases what two have approved. */
const person = () =>
  newPerson({
    clock,
    url: () => office.url,
    importParcel:
      (vault) =>
      async ({ manifest, events }) => {
        const { kind, stream: of } = manifest;
        const taken = await takeIn(vault.journal, vault.member, kind, of, events);
        return taken.ok ? erase(vault) : taken;
      },
  });
const erase = (vault: Person['vault']) =>
  eraseApproved(vault, () => Promise.resolve(openTakingBack(vault, () => undefined, clock)), clock);
const fine = async (...people: readonly Person[]) => {
  for (const someone of people) {
    expect(await someone.sync.round(true)).toEqual({ type: 'fine' });
  }
};
const guest = async (name: string, role: 'interviewer' | 'supervisor') => {
  const joining = await person();
  const link = value(await karin.sync.invite({ name, role, days: 7 }));
  value(await joining.sync.join(link, name));
  value(await karin.sync.admitJoins());
  await fine(joining);
  return joining;
};

async function approve({ vault, sync }: Person): Promise<void> {
  const own = erasureStreamOf(stream, vault.member);
  const data: ErasureFact['data'] = {
    interview: stream,
    code: 'K-017',
    materials: ['interview'],
    decision: 'SN 2026/12',
    why: 'withdrawn',
    leftBehind: ['backups'],
  };
  const fact: ErasureFact = { type: 'ErasureApproved', version: 1, data };
  const summary: ErasureSummary = { ...data, by: vault.member, at: clock.now() };
  value(await vault.journal.append(own, 'erasure', [fact], summary));
  value(await sync.deliver('erasure', own));
  value(await erase(vault));
}

const isHere = async ({ vault }: Person) => (await vault.journal.open(stream)) !== undefined;
/** How many of the parcels that this person took in or sent of the interview the office still hands out. */
async function atTheOffice({ sync }: Person): Promise<number> {
  const membership = await sync.membership();
  const page = value((await membership?.office.inbox(0)) ?? { ok: false, error: 'no office' });
  const kept = await Promise.all(
    page.items.map(async ({ consignment }) => {
      const { manifest } = consignment.consignment;
      return (await membership?.office.object(manifest))?.ok;
    }),
  );
  return kept.filter(Boolean).length;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-erased-'));
  office = await startOffice({ data: join(folder, 'data'), clock });
  karin = await person();
  const input = { secret: office.secret ?? '', officeName: 'Storby', name: 'Karin' };
  value(await karin.sync.found({ ...input, recipientClass: 'x25519' }));
  maja = await guest('Maja', 'supervisor');
  nils = await guest('Nils', 'interviewer');
  await fine(karin, maja);
  stream = newId(StreamId, systemRandom);
  await hold(nils.vault, stream, WORDS);
  value(await nils.sync.deliver('interview', stream));
  await fine(nils, karin, maja);
  value(
    (await wordsOf(karin, stream))[0] === WORDS
      ? ok(WORDS)
      : { ok: false, error: { type: 'notDelivered' } },
  );
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

const withdraw = async ({ vault, sync }: Person) =>
  value(
    await withdrawInterview(
      { journal: vault.journal, deliver: (...args) => sync.deliver(...args) },
      { interview: stream, code: 'K-017', through: 'interviewer', by: vault.member },
      clock.now(),
    ),
  );

it('is blocked on every device at its next contact, and stays until two have approved', async () => {
  await withdraw(nils);
  await fine(nils, karin, maja);
  for (const each of [nils, karin, maja]) {
    expect((await goingHere(each.vault.journal)).get(stream)?.withdrawn).toMatchObject({
      by: nils.vault.member,
    });
    expect(await isHere(each)).toBe(true);
  }
  await approve(karin);
  await fine(karin, maja, nils);
  expect([await isHere(karin), await isHere(maja), await isHere(nils)]).toEqual([true, true, true]);
  await approve(maja);
  await fine(maja, karin, nils);
  expect([await isHere(karin), await isHere(maja), await isHere(nils)]).toEqual([
    false,
    false,
    false,
  ]);
});

it('noted by mistake it can be read again, everywhere', async () => {
  await withdraw(karin);
  await fine(karin, maja, nils);
  const ports = { journal: karin.vault.journal, deliver: karin.sync.deliver };
  value(await recallWithdrawal(ports, stream, karin.vault.member));
  await fine(karin, maja, nils);
  for (const each of [karin, maja, nils]) {
    expect((await goingHere(each.vault.journal)).get(stream)?.withdrawn ?? null).toBeNull();
  }
  // And taken back again after all.
  await withdraw(karin);
  await fine(karin, maja);
  expect((await goingHere(maja.vault.journal)).get(stream)?.withdrawn).toMatchObject({
    by: karin.vault.member,
  });
});

it('goes from the office too, when two supervisors have asked', async () => {
  expect(await atTheOffice(karin)).toBe(1);
  await approve(karin);
  await fine(karin);
  // The interview and her own approval.
  expect(await atTheOffice(karin)).toBe(2);
  await approve(maja);
  // Karin hears of it and asks; with Maja that makes two.
  await fine(maja, karin, maja, karin);
  // The two approvals; the interview is gone.
  expect(await atTheOffice(karin)).toBe(2);
  expect(await isHere(karin)).toBe(false);
});

it('does not come back from an old tablet', async () => {
  await approve(karin);
  await approve(maja);
  await fine(karin, maja, karin, maja);
  // Nils was away: his tablet still has it, and sends what he wrote since.
  await nils.vault.journal.append(
    stream,
    'interview',
    [{ type: 'QuestionAsked', version: 1, data: { question: 's1q2' } }],
    {},
  );
  value(await nils.sync.deliver('interview', stream));
  await fine(nils, karin, maja, nils, karin, maja);
  expect([await isHere(karin), await isHere(maja), await isHere(nils)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(await karin.sync.asides()).toEqual([]);
});

it('does not come back from a restored backup, nor to somebody who joins after it', async () => {
  const backup = join(folder, 'backup');
  value(await backUp(join(folder, 'data'), backup, clock));
  await approve(karin);
  await approve(maja);
  await fine(karin, maja, karin, maja, nils);
  await office.close();
  await rm(join(folder, 'data'), { recursive: true });
  value(await restore(backup, join(folder, 'data'), clock));
  office = await startOffice({ data: join(folder, 'data'), clock });
  await fine(karin, maja, karin, maja, nils);
  expect([await isHere(karin), await isHere(maja), await isHere(nils)]).toEqual([
    false,
    false,
    false,
  ]);
  // What the backup held of it has been erased anew: the office hands out the two approvals and nothing else.
  expect(await atTheOffice(nils)).toBe(2);
  const olle = await guest('Olle', 'supervisor');
  await fine(karin, maja, nils, olle);
  expect(await isHere(olle)).toBe(false);
});

it('words taken back go from the office with the parcels that held them', async () => {
  await hold(nils.vault, stream, 'Och det här ska bort.');
  value(await nils.sync.deliver('draft', stream));
  value(await nils.sync.deliver('interview', stream));
  await fine(nils, karin, maja);
  // Two revisions and a draft's copy for Nils; two revisions for Karin.
  expect([await atTheOffice(nils), await atTheOffice(karin)]).toEqual([3, 2]);
  const said = (await nils.vault.journal.open(stream))?.events.findLast(
    ({ type }) => type === 'AnswerWritten',
  );
  const { append } = openTakingBack(nils.vault, () => undefined, clock);
  const retraction = { type: RETRACTED, version: 1, data: { events: [said?.id] } };
  value(await append(stream, 'interview', [retraction], {}));
  value(await nils.sync.deliver('interview', stream));
  await fine(nils, karin, nils);
  // Only what was packed afterwards is left, and it holds the words for nobody.
  expect([await atTheOffice(nils), await atTheOffice(karin)]).toEqual([1, 1]);
  await fine(maja);
  expect(await wordsOf(maja, stream)).toEqual([WORDS]);
});

it('an older parcel that comes late is not taken in again, and goes from the office', async () => {
  const older = value(await nils.sync.saveFile('interview', stream)).bytes;
  const said = (await nils.vault.journal.open(stream))?.events.find(
    ({ type }) => type === 'AnswerWritten',
  );
  const { append } = openTakingBack(nils.vault, () => undefined, clock);
  const retraction = { type: RETRACTED, version: 1, data: { events: [said?.id] } };
  value(await append(stream, 'interview', [retraction], {}));
  // Saved as a file first, and delivered only afterwards: it takes the older one's place all the same.
  value(await nils.sync.saveFile('interview', stream));
  value(await nils.sync.deliver('interview', stream));
  const olle = await guest('Olle', 'supervisor');
  await fine(nils, karin, nils);
  expect(await atTheOffice(karin)).toBe(1);
  value(await karin.sync.openFile(older));
  expect(await wordsOf(karin, stream)).toEqual([]);
  expect(await isHere(olle)).toBe(false);
});

it('nobody keeps it by sitting in the place of an approval or a withdrawal', async () => {
  const places = [
    erasureStreamOf(stream, maja.vault.member),
    withdrawalStreamOf(stream, maja.vault.member),
  ];
  for (const place of places) {
    await hold(nils.vault, place, 'Här först.');
    value(await nils.sync.deliver('interview', place));
  }
  await fine(nils, karin);
  await withdraw(maja);
  await approve(maja);
  await approve(karin);
  await fine(maja, karin);
  expect((await goingHere(karin.vault.journal)).get(stream)?.withdrawn).toMatchObject({
    by: maja.vault.member,
  });
  expect(await isHere(karin)).toBe(false);
  expect(await karin.sync.asides()).toEqual([]);
});

it('one supervisor alone erases nothing, also not by saying it twice', async () => {
  await approve(karin);
  await approve(karin);
  await fine(karin, maja, karin);
  expect([await isHere(karin), await isHere(maja)]).toEqual([true, true]);
});

it('an interviewer approves nothing', async () => {
  const own = erasureStreamOf(stream, nils.vault.member);
  const data: ErasureFact['data'] = {
    interview: stream,
    code: 'K-017',
    materials: ['interview'],
    decision: 'eget',
    why: 'withdrawn',
    leftBehind: [],
  };
  const fact: ErasureFact = { type: 'ErasureApproved', version: 1, data };
  value(
    await nils.vault.journal.append(own, 'erasure', [fact], {
      ...data,
      by: nils.vault.member,
      at: clock.now(),
    }),
  );
  value(await nils.sync.deliver('erasure', own));
  await approve(karin);
  await fine(nils, karin, maja);
  expect([await isHere(karin), await isHere(maja)]).toEqual([true, true]);
  expect((await karin.sync.asides()).map(({ problem }) => problem)).toEqual(['badContents']);
});

it('asks nothing of an office before something is erased', async () => {
  expect(await erase(karin.vault)).toEqual(ok(0));
});

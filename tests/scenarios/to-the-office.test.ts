import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { StreamId } from '../../src/base/ids.ts';
import { RETRACTED } from '../../src/journal/model/event.ts';
import { backUp, restore } from '../../src/office/backup.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { signDirectory } from '../../src/sync/directory.ts';
import { SignedDirectory, type RecipientClass } from '../../src/sync/model/directory.ts';
import type { Office } from '../../src/sync/model/office.ts';
import { openHttpOffice } from '../../src/sync/http.ts';
import { hold, newPerson, testClock, value, wordsOf, type Person } from '../setup/person.ts';

const WORDS = 'Jag fick en egen nyckel.';

let folder: string;
let office: RunningOffice | undefined;
let url = '';
let secret = '';
const clock = testClock();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-sync-'));
  await open();
});
afterEach(async () => {
  await close();
  await rm(folder, { recursive: true });
});

async function open(): Promise<void> {
  office = await startOffice({ data: join(folder, 'data'), port: 0 });
  url = office.url;
  secret = office.secret ?? secret;
}
async function close(): Promise<void> {
  await office?.close();
  office = undefined;
}

const person = (more: Partial<Parameters<typeof newPerson>[0]> = {}) =>
  newPerson({ clock, url: () => url, ...more });

async function founded(recipientClass: RecipientClass = 'x25519'): Promise<Person> {
  const founder = await person();
  const input = { secret, officeName: 'Storby', name: 'Karin', recipientClass };
  value(await founder.sync.found(input));
  return founder;
}

async function joined(founder: Person): Promise<Person> {
  const guest = await person();
  const link = value(await founder.sync.invite({ name: 'Nils', role: 'interviewer', days: 7 }));
  value(await guest.sync.join(link, 'Nils'));
  expect(value(await founder.sync.admitJoins()).admitted.map((member) => member.name)).toEqual([
    'Nils',
  ]);
  await fine(guest);
  return guest;
}

const fine = async (someone: Person) =>
  expect(await someone.sync.round(true)).toEqual({ type: 'fine' });

const stateOf = async (someone: Person, stream: StreamId) =>
  (await someone.sync.deliveryStates()).find(
    (row) => row.stream === stream && row.kind === 'interview',
  )?.state;

describe('an interview reaches the office', () => {
  it('from setting up the office to the word "opened" on the tablet, with the server away in between', async () => {
    const karin = await founded();
    const nils = await joined(karin);
    const stream = newId(StreamId, systemRandom);
    await hold(nils.vault, stream, WORDS);

    await close();
    const parcel = value(await nils.sync.deliver('interview', stream));
    expect((await nils.sync.round(true)).type).toBe('later');
    expect(await stateOf(nils, stream)).toEqual({ type: 'onTablet' });

    await open();
    await fine(nils);
    expect(await stateOf(nils, stream)).toMatchObject({ type: 'received' });

    await close();
    await open();
    await fine(karin);
    expect(await wordsOf(karin, stream)).toEqual([WORDS]);
    expect(await stateOf(nils, stream)).toMatchObject({ type: 'received' });

    value(await karin.sync.acknowledge(stream));
    value(await karin.sync.acknowledge(stream));
    await fine(karin);
    await fine(nils);
    expect(await stateOf(nils, stream)).toMatchObject({ type: 'opened', by: karin.vault.member });

    expect(value(await nils.sync.deliver('interview', stream))).toBe(parcel);
    const acks = (await karin.vault.outbox.list()).length;
    expect(acks).toBe(1);
  });

  it('keeps the same parcel once, however often it comes, by the network and as a file', async () => {
    const karin = await founded('hybrid');
    const nils = await joined(karin);
    const stream = newId(StreamId, systemRandom);
    await hold(nils.vault, stream, WORDS);
    const parcel = value(await nils.sync.deliver('interview', stream));
    const file = value(await nils.sync.saveFile('interview', stream));
    expect(file.alsoInOutbox).toBe(true);

    expect(value(await karin.sync.openFile(file.bytes))).toBe(parcel);
    expect(value(await karin.sync.openFile(file.bytes))).toBe(parcel);
    await fine(nils);
    await fine(karin);
    expect(await wordsOf(karin, stream)).toEqual([WORDS]);
    expect(await karin.sync.asides()).toEqual([]);

    value(await karin.sync.acknowledge(stream));
    expect(value(await karin.sync.openFile(file.bytes))).toBe(parcel);
    value(await karin.sync.acknowledge(stream));
    expect(await karin.vault.outbox.list()).toHaveLength(1);
  });

  it('by file alone, with no server at all: the acknowledgement is the receipt', async () => {
    const karin = await founded();
    const nils = await joined(karin);
    const stream = newId(StreamId, systemRandom);
    await hold(nils.vault, stream, WORDS);
    await close();
    const { bytes } = value(await nils.sync.saveFile('interview', stream));
    value(await karin.sync.openFile(bytes));
    expect(await wordsOf(karin, stream)).toEqual([WORDS]);
    value(await karin.sync.acknowledge(stream));
    const ack = value(await karin.sync.saveFile('ack', stream));
    expect(await stateOf(nils, stream)).toEqual({ type: 'onTablet' });
    value(await nils.sync.openFile(ack.bytes));
    expect(await stateOf(nils, stream)).toMatchObject({ type: 'opened' });
  });

  it('sends a half-done interview to nobody but its author and the recovery keys', async () => {
    const karin = await founded();
    const nils = await joined(karin);
    const stream = newId(StreamId, systemRandom);
    await hold(nils.vault, stream, WORDS);
    value(await nils.sync.deliver('draft', stream));
    const [item] = await nils.vault.outbox.list();
    expect(item?.consignment).toMatchObject({
      signed: { consignment: { recipients: [nils.vault.member] } },
    });
    await fine(nils);
    await fine(karin);
    expect(await karin.vault.journal.open(stream)).toBeUndefined();
    expect(await karin.sync.asides()).toEqual([]);
  });

  it('from a tablet whose clock is a day behind', async () => {
    const karin = await founded();
    const nils = await joined(karin);
    const stream = newId(StreamId, systemRandom);
    const late = await person({
      vault: nils.vault,
      clock: testClock(Date.now() - 24 * 60 * 60_000),
    });
    await hold(late.vault, stream, WORDS);
    value(await late.sync.deliver('interview', stream));
    await fine(late);
    await fine(karin);
    expect(await wordsOf(karin, stream)).toEqual([WORDS]);
  });

  it('again, after the office was restored from a backup that lacks it, and those who joined since', async () => {
    const karin = await founded();
    const backup = join(folder, 'backup');
    value(await backUp(join(folder, 'data'), backup, clock));
    const nils = await joined(karin);
    const before = newId(StreamId, systemRandom);
    await hold(nils.vault, before, WORDS);
    value(await nils.sync.deliver('interview', before));
    await fine(nils);
    await fine(karin);

    await close();
    await rm(join(folder, 'data'), { recursive: true });
    value(await restore(backup, join(folder, 'data'), clock));
    await open();
    // Karin's device hands the office the newer directory; then the tablet may offer again what was lost.
    await fine(karin);
    await fine(nils);
    const [item] = await nils.vault.outbox.list();
    expect(item?.receipt).toMatchObject({ signed: { receipt: { epoch: 2 } } });

    const after = newId(StreamId, systemRandom);
    await hold(nils.vault, after, 'Efter återställningen.');
    value(await nils.sync.deliver('interview', after));
    await fine(nils);
    await fine(karin);
    expect(await wordsOf(karin, before)).toEqual([WORDS]);
    expect(await wordsOf(karin, after)).toEqual(['Efter återställningen.']);
  });

  it('not at all with words that were taken back before it left', async () => {
    const karin = await founded();
    const nils = await joined(karin);
    const stream = newId(StreamId, systemRandom);
    await hold(nils.vault, stream, WORDS);
    value(await nils.sync.deliver('draft', stream));
    const old = value(await nils.sync.deliver('interview', stream));
    const said = (await nils.vault.journal.open(stream))?.events.find(
      (event) => event.type === 'AnswerWritten',
    );
    const retraction = { type: RETRACTED, version: 1, data: { events: [said?.id] } };
    await nils.vault.journal.append(stream, 'interview', [retraction], {});
    const parcel = value(await nils.sync.deliver('interview', stream));
    expect(parcel).not.toBe(old);
    expect((await nils.vault.outbox.list()).map((item) => item.parcel)).toEqual([parcel]);
    await fine(nils);
    await fine(karin);
    expect(await wordsOf(karin, stream)).toEqual([]);
    expect(await karin.vault.journal.open(stream)).toMatchObject({ faults: [] });
  });

  it('takes nothing from a tablet that was reported lost, and tells it so', async () => {
    const karin = await founded();
    const nils = await joined(karin);
    value(await karin.sync.revokeDevice(nils.vault.device));
    const stream = newId(StreamId, systemRandom);
    await hold(nils.vault, stream, WORDS);
    value(await nils.sync.deliver('interview', stream));
    await nils.sync.round(true);
    expect(nils.sync.status().directoryProblem).toEqual({ type: 'deviceRevoked' });
    expect(await stateOf(nils, stream)).toMatchObject({ type: 'refused', code: 'notAllowed' });
    expect(await nils.vault.outbox.list()).toHaveLength(1);
    const { bytes } = value(await nils.sync.saveFile('interview', stream));
    expect(await karin.sync.openFile(bytes)).toEqual({
      ok: false,
      error: { type: 'unknownSender' },
    });
  });
});

describe('joining', () => {
  it('admits nobody whose keys were put in the guest’s place', async () => {
    const karin = await founded();
    const link = value(await karin.sync.invite({ name: 'Nils', role: 'interviewer', days: 7 }));
    const thief = await person();
    const honest = openHttpOffice({ baseUrl: url, clock }, thief.vault.signer);
    const forging: Office = {
      ...honest,
      open: {
        ...honest.open,
        join: (invitation, token, { proposal, mac }) =>
          honest.open.join(invitation, token, { proposal: { ...proposal, name: 'Nisse' }, mac }),
      },
    };
    const guest = await person({ vault: thief.vault, office: forging });
    value(await guest.sync.join(link, 'Nils'));
    const admissions = value(await karin.sync.admitJoins());
    expect(admissions.admitted).toEqual([]);
    expect(admissions.refused).toHaveLength(1);
  });

  it('certifies a second supervisor, who can then admit an interviewer herself', async () => {
    const karin = await founded();
    const maja = await person();
    const link = value(await karin.sync.invite({ name: 'Maja', role: 'supervisor', days: 7 }));
    value(await maja.sync.join(link, 'Maja'));
    value(await karin.sync.admitJoins());
    await fine(maja);
    const nils = await joined(maja);
    await fine(karin);
    const stream = newId(StreamId, systemRandom);
    await hold(nils.vault, stream, WORDS);
    value(await nils.sync.deliver('interview', stream));
    await fine(nils);
    await fine(karin);
    await fine(maja);
    expect(await wordsOf(karin, stream)).toEqual([WORDS]);
    expect(await wordsOf(maja, stream)).toEqual([WORDS]);
  });

  it('goes on where it was when the answer to the claim was lost, with a new recovery sheet', async () => {
    const first = await person();
    const honest = openHttpOffice({ baseUrl: url, clock }, first.vault.signer);
    const lossy: Office = {
      ...honest,
      open: {
        ...honest.open,
        claim: async (body) => {
          await honest.open.claim(body);
          return { ok: false, error: { type: 'unreachable' } };
        },
      },
    };
    const input = {
      secret,
      officeName: 'Storby',
      name: 'Karin',
      recipientClass: 'hybrid',
    } as const;
    const cut = await person({ vault: first.vault, office: lossy });
    expect(await cut.sync.found(input)).toEqual({ ok: false, error: { type: 'unreachable' } });
    const sheet = value(await first.sync.found(input));
    const current = await first.sync.membership();
    expect(current?.admitted).toBe(true);
    expect(current?.directory.version).toBe(2);
    expect(sheet.recovery.hybrid).toMatch(/^AGE-SECRET-KEY-PQ-1/);
    const other = await person();
    expect(await other.sync.found(input)).toEqual({ ok: false, error: { type: 'officeTaken' } });
  });
});

describe('a directory that is not the office’s word', () => {
  async function offered(
    forge: (known: SignedDirectory, karin: Person) => Promise<SignedDirectory>,
  ) {
    const karin = await founded();
    const old = SignedDirectory.parse(await karin.vault.records.get('directory'));
    const nils = await joined(karin);
    const known = SignedDirectory.parse(await nils.vault.records.get('directory'));
    const honest = openHttpOffice({ baseUrl: url, clock }, nils.vault.signer);
    const bad = await forge(known, karin);
    const lying: Office = {
      ...honest,
      member: (id) => ({
        ...honest.member(id),
        directory: () => Promise.resolve({ ok: true, value: bad === known ? old : bad }),
      }),
    };
    const victim = await person({ vault: nils.vault, office: lying });
    const refreshed = await victim.sync.refreshDirectory();
    expect(SignedDirectory.parse(await nils.vault.records.get('directory'))).toEqual(known);
    expect(victim.sync.status().directoryProblem).toEqual(refreshed.ok ? null : refreshed.error);
    return refreshed;
  }

  it('is refused when it is older', async () => {
    expect(await offered((known) => Promise.resolve(known))).toEqual({
      ok: false,
      error: { type: 'directoryOlder' },
    });
  });

  it('is refused when nobody the root vouches for has signed it', async () => {
    const thief = await person();
    const forged = await offered(({ directory }) =>
      signDirectory({ ...directory, version: directory.version + 1 }, thief.vault.signer),
    );
    expect(forged).toEqual({ ok: false, error: { type: 'directoryForged' } });
  });

  it('is refused when it does not continue what was seen', async () => {
    const forked = await offered(({ directory }, karin) =>
      signDirectory({ ...directory, name: 'Lillby' }, karin.vault.signer),
    );
    expect(forked).toEqual({ ok: false, error: { type: 'directoryForked' } });
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, systemRandom } from '../../src/base/deps.ts';
import { StreamId } from '../../src/base/ids.ts';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { openHttpOffice } from '../../src/sync/http.ts';
import { SignedDirectory, type Role } from '../../src/sync/model/directory.ts';
import type { Office } from '../../src/sync/model/office.ts';
import {
  hold,
  newPerson,
  testClock,
  value,
  wordsOf,
  type Person,
  type TestClock,
} from '../setup/person.ts';

/* Who is invited, admitted and reported lost, and what their words are worth then, with a real office. */

const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;

let folder: string;
let office: RunningOffice;
let clock: TestClock;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-members-'));
  office = await startOffice({ data: join(folder, 'data'), port: 0 });
  clock = testClock();
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

const person = (more: Partial<Parameters<typeof newPerson>[0]> = {}) =>
  newPerson({ clock, url: () => office.url, ...more });

async function founded(): Promise<Person> {
  const founder = await person();
  const secret = office.secret ?? '';
  const input = { secret, officeName: 'Storby', name: 'Karin', recipientClass: 'x25519' } as const;
  value(await founder.sync.found(input));
  return founder;
}

const invited = async (by: Person, name: string, role: Role = 'interviewer') =>
  value(await by.sync.invite({ name, role, days: 7 }));

async function joined(by: Person, name: string, role: Role = 'interviewer'): Promise<Person> {
  const guest = await person();
  value(await guest.sync.join(await invited(by, name, role), name));
  expect(value(await by.sync.admitJoins()).admitted).toMatchObject([{ name, role }]);
  await fine(guest);
  return guest;
}

const fine = async (someone: Person) =>
  expect(await someone.sync.round(true)).toEqual({ type: 'fine' });

const invitations = (someone: Person) => someone.vault.records.names('invitation/');

describe('an invitation', () => {
  it('is used once: its secret goes when its guest is in the directory', async () => {
    const karin = await founded();
    const link = await invited(karin, 'Nils');
    expect(await invitations(karin)).toHaveLength(1);
    const nils = await person();
    value(await nils.sync.join(link, 'Nils'));
    value(await karin.sync.admitJoins());
    expect(await invitations(karin)).toEqual([]);
    const second = await person();
    expect(await second.sync.join(link, 'Nisse')).toEqual({
      ok: false,
      error: { type: 'api', code: 'invitationUsed' },
    });
  });

  it('admits nobody when it is over, by the clock of the one who invited or of the guest', async () => {
    const karin = await founded();
    const link = await invited(karin, 'Nils');
    const nils = await person();
    value(await nils.sync.join(link, 'Nils'));
    clock.advance(7 * DAY_MS);
    expect(value(await karin.sync.admitJoins()).admitted).toEqual([]);
    clock.advance(-7 * DAY_MS);
    expect(value(await karin.sync.admitJoins()).admitted).toMatchObject([{ name: 'Nils' }]);

    const late = await person({ clock: testClock(clock.now() + 8 * DAY_MS) });
    value(await late.sync.join(await invited(karin, 'Lena'), 'Lena'));
    expect(value(await karin.sync.admitJoins())).toEqual({ admitted: [], refused: [] });
  });

  it('shows its guest no office that is older than itself, nor another of the same age', async () => {
    const karin = await founded();
    const first = SignedDirectory.parse(await karin.vault.records.get('directory'));
    await joined(karin, 'Nils');
    const link = await invited(karin, 'Lena');
    const showing = async (directory: SignedDirectory) => {
      const guest = await person();
      const honest = openHttpOffice({ baseUrl: office.url, clock }, guest.vault.signer);
      const lying: Office = {
        ...honest,
        open: {
          ...honest.open,
          invitation: async (...args) => {
            const card = await honest.open.invitation(...args);
            return card.ok ? { ok: true, value: { ...card.value, directory } } : card;
          },
        },
      };
      return (await person({ vault: guest.vault, office: lying })).sync.join(link, 'Lena');
    };
    expect(await showing(first)).toEqual({ ok: false, error: { type: 'directoryOlder' } });
    const other = { ...first.directory, version: 2, name: 'Lillby' };
    expect(await showing({ ...first, directory: other })).toEqual({
      ok: false,
      error: { type: 'directoryForked' },
    });
  });
});

describe('a supervisor who is not the founder', () => {
  it('invites no supervisor, since she could not admit her', async () => {
    const karin = await founded();
    const maja = await joined(karin, 'Maja', 'supervisor');
    expect(await maja.sync.invite({ name: 'Sara', role: 'supervisor', days: 7 })).toEqual({
      ok: false,
      error: { type: 'notFounder' },
    });
    await joined(maja, 'Tora', 'trainer');
  });

  it('leaves a supervisor’s joining to the founder, though she should hold the secret', async () => {
    const karin = await founded();
    const maja = await joined(karin, 'Maja', 'supervisor');
    const link = await invited(karin, 'Sara', 'supervisor');
    const sara = await person();
    value(await sara.sync.join(link, 'Sara'));
    const [name = ''] = await invitations(karin);
    await maja.vault.records.put(name, await karin.vault.records.get(name));
    expect(value(await maja.sync.admitJoins()).admitted).toEqual([]);
    expect(await invitations(maja)).toEqual([name]);
    expect(value(await karin.sync.admitJoins()).admitted).toMatchObject([{ name: 'Sara' }]);
  });

  it('can be followed by a tablet that missed what the founder did before', async () => {
    const karin = await founded();
    const away = await joined(karin, 'Nils');
    const maja = await joined(karin, 'Maja', 'supervisor');
    value(await karin.sync.renewRecovery());
    await fine(maja);
    await joined(maja, 'Olle');
    await fine(away);
    const { directory } = (await away.sync.membership()) ?? {};
    expect(directory?.members.map(({ name }) => name)).toEqual(['Karin', 'Nils', 'Maja', 'Olle']);
    expect(directory?.recovery).toEqual((await maja.sync.membership())?.directory.recovery);
    // And she passes the founder's word on when somebody joins by her.
    await joined(maja, 'Lena');
  });
});

describe('a tablet that is reported lost', () => {
  it('takes nothing with it that the office had received', async () => {
    const karin = await founded();
    const nils = await joined(karin, 'Nils');
    const stream = newId(StreamId, systemRandom);
    await hold(nils.vault, stream, 'Jag fick en egen nyckel.');
    value(await nils.sync.deliver('interview', stream));
    await fine(nils);
    clock.advance(MINUTE_MS);
    value(await karin.sync.revokeDevice(nils.vault.device));
    await fine(karin);
    expect(await wordsOf(karin, stream)).toEqual(['Jag fick en egen nyckel.']);
    expect(await karin.sync.asides()).toEqual([]);
  });

  it('of a supervisor: what she had said still counts', async () => {
    const karin = await founded();
    const maja = await joined(karin, 'Maja', 'supervisor');
    const nils = await joined(karin, 'Nils');
    const stream = newId(StreamId, systemRandom);
    await hold(nils.vault, stream, 'Jag fick en egen nyckel.');
    value(await nils.sync.deliver('interview', stream));
    await fine(nils);
    await fine(maja);
    value(await maja.sync.acknowledge(stream));
    await fine(maja);
    clock.advance(MINUTE_MS);
    value(await karin.sync.revokeDevice(maja.vault.device));
    await fine(nils);
    expect(await nils.sync.deliveryStates()).toMatchObject([
      { state: { type: 'opened', by: maja.vault.member } },
    ]);
  });
});

it('who has left gets nothing more and sends nothing more, and what came before counts', async () => {
  const karin = await founded();
  const nils = await joined(karin, 'Nils');
  const stream = newId(StreamId, systemRandom);
  await hold(nils.vault, stream, 'Jag fick en egen nyckel.');
  value(await nils.sync.deliver('interview', stream));
  await fine(nils);
  clock.advance(MINUTE_MS);
  expect(await nils.sync.noteLeft(karin.vault.member)).toMatchObject({ ok: false });
  expect(await karin.sync.noteLeft(karin.vault.member)).toMatchObject({ ok: false });
  const { members } = value(await karin.sync.noteLeft(nils.vault.member));
  const leftAt = members.find(({ member }) => member === nils.vault.member)?.leftAt;
  expect(leftAt).toBe(clock.now());
  await fine(karin);
  expect(await wordsOf(karin, stream)).toEqual(['Jag fick en egen nyckel.']);
  const late = newId(StreamId, systemRandom);
  await hold(nils.vault, late, 'Sagt efteråt.');
  await nils.sync.deliver('interview', late);
  await nils.sync.round(true);
  await fine(karin);
  expect(await wordsOf(karin, late)).toEqual([]);
  // Said twice it is the first day that stands.
  clock.advance(MINUTE_MS);
  value(await karin.sync.noteLeft(nils.vault.member));
  const again = (await karin.sync.membership())?.directory.members;
  expect(again?.find(({ member }) => member === nils.vault.member)?.leftAt).toBe(leftAt);
});

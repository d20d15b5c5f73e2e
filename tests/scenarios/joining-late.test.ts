import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startOffice, type RunningOffice } from '../../src/office/start.ts';
import { newPerson, testClock, value, type Person } from '../setup/person.ts';

/* A link that lies about tells the office's names for as long as its guest needs them, and no longer. */

const DAY_MS = 24 * 60 * 60_000;
const clock = testClock();
let folder: string;
let office: RunningOffice;
let karin: Person;
let nils: Person;
let link: string;

const person = () => newPerson({ clock, url: () => office.url });
const isIn = async (someone: Person) => (await someone.sync.membership())?.admitted;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-late-'));
  office = await startOffice({ data: join(folder, 'data'), clock });
  karin = await person();
  const input = { secret: office.secret ?? '', officeName: 'Storby', name: 'Karin' };
  value(await karin.sync.found({ ...input, recipientClass: 'x25519' }));
  link = value(await karin.sync.invite({ name: 'Nils', role: 'interviewer', days: 7 }));
  nils = await person();
  value(await nils.sync.join(link, 'Nils'));
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

it('the guest learns by their own signature that they are in', async () => {
  value(await karin.sync.admitJoins());
  value(await nils.sync.refreshDirectory());
  expect(await isIn(nils)).toBe(true);
});

it('a guest who asked in time waits on, past the last day', async () => {
  clock.advance(8 * DAY_MS);
  expect(await nils.sync.round(true)).toEqual({ type: 'fine' });
  expect(await isIn(nils)).toBe(false);
});

it('a finder of the link gets nothing once its guest is in', async () => {
  value(await karin.sync.admitJoins());
  const finder = await person();
  expect(await finder.sync.join(link, 'Nisse')).toEqual({
    ok: false,
    error: { type: 'api', code: 'invitationUsed' },
  });
  expect(await finder.sync.membership()).toBeUndefined();
});

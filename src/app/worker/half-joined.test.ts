import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startOffice, type RunningOffice } from '../../office/start.ts';
import { openHttpOffice } from '../../sync/http.ts';
import type { Office } from '../../sync/model/office.ts';
import { newPerson, testClock, value, type Person } from '../../../tests/setup/person.ts';
import { isToGoOnWith } from './half-joined.ts';

const clock = testClock();
let folder: string;
let office: RunningOffice;
let karin: Person;

const person = (more: { vault?: Person['vault']; office?: Office } = {}) =>
  newPerson({ clock, url: () => office.url, ...more });
const invite = async () =>
  value(await karin.sync.invite({ name: 'Nils', role: 'interviewer', days: 7 }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aterblick-join-'));
  office = await startOffice({ data: join(folder, 'data') });
  karin = await person();
  const input = { secret: office.secret ?? '', officeName: 'Storby', name: 'Karin' };
  value(await karin.sync.found({ ...input, recipientClass: 'x25519' }));
});
afterEach(async () => {
  await office.close();
  await rm(folder, { recursive: true });
});

it('goes on with the same vault when the answer to the joining was lost, and then is let in', async () => {
  const nils = await person();
  const honest = openHttpOffice({ baseUrl: office.url, clock }, nils.vault.signer);
  const lossy: Office = {
    ...honest,
    open: {
      ...honest.open,
      join: async (...args) => {
        await honest.open.join(...args);
        return { ok: false, error: { type: 'unreachable' } };
      },
    },
  };
  const link = await invite();
  const other = await invite();
  const goesOn = async (fragment?: string) =>
    isToGoOnWith(nils.vault.records, await nils.sync.membership(), fragment);
  expect(await goesOn(link)).toBe(true);

  const cut = await person({ vault: nils.vault, office: lossy });
  expect(await cut.sync.join(link, 'Nils')).toMatchObject({ ok: false });
  expect(await goesOn(link)).toBe(true);
  expect(await goesOn(other)).toBe(false);
  expect(await goesOn('not a link')).toBe(false);
  expect(await goesOn()).toBe(false);

  value(await nils.sync.join(link, 'Nils'));
  expect(value(await karin.sync.admitJoins()).admitted).toHaveLength(1);
  value(await nils.sync.refreshDirectory());
  expect(await goesOn(link)).toBe(false);
});

import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../../base/ids.ts';
import { err, ok } from '../../../base/result.ts';
import { continuedStreamOf } from '../../../interview/model/continued.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { giveAssignment, listAssignments, writeAssignment } from '../../../people/assignments.ts';
import { ELIN } from '../../../people/fixture.ts';
import { listIncidents, reportLost } from '../../../people/incidents.ts';
import { briefOf } from '../../../people/model/givable.ts';
import type { Directory } from '../../../sync/model/directory.ts';
import type { Desk } from '../../port.ts';
import { DIRECTORY, fakeDesk, LOST_DEVICE, ME } from '../fixture.ts';
import { LostPlace } from './LostPlace.tsx';

const FOUND = Date.parse('2026-03-02T08:00:00Z');
const HOUR = 3_600_000;
const KEY = 'AGE-SECRET-KEY-1QQ';
const [, tore] = DIRECTORY.members;
if (!tore) throw new Error('no interviewer in the fixture');
const SARA = MemberId.parse('6'.repeat(32));
const sara: Directory['members'][number] = {
  ...tore,
  member: SARA,
  name: 'Sara Nord',
  devices: tore.devices.map((each) => ({ ...each, device: DeviceId.parse('cd'.repeat(16)) })),
};

/** An office with two interviewers; a revoked device stands so in the directory from then on. */
function lostOffice(own: Partial<Desk> = {}, now = FOUND) {
  const deps = fixedDeps(now);
  let directory: Directory = { ...DIRECTORY, members: [...DIRECTORY.members, sara] };
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const listeners = new Set<() => void>();
  const desk = fakeDesk({
    journal,
    directory: async () => directory,
    deliver: async () => ok('packed' as const),
    revoke: async (device) => {
      const members = directory.members.map((each) => ({
        ...each,
        devices: each.devices.map((one) =>
          one.device === device ? { ...one, revokedAt: deps.clock.now() } : one,
        ),
      }));
      directory = { ...directory, members };
      for (const listener of listeners) listener();
      return ok('revoked' as const);
    },
    leftAt: async () => ok({ lastContact: FOUND - HOUR, copies: 3, newest: FOUND - HOUR }),
    subscribe: (listener) => {
      listeners.add(listener);
      const stop = journal.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    ...own,
  });
  return { desk, deps, journal };
}

type Office = ReturnType<typeof lostOffice>;

const shown = ({ desk, deps }: Office, stream: StreamId | null) =>
  render(<LostPlace desk={desk} deps={deps} stream={stream} onBack={() => undefined} />);

async function reported({ journal, deps }: Office): Promise<StreamId> {
  const data = {
    member: tore?.member ?? SARA,
    device: LOST_DEVICE,
    discoveredAt: FOUND,
    locked: 'open' as const,
    note: 'Glömd på bussen.',
  };
  const kept = await reportLost(journal, data, ME.member, deps);
  if (!kept.ok) throw new Error(kept.error.type);
  return kept.value;
}

async function givenAndBegun({ journal, deps }: Office): Promise<StreamId> {
  const person = {
    stream: newId(StreamId, systemRandom),
    code: 'K-017',
    details: ELIN,
    placements: [],
    offers: [],
    notAsked: [],
    held: [],
    batch: null,
    addedAt: 0,
  };
  const brief = briefOf(
    { person, wave: 1 },
    { due: null, topics: [], relation: 'neverMet', way: 'Sms' },
  );
  const to = tore?.member ?? SARA;
  const given = await giveAssignment(journal, { to, brief, wish: 'none' }, ME.member, deps);
  if (!given.ok) throw new Error(given.error.type);
  const interview = newId(StreamId, systemRandom);
  const fact = { type: 'AssignmentBegun', version: 1, data: { interview } } as const;
  await writeAssignment(journal, given.value, fact, to);
  return interview;
}

it('begins with the tablet and when it was discovered, and keeps it', async () => {
  const office = lostOffice();
  shown(office, null);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Starta ärendet' }));
  expect(screen.getByText(/Välj vilken surfplatta/)).toBeVisible();
  await user.click(screen.getByRole('radio', { name: /Tore Lindeberg, enhet ABAB/ }));
  await user.clear(screen.getByLabelText('När upptäcktes det?'));
  await user.type(screen.getByLabelText('När upptäcktes det?'), '2099-01-01T10:00');
  await user.click(screen.getByRole('button', { name: 'Starta ärendet' }));
  expect(screen.getByText(/kan inte ligga framåt/)).toBeVisible();
  expect(await listIncidents(office.journal)).toEqual([]);
  await user.clear(screen.getByLabelText('När upptäcktes det?'));
  await user.type(screen.getByLabelText('När upptäcktes det?'), '2026-03-01T10:00');
  await user.click(screen.getByRole('button', { name: 'Starta ärendet' }));
  await waitFor(async () => expect(await listIncidents(office.journal)).toHaveLength(1));
  expect(await listIncidents(office.journal)).toMatchObject([
    { device: LOST_DEVICE, discoveredAt: new Date('2026-03-01T10:00').getTime() },
  ]);
});

it('blocks only after asking, and then shows what the office knows', async () => {
  const office = lostOffice();
  shown(office, await reported(office));
  const user = userEvent.setup();
  expect(await screen.findByText(/När surfplattan är spärrad berättar kontoret/)).toBeVisible();
  expect(screen.getByText(/Räkna med att uppgifterna kan ha lästs/)).toBeVisible();
  expect(screen.queryByLabelText('Återställningsnyckeln från bladet')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Spärra surfplattan' }));
  await user.click(screen.getByRole('button', { name: 'Ja, spärra den' }));
  expect(await screen.findByText(/3 förseglade kopior av halvfärdiga/)).toBeVisible();
  await waitFor(async () =>
    expect(await listIncidents(office.journal)).toMatchObject([{ done: [{ step: 'blocked' }] }]),
  );
});

it('says when the office does not answer, and asks again when asked to', async () => {
  const leftAt = vi.fn<Desk['leftAt']>(async () => err({ type: 'unreachable' }));
  const office = lostOffice({ leftAt });
  await office.desk.revoke(LOST_DEVICE);
  shown(office, await reported(office));
  expect(await screen.findByText(/Kontoret svarar inte/)).toBeVisible();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Fråga kontoret igen' }));
  await waitFor(() => expect(leftAt).toHaveBeenCalledTimes(2));
});

it('counts from the discovery after a restart, and keeps what is marked', async () => {
  const before = lostOffice({}, FOUND);
  const stream = await reported(before);
  const later = { ...before, deps: fixedDeps(FOUND + 30 * HOUR) };
  shown(later, stream);
  expect(await screen.findByText(/Tiden har gått ut/)).toBeVisible();
  expect(screen.getByText(/42 timmar kvar/)).toBeVisible();
  await userEvent
    .setup()
    .click(screen.getByRole('button', { name: /Markera som klart: Anmält, eller/ }));
  await waitFor(() => expect(screen.queryByText(/42 timmar kvar/)).toBeNull());
  expect(await listIncidents(before.journal)).toMatchObject([
    { done: [{ step: 'report', at: FOUND + 30 * HOUR }] },
  ]);
});

it('hands half-done interviews over with the recovery key, and their assignment goes along', async () => {
  const handOverDrafts = vi.fn<Desk['handOverDrafts']>(async () => ok(['K-017', 'K-020']));
  const office = lostOffice({ handOverDrafts });
  const interview = await givenAndBegun(office);
  await office.desk.revoke(LOST_DEVICE);
  shown(office, await reported(office));
  const user = userEvent.setup();
  await screen.findByText('Namn och kontaktväg till: K-017.');
  await user.click(screen.getByRole('radio', { name: 'Sara Nord' }));
  await user.click(screen.getByRole('button', { name: 'Öppna och lämna över' }));
  expect(screen.getByText(/Nyckeln öppnar inte kopian/)).toBeVisible();
  expect(handOverDrafts).not.toHaveBeenCalled();
  const field = screen.getByLabelText('Återställningsnyckeln från bladet');
  await user.type(field, KEY);
  await user.click(screen.getByRole('button', { name: 'Öppna och lämna över' }));
  expect(await screen.findByText(/tar över: K-017, K-020/)).toBeVisible();
  expect(field).toHaveValue('');
  expect(handOverDrafts).toHaveBeenCalledExactlyOnceWith({
    from: tore?.member,
    to: SARA,
    recovery: KEY,
    interview: null,
  });
  expect(await listAssignments(office.journal)).toMatchObject([
    { to: SARA, interview: continuedStreamOf(interview, SARA) },
  ]);
});

it('leaves everything as it was when the key opens nothing', async () => {
  const office = lostOffice({ handOverDrafts: async () => err({ type: 'badRecovery' }) });
  const interview = await givenAndBegun(office);
  await office.desk.revoke(LOST_DEVICE);
  shown(office, await reported(office));
  const user = userEvent.setup();
  await user.click(await screen.findByRole('radio', { name: 'Sara Nord' }));
  await user.type(screen.getByLabelText('Återställningsnyckeln från bladet'), KEY);
  await user.click(screen.getByRole('button', { name: 'Öppna och lämna över' }));
  expect(await screen.findByText(/Nyckeln öppnar inte kopian/)).toBeVisible();
  expect(await listAssignments(office.journal)).toMatchObject([{ to: tore?.member, interview }]);
});

it('writes a report in both languages that names nobody', async () => {
  const office = lostOffice();
  await givenAndBegun(office);
  await office.desk.revoke(LOST_DEVICE);
  shown(office, await reported(office));
  const user = userEvent.setup();
  const report = await screen.findByRole('article', { name: 'Underlag till anmälan' });
  await screen.findByText(/3 förseglade kopior av halvfärdiga/);
  expect(report).toHaveTextContent('Vad som hände: Glömd på bussen.');
  expect(report).toHaveTextContent('namn och kontaktväg till 1 person');
  expect(report).toHaveTextContent(/Upptäckt: 2 mars 2026/);
  expect(report).not.toHaveTextContent(/Elin|Tore|K-017/);
  await user.click(screen.getByRole('radio', { name: 'English' }));
  expect(within(report).getByText(/the tablet was unlocked when it was lost/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Kopiera texten' }));
  expect(await screen.findByText('Texten är kopierad.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toContain('the office has 3 sealed copies');
});

it('closes after saying what remains', async () => {
  const office = lostOffice();
  shown(office, await reported(office));
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Avsluta ärendet' }));
  expect(within(screen.getByRole('dialog')).getByText(/Kvar att göra: Surfplattan/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Ja, avsluta' }));
  expect(await screen.findByText('Ärendet är avslutat.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Markera som klart/ })).toBeNull();
});

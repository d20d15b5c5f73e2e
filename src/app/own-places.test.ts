import { expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { BESIDE, besideStreamOf } from '../interview/model/own-place.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { stamp, type NewEvent, type Writer } from '../journal/model/event.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import { logStreamOf, monthOf } from '../review/model/access-log.ts';
import { surveyStreamOf, trainingStreamOf } from '../training/model/progress.ts';
import { signoffStreamOf } from '../training/model/signoff.ts';
import { openOwnPlaces } from './own-places.ts';

const ANNA = MemberId.parse('a'.repeat(32));
const SQUATTER: Writer = {
  author: MemberId.parse('b'.repeat(32)),
  device: DeviceId.parse('2'.repeat(32)),
};
const NOW = Date.UTC(2026, 10, 22);
const members = [{ member: ANNA }, { member: SQUATTER.author }];
const nothing: NewEvent = { type: 'Anything', version: 1, data: {} };

const journal = () => openMemoryJournal({ author: ANNA, device: SQUATTER.device }, fixedDeps());
const ownPlaces = (here = journal()) => openOwnPlaces({ journal: here, member: ANNA });

async function brings(kind: ParcelKind, stream: StreamId, here = journal()): Promise<boolean> {
  const events = stamp([nothing], stream, [], SQUATTER, fixedDeps());
  return (await ownPlaces(here))({ kind, stream, events }, members, NOW);
}

it.each([
  ['a sign-off', signoffStreamOf(ANNA)],
  ['progress', trainingStreamOf(ANNA)],
  ['answers to the survey', surveyStreamOf(ANNA)],
  ['the log of this month', logStreamOf(ANNA, monthOf(NOW))],
  ['the log of next year', logStreamOf(ANNA, '2027-10')],
])('nothing else is taken in where a colleague’s %s goes', async (_what, place) => {
  for (const kind of ['interview', 'concern', 'reply', 'transcript'] as const) {
    expect(await brings(kind, place)).toBe(true);
  }
});

it('what belongs there is, and what lies elsewhere', async () => {
  expect(await brings('signoff', signoffStreamOf(ANNA))).toBe(false);
  expect(await brings('training', trainingStreamOf(ANNA))).toBe(false);
  expect(await brings('log', logStreamOf(ANNA, monthOf(NOW)))).toBe(false);
  expect(await brings('interview', StreamId.parse('e'.repeat(32)))).toBe(false);
  // Who is no member has no place.
  expect(await brings('interview', signoffStreamOf(MemberId.parse('c'.repeat(32))))).toBe(false);
});

it('knows the places of who has joined since', async () => {
  const isInTheWay = await ownPlaces();
  const parcel = { kind: 'concern', stream: signoffStreamOf(ANNA), events: [] } as const;
  expect(isInTheWay(parcel, [], NOW)).toBe(false);
  expect(isInTheWay(parcel, members, NOW)).toBe(true);
});

it.each(BESIDE)(
  'nothing else is taken in where my %s of an interview here would go',
  async (kind) => {
    const here = journal();
    const [known, later, elsewhere] = [1, 2, 3].map(() => newId(StreamId, systemRandom));
    if (!known || !later || !elsewhere) throw new Error('three ids');
    await here.append(known, 'interview', [nothing], null);
    const isInTheWay = await ownPlaces(here);
    // One that came after the places were reckoned.
    await here.append(later, 'interview', [nothing], null);
    const asks = (brought: ParcelKind, stream: StreamId) =>
      isInTheWay({ kind: brought, stream, events: [] }, members, NOW);
    for (const interview of [known, later]) {
      const place = besideStreamOf(kind, interview, ANNA);
      expect(asks('concern', place)).toBe(true);
      expect(asks('interview', place)).toBe(true);
      expect(asks(kind, place)).toBe(false);
    }
    expect(asks('concern', besideStreamOf(kind, elsewhere, ANNA))).toBe(false);
  },
);

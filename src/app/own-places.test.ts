import { expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
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

function brings(kind: ParcelKind, stream: StreamId): boolean {
  const events = stamp([nothing], stream, [], SQUATTER, fixedDeps());
  return openOwnPlaces()({ kind, stream, events }, members, NOW);
}

it.each([
  ['a sign-off', signoffStreamOf(ANNA)],
  ['progress', trainingStreamOf(ANNA)],
  ['answers to the survey', surveyStreamOf(ANNA)],
  ['the log of this month', logStreamOf(ANNA, monthOf(NOW))],
  ['the log of next year', logStreamOf(ANNA, '2027-10')],
])('nothing else is taken in where a colleague’s %s goes', (_what, place) => {
  for (const kind of ['interview', 'concern', 'reply', 'transcript'] as const) {
    expect(brings(kind, place)).toBe(true);
  }
});

it('what belongs there is, and what lies elsewhere', () => {
  expect(brings('signoff', signoffStreamOf(ANNA))).toBe(false);
  expect(brings('training', trainingStreamOf(ANNA))).toBe(false);
  expect(brings('log', logStreamOf(ANNA, monthOf(NOW)))).toBe(false);
  expect(brings('interview', StreamId.parse('e'.repeat(32)))).toBe(false);
  // Who is no member has no place.
  expect(brings('interview', signoffStreamOf(MemberId.parse('c'.repeat(32))))).toBe(false);
});

it('knows the places of who has joined since', () => {
  const isInTheWay = openOwnPlaces();
  const parcel = { kind: 'concern', stream: signoffStreamOf(ANNA), events: [] } as const;
  expect(isInTheWay(parcel, [], NOW)).toBe(false);
  expect(isInTheWay(parcel, members, NOW)).toBe(true);
});

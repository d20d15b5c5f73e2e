import { expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { stamp } from '../../journal/model/event.ts';
import { foldIncident, hoursLeft, incidentClocks, type IncidentFact } from './incident.ts';

const HOUR = 3_600_000;
const author = newId(MemberId, systemRandom);
const device = newId(DeviceId, systemRandom);
const found = 1_800_000_000_000;
const reported: IncidentFact = {
  type: 'TabletReportedLost',
  version: 1,
  data: { member: author, device, discoveredAt: found, locked: 'unknown', note: 'På bussen.' },
};
const step = (at: number): IncidentFact => ({
  type: 'IncidentStepDone',
  version: 1,
  data: { step: 'blocked', at },
});
const folded = (...facts: readonly IncidentFact[]) =>
  foldIncident(
    stamp(facts, newId(StreamId, systemRandom), [], { author, device }, fixedDeps(found)),
  );

it('runs its clocks from the discovery, whenever it was written down', () => {
  const incident = folded(reported);
  if (!incident) throw new Error('no incident');
  const clocks = incidentClocks(incident);
  expect(hoursLeft(clocks.earlyWarning, found)).toBe(24);
  expect(hoursLeft(clocks.report, found + 30 * HOUR)).toBe(42);
  expect(hoursLeft(clocks.earlyWarning, found + 24 * HOUR + 1)).toBe(-1);
});

it('keeps when a step was done first, and that it is closed', () => {
  const closed: IncidentFact = { type: 'IncidentClosed', version: 1, data: {} };
  const incident = folded(reported, step(found + 1), step(found + 2), closed);
  expect(incident).toMatchObject({ done: [{ step: 'blocked', at: found + 1 }], closed: true });
});

it('is not begun by a step', () => {
  expect(folded(step(1))).toBeUndefined();
});

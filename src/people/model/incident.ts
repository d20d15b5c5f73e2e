import * as z from 'zod/mini';
import { DeviceId, MemberId, Millis } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';

const HOUR = 3_600_000;

/** Whether the tablet was locked when it was lost, as far as anyone knows. */
export const Locked = z.enum(['locked', 'open', 'unknown']);
export type Locked = z.infer<typeof Locked>;

/** What is done about a lost tablet, in the order in which it is done. */
export const INCIDENT_STEPS = [
  'blocked',
  'handedOver',
  'earlyWarning',
  'report',
  'participants',
] as const;
export const IncidentStep = z.enum(INCIDENT_STEPS);
export type IncidentStep = z.infer<typeof IncidentStep>;

/**
 * A lost tablet, from the moment it was discovered. Kept as facts, so that the clocks go on after a restart and every
 * supervisor sees the same.
 */
export const IncidentFact = z.discriminatedUnion('type', [
  fact('TabletReportedLost', {
    member: MemberId,
    device: DeviceId,
    discoveredAt: Millis,
    locked: Locked,
    note: z.string().check(z.maxLength(2000)),
  }),
  fact('IncidentStepDone', { step: IncidentStep, at: Millis }),
  fact('IncidentClosed', {}),
]);
export type IncidentFact = z.infer<typeof IncidentFact>;

export const IncidentSummary = z.object({
  member: MemberId,
  device: DeviceId,
  discoveredAt: Millis,
  locked: Locked,
  note: z.string(),
  reportedBy: MemberId,
  /** When each step was done the first time; a step that is missing is not done. */
  done: z.array(z.object({ step: IncidentStep, at: Millis })),
  closed: z.boolean(),
});
export type IncidentSummary = z.infer<typeof IncidentSummary>;

/** Undefined when the events, in reading order, do not begin one. */
export function foldIncident(events: readonly JournalEvent[]): IncidentSummary | undefined {
  const [first, ...rest] = events;
  const begun = first && parsed(first);
  if (!first || begun?.type !== 'TabletReportedLost') return undefined;
  return rest.reduce(
    (state, event) => {
      const now = parsed(event);
      return now ? afterIncidentFact(state, now) : state;
    },
    reportedNow(begun.data, first.author),
  );
}

/** An incident as it is when it has just been reported. */
export const reportedNow = (
  data: Extract<IncidentFact, { type: 'TabletReportedLost' }>['data'],
  by: MemberId,
): IncidentSummary => ({ ...data, reportedBy: by, done: [], closed: false });

export function afterIncidentFact(state: IncidentSummary, now: IncidentFact): IncidentSummary {
  switch (now.type) {
    case 'TabletReportedLost':
      return state;
    case 'IncidentStepDone':
      return state.done.some(({ step }) => step === now.data.step)
        ? state
        : { ...state, done: [...state.done, now.data] };
    case 'IncidentClosed':
      return { ...state, closed: true };
  }
}

/**
 * The two clocks, both from the moment of discovery: 24 hours to the first notice of a significant incident
 * (Cybersecurity Act 2025:1506) and 72 hours to the report of a personal data breach (GDPR art. 33).
 */
export const incidentClocks = ({ discoveredAt }: Pick<IncidentSummary, 'discoveredAt'>) => ({
  earlyWarning: discoveredAt + 24 * HOUR,
  report: discoveredAt + 72 * HOUR,
});

/** Whole hours left; negative when the time is over. */
export const hoursLeft = (until: Millis, now: Millis): number => Math.floor((until - now) / HOUR);

const parsed = (event: JournalEvent): IncidentFact | undefined =>
  IncidentFact.safeParse({ type: event.type, version: event.version, data: event.body?.data }).data;

import type { StreamKind } from '../../journal/model/event.ts';
import type { JournalClass } from '../../journal/model/port.ts';
import type { ParcelKind } from '../../parcel/model/manifest.ts';

/**
 * Which streams each kind of parcel carries. A stream in no row never leaves: a reflection, a survey, and a practice run,
 * which is in no vault to begin with (docs/decisions/0020).
 */
const CARRIES = {
  interview: ['interview'],
  safety: ['interview'],
  draft: ['interview'],
  concern: ['concern'],
  transcript: ['transcript'],
  sound: ['sound'],
  review: ['review'],
  reply: ['reply'],
  shared: ['participant'],
  assignment: ['assignment'],
  handover: ['handover'],
  lastTalk: ['lastTalk'],
  incident: ['incident'],
  policy: ['program'],
  withdrawal: ['withdrawal'],
  erasure: ['erasure'],
  log: ['log'],
  training: ['training', 'debrief'],
  signoff: ['signoff'],
  case: ['case'],
  group: ['group'],
  ack: [],
} as const satisfies Record<ParcelKind, readonly StreamKind[]>;

/** Whether a stream of this kind, out of a journal of this class, may go into a parcel of that kind. */
export function mayCarry(kind: ParcelKind, journal: JournalClass, stream: StreamKind): boolean {
  const streams: readonly StreamKind[] = CARRIES[kind];
  return journal === 'real' && streams.includes(stream);
}

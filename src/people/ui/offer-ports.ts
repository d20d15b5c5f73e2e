import type { MemberId } from '../../base/ids.ts';
import type { ParticipantFact } from '../model/participant.ts';

/** What the offers of one person work with. */
export interface OfferPorts {
  readonly me: MemberId;
  readonly members: readonly { readonly member: MemberId; readonly name: string }[];
  readonly today: string;
  readonly newLocalId: () => string;
  /** Keeps facts and hands them on. @returns false when they could not be kept. */
  readonly write: (facts: readonly ParticipantFact[]) => Promise<boolean>;
}

import type { MemberId, Millis, ParcelId, StreamId } from '../base/ids.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { Outbox } from '../vault/model/port.ts';
import type { Ledger } from './ledger.ts';
import type { Sent } from './model/kept.ts';
import { passageOf, type Passage } from './model/passage.ts';

/** What a person sees of a delivery: four different things, and a refusal with its reason (DESIGN section 9). */
export type DeliveryState =
  | { readonly type: 'onTablet' }
  | { readonly type: 'sending'; readonly percent: number }
  /** At the office, by its signed receipt and its clock. */
  | { readonly type: 'received'; readonly at: Millis }
  | { readonly type: 'opened'; readonly at: Millis; readonly by: MemberId }
  /** Kept here; `code` is an API problem, `badReceipt` or `objectLost`. */
  | { readonly type: 'refused'; readonly code: string; readonly at: Millis };

export interface DeliveryRow {
  readonly stream: StreamId;
  readonly kind: ParcelKind;
  readonly parcel: ParcelId;
  readonly revision: number;
  readonly packedAt: Millis;
  /** When the oldest was packed of those after the last that arrived; null when the newest has. */
  readonly waitingSince: Millis | null;
  readonly state: DeliveryState;
}

/** How far each parcel under way has come; lives only as long as the page. */
export interface Progress {
  set(parcel: ParcelId, sent: number, total: number): void;
  percent(parcel: ParcelId): number | undefined;
}

export function openProgress(changed: () => void): Progress {
  const percents = new Map<ParcelId, number>();
  return {
    set: (parcel, sent, total) => {
      percents.set(parcel, Math.floor((100 * sent) / total));
      changed();
    },
    percent: (parcel) => percents.get(parcel),
  };
}

/** One row for every stream and kind ever packed here: the state of its newest revision. Acks are not shown. */
export async function deliveryStates(
  ledger: Pick<Ledger, 'allSent'>,
  outbox: Pick<Outbox, 'list'>,
  progress: Pick<Progress, 'percent'>,
): Promise<readonly DeliveryRow[]> {
  const items = new Map((await outbox.list()).map((item) => [item.parcel, passageOf(item)]));
  const sent = (await ledger.allSent()).filter((each) => each.kind !== 'ack');
  const groups = Map.groupBy(sent, (each) => `${each.stream} ${each.kind}`);
  return [...groups.values()].flatMap((group) => {
    const newest = group.reduce((a, b) => (b.revision > a.revision ? b : a));
    const { stream, kind, parcel, revision, at } = newest;
    // The same words may have gone out twice, e.g. as a file and by the network: the furthest counts.
    const state = group
      .filter((each) => each.content === newest.content)
      .map((each) => stateOf(each, items.get(each.parcel), progress.percent(each.parcel)))
      .reduce((a, b) => (RANK[b.type] > RANK[a.type] ? b : a));
    return [{ stream, kind, parcel, revision, packedAt: at, waitingSince: waiting(group), state }];
  });
}

function waiting(group: readonly Sent[]): Millis | null {
  const last = Math.max(0, ...group.map((each) => (each.receivedAt === null ? 0 : each.revision)));
  const times = group.filter((each) => each.revision > last).map((each) => each.at);
  return times.length === 0 ? null : Math.min(...times);
}

const RANK = {
  onTablet: 0,
  refused: 1,
  sending: 2,
  received: 3,
  opened: 4,
} as const satisfies Record<DeliveryState['type'], number>;

function stateOf(
  sent: Sent,
  passage: Passage | undefined,
  percent: number | undefined,
): DeliveryState {
  const [first] = sent.opened.toSorted((a, b) => a.at - b.at);
  if (first) return { type: 'opened', at: first.at, by: first.member };
  // Only what settle() has checked against the pinned key counts as received.
  if (sent.receivedAt !== null) return { type: 'received', at: sent.receivedAt };
  if (passage?.type === 'refused') return passage;
  if (percent !== undefined) return { type: 'sending', percent };
  return { type: 'onTablet' };
}

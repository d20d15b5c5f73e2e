import type { StreamId } from '../base/ids.ts';
import { never } from '../base/result.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { Directory } from '../sync/model/directory.ts';
import type { DeliveryRow } from '../sync/states.ts';
import type { Delivery } from './port.ts';

/** What the start page shows of each stream: the furthest its own kind has come. Drafts are copies, not deliveries. */
export function deliveriesOf(
  rows: readonly DeliveryRow[],
  directory: Directory | undefined,
  kinds: readonly ParcelKind[] = ['interview', 'review', 'concern', 'transcript', 'training'],
): ReadonlyMap<StreamId, Delivery> {
  const shown = rows.filter((row) => kinds.includes(row.kind));
  return new Map(
    shown.map((row) => [row.stream, { ...asDelivery(row, directory), packedAt: row.packedAt }]),
  );
}

function asDelivery(
  { state, waitingSince: since }: DeliveryRow,
  directory: Directory | undefined,
): Delivery {
  switch (state.type) {
    case 'onTablet':
      return { state: 'onTablet', since };
    case 'sending':
      return { state: 'sending', percent: state.percent, since };
    case 'received':
      return { state: 'received', at: state.at };
    case 'opened': {
      const by = directory?.members.find((member) => member.member === state.by)?.name ?? '';
      return { state: 'opened', at: state.at, by };
    }
    case 'refused':
      return { state: 'refused', code: state.code, since };
    default:
      return never(state);
  }
}

import type { Millis } from '../../base/ids.ts';
import type { OutboxItem } from '../../vault/model/port.ts';
import { Mark } from './kept.ts';

/** Where one parcel is on its way, as the outbox alone can tell. */
export type Passage =
  | { readonly type: 'onTablet' }
  | { readonly type: 'received'; readonly at: Millis }
  | { readonly type: 'refused'; readonly code: string; readonly at: Millis };

export function passageOf(item: OutboxItem): Passage {
  const mark = Mark.parse(item.receipt);
  if (mark === null) return { type: 'onTablet' };
  if (mark.type === 'refused') return { type: 'refused', code: mark.code, at: mark.at };
  return { type: 'received', at: mark.signed.receipt.at };
}

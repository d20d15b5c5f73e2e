import { hex } from '../base/bytes.ts';
import type { Random } from '../base/deps.ts';
import type { DataKey } from './data-key.ts';
import type { EarlyRows } from './early-rows.ts';
import type { Head } from './head.ts';
import type { Keyring } from './keyring.ts';
import type { SealedRow } from './seal.ts';
import type { TwoCopies } from './two-copies.ts';

/** What a head row on disk says, and which row that is. */
export interface KeptHead {
  readonly head: Head;
  readonly revision: number;
  /** Nonce and tag of the row: no other row that opens has them. */
  readonly mark: string;
}

export interface HeadRowsDeps {
  readonly random: Random;
  readonly ring: Keyring;
  readonly dataKey: DataKey;
  readonly copies: TwoCopies;
  readonly index: IndexLimits;
  readonly early: EarlyRows;
}

/** When there is an index of summaries, and when it is written. */
export interface IndexLimits {
  /** From so many streams on; fewer head rows are opened in no time. */
  readonly from: number;
  /** When nothing has changed for so long. */
  readonly idleMs: number;
}

const LAYOUT_AND_KEY_BYTES = 9;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The nonce and the tag, which sealing makes anew for every row (seal.ts). */
export function markOf({ bytes }: SealedRow): string {
  const mark = new Uint8Array(NONCE_BYTES + TAG_BYTES);
  mark.set(bytes.subarray(LAYOUT_AND_KEY_BYTES, LAYOUT_AND_KEY_BYTES + NONCE_BYTES));
  mark.set(bytes.subarray(-TAG_BYTES), NONCE_BYTES);
  return hex(mark);
}

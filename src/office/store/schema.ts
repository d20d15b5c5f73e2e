import type { Generated } from 'kysely';

/*
 * The tables, as Kysely sees them. Plain on purpose, so that another engine can come later: booleans are 0/1,
 * times are whole milliseconds, structured things are JSON text that is parsed again on the way out.
 */
export interface Tables {
  office: OfficeTable;
  directories: DirectoryTable;
  invitations: InvitationTable;
  parcels: ParcelTable;
  parcel_objects: ParcelObjectTable;
  mailbox: MailboxTable;
  audit: AuditTable;
  erasures: ErasureTable;
  erased: ErasedTable;
  loose: LooseTable;
  cursors: CursorTable;
}

/** Exactly one row: one office per server process. */
export interface OfficeTable {
  one: number;
  id: string;
  epoch: number;
  /** SHA-256 of the one-time secret; null once the office is claimed. */
  claim_hash: string | null;
}

export interface DirectoryTable {
  version: number;
  /** SignedDirectory as JSON. */
  body: string;
}

export interface InvitationTable {
  id: string;
  token_hash: string;
  role: string;
  expires: number;
  withdrawn_at: number | null;
  /** JoinRequest as JSON, once someone has asked to join. */
  join_request: string | null;
}

export interface ParcelTable {
  id: string;
  /** SHA-256 of what the sender signed: tells "the same again" from "same id, other content". */
  digest: string;
  sender_member: string;
  sender_key: string;
  /** SignedConsignment as JSON. */
  consignment: string;
  admitted_at: number;
  committed_at: number | null;
  /** SignedReceipt as JSON; answered byte for byte. */
  receipt: string | null;
  receipt_epoch: number | null;
}

export interface ParcelObjectTable {
  parcel: string;
  hash: string;
  length: number;
  /** 1 once the sender has carried the bytes here for this parcel. */
  brought: Generated<number>;
}

/** One row per recipient; `cursor` rises within a member's mailbox. */
export interface MailboxTable {
  member: string;
  cursor: number;
  parcel: string;
}

/** `hash` chains over the row before; `entry` is the canonical JSON that was hashed. */
export interface AuditTable {
  n: number;
  entry: string;
  hash: string;
}

/** A supervisor, or its sender, has asked that a parcel be erased; it is when another has asked too. */
export interface ErasureTable {
  parcel: string;
  member: string;
  at: number;
}

/** Parcels that were erased and are not taken in again. */
export interface ErasedTable {
  parcel: string;
  at: number;
}

/** The highest cursor that each mailbox has given out. */
export interface CursorTable {
  member: string;
  cursor: number;
}

/** Objects that no parcel names any more and whose bytes may still be there. */
export interface LooseTable {
  hash: string;
}

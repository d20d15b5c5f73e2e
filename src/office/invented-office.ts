import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Signer } from '../base/deps.ts';
import type { OfficeId } from '../base/ids.ts';
import type { Directory } from '../sync/model/directory.ts';
import { SignedReceipt } from '../parcel/model/consignment.ts';
import {
  cardOf,
  firstDirectory,
  invent,
  newSigner,
  nextDirectory,
  send,
  signDirectory,
  type InventedParcel,
  type Person,
  type Reply,
  type SendOptions,
} from './invented.ts';
import { startOffice, wallClock, type OfficeOptions, type RunningOffice } from './start.ts';

/** An office of invented people on a real server, a real database and a real folder. */
export interface InventedOffice {
  readonly data: string;
  readonly id: OfficeId;
  readonly root: Signer;
  readonly supervisor: Person;
  readonly interviewer: Person;
  readonly trainer: Person;
  readonly log: readonly string[];
  /** What the server printed as its one-time secret. */
  readonly secret: string;
  url(): string;
  /** The directory in force. */
  directory(): Directory;
  send(method: string, path: string, options?: SendOptions): Promise<Reply>;
  /** Signs the changed directory, with the root unless told otherwise, and hands it in as the supervisor. */
  change(change: Partial<Directory>, signer?: Signer): Promise<Reply>;
  /** The whole way in; returns the reply to the commit. */
  deliver(parcel: InventedParcel): Promise<Reply>;
  stop(): Promise<void>;
  restart(options?: Partial<OfficeOptions>): Promise<void>;
  close(): Promise<void>;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'aterblick-office-'));

/** Starts a fresh office; claimed and with three members unless `unclaimed`. */
export async function inventedOffice(
  options: Partial<OfficeOptions> & { readonly unclaimed?: boolean } = {},
): Promise<InventedOffice> {
  const data = options.data ?? newFolder();
  const log: string[] = [];
  const start = (more: Partial<OfficeOptions> = {}): Promise<RunningOffice> =>
    startOffice({ log: (line) => log.push(line), ...options, ...more, data });
  const now = options.clock?.now ?? wallClock.now;
  let running = await start();
  const card = await cardOf(running.url);
  const root = newSigner();
  const supervisor = invent('Karin Holmgren', 'supervisor');
  const interviewer = invent('Samir Lindqvist', 'interviewer');
  const trainer = invent('Eva Nordin', 'trainer');
  const secret = running.secret ?? '';
  let directory = firstDirectory(card.office, card.officeKey, root, [supervisor]);

  const office: InventedOffice = {
    data,
    id: card.office,
    root,
    supervisor,
    interviewer,
    trainer,
    log,
    secret,
    url: () => running.url,
    directory: () => directory,
    send: (method, path, more) => send(running.url, method, path, { at: now(), ...more }),
    async change(change, signer = root) {
      const next = nextDirectory(directory, change);
      const body = await signDirectory(next, signer);
      const reply = await office.send('PUT', '/api/directory', { as: supervisor, body });
      if (reply.status === 200) directory = next;
      return reply;
    },
    async deliver({ signed, objects }) {
      const { parcel } = signed.consignment;
      await send(running.url, 'POST', '/api/consignments', { body: signed });
      for (const [hash, bytes] of objects) {
        const path = `/api/consignments/${parcel}/objects/${hash}`;
        await send(running.url, 'PUT', path, { bytes });
      }
      return send(running.url, 'POST', `/api/consignments/${parcel}/commit`);
    },
    stop: () => running.close(),
    async restart(more) {
      running = await start(more);
    },
    async close() {
      await running.close();
      rmSync(data, { recursive: true });
    },
  };
  if (options.unclaimed) return office;

  const body = { secret, directory: await signDirectory(directory, root) };
  const claimed = await office.send('POST', '/api/claim', { body });
  if (claimed.status !== 200) throw new Error(`claim: ${claimed.text}`);
  const people = [supervisor, interviewer, trainer];
  const { members } = firstDirectory(card.office, card.officeKey, root, people);
  const changed = await office.change({ members });
  if (changed.status !== 200) throw new Error(`directory: ${changed.text}`);
  return office;
}

export const receiptIn = (reply: Reply): SignedReceipt => SignedReceipt.parse(reply.json);

/** Status and, of a refusal, its code. */
export const outcome = ({ status, json }: Reply): readonly unknown[] => [
  status,
  typeof json === 'object' && json && 'code' in json ? json.code : 'fine',
];

/** The directory's members with this person's entry changed. */
export const withMember = (
  directory: Directory,
  person: Person,
  change: (member: Directory['members'][number]) => Directory['members'][number],
): Directory['members'] =>
  directory.members.map((member) => (member.member === person.member ? change(member) : member));

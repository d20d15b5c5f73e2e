import { fromUtf8, release } from '../base/bytes.ts';
import type { Deps, Verify } from '../base/deps.ts';
import { Sha256, type Millis, type ParcelId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { isUnfetched } from '../base/unfetched.ts';
import { isInOwnPlace } from '../interview/model/own-place.ts';
import type { StoreProblem } from '../journal/model/port.ts';
import type { SignedConsignment } from '../parcel/model/consignment.ts';
import type { OpenedParcel, ParcelDesk, ParcelProblem } from '../parcel/model/port.ts';
import type { OpenVault } from '../vault/model/port.ts';
import type { DirectoryDesk, Membership } from './directory.ts';
import { isReplaced, isReplacing, markReplacing } from './erasures.ts';
import { readRecord, type Ledger } from './ledger.ts';
import { cursorOf } from './mail.ts';
import { Ack, type Aside } from './model/kept.ts';
import { remember, type Objects } from './remember.ts';
import { FINE, later, type Round, type SyncProblem } from './model/problem.ts';
import type { InboxPage } from './model/protocol.ts';
import { mayBring, maySend, senderOf } from './model/sender.ts';

/**
 * Takes an opened parcel's words into the journal. It must be idempotent: after a crash the same parcel comes again.
 * `badContents` and `cancelled` put the parcel aside; a store's problem leaves it at the office until there is room.
 */
export type ImportParcel = (
  opened: OpenedParcel,
) => Promise<Result<unknown, StoreProblem | { readonly type: 'badContents' | 'cancelled' }>>;

export interface InboxDeps extends Deps {
  readonly vault: OpenVault;
  readonly desk: Pick<ParcelDesk, 'open' | 'fromFile'>;
  readonly directory: DirectoryDesk;
  readonly ledger: Ledger;
  readonly verify: Verify;
  readonly importParcel: ImportParcel;
  /** Gets a bug met in reading one parcel. */
  readonly broke: (cause: unknown) => void;
}

export interface Inbox {
  /** Fetches and takes in all that has come since last time. @param first what asking just now has brought. */
  fetch(first?: InboxPage): Promise<Round>;
  /** Takes in one `.aterblick` file, by the same checks as what the office hands over. */
  openFile(bytes: Uint8Array): Promise<Result<ParcelId, SyncProblem>>;
  /** Tries the parcels that were put aside once more, e.g. when a new directory has come. */
  retryAsides(): Promise<Round>;
}

/** What became of a parcel. `stopped`: nothing was decided, it comes again. */
type Fate =
  | { readonly type: 'taken' }
  | { readonly type: 'refused'; readonly problem: ParcelProblem; readonly about?: Aside['about'] }
  | { readonly type: 'stopped'; readonly problem: SyncProblem };

export function openInbox(deps: InboxDeps): Inbox {
  const { vault, ledger, clock } = deps;

  /** A parcel that we fail on must not hold up those behind it: it lies aside like any that cannot be read. */
  function failed(cause: unknown, about?: Aside['about']): Fate {
    // Nothing is wrong with it when a part of the app was not there to read it with.
    if (isUnfetched(cause)) return { type: 'stopped', problem: { type: 'unfetched' } };
    deps.broke(cause);
    return { type: 'refused', problem: { type: 'unreadable' }, ...(about && { about }) };
  }

  async function openWith(
    current: Membership,
    signed: SignedConsignment,
    objects: Objects,
    receivedAt: Millis | null,
  ) {
    let stopped: SyncProblem | undefined;
    const opened = await deps.desk.open(
      signed,
      async (hash) => {
        const bytes = await objects(hash);
        if (bytes.ok) return bytes.value;
        stopped = bytes.error;
        return undefined;
      },
      {
        ...deps,
        identities: Object.values(vault.age.identities),
        me: Object.values(vault.age.recipients),
        office: current.identity.office,
        // Practice is a trainer's to see; everyone else takes the real thing alone.
        class: current.identity.role === 'trainer' ? signed.consignment.class : 'real',
        enrolled: (key, member, device) =>
          senderOf(current.directory, { key, member, device }, receivedAt) !== undefined,
        seen: (device, seq) => readRecord(vault.records, `seen/${device}/${seq}`, Sha256),
        done: release,
      },
    );
    return { opened, stopped };
  }

  /** @param receivedAt when the office received it; null when it came as a file. */
  async function take(
    signed: SignedConsignment,
    objects: Objects,
    receivedAt: Millis | null,
  ): Promise<Fate> {
    let current = await deps.directory.membership();
    if (!current) return { type: 'stopped', problem: { type: 'notEnrolled' } };
    const remembered = remember(objects);
    let { opened, stopped } = await openWith(current, signed, remembered, receivedAt);
    if (!opened.ok && opened.error.type === 'unknownSender') {
      // Perhaps a colleague who joined after our directory was fetched.
      const refreshed = await deps.directory.refresh();
      current = refreshed.ok ? refreshed.value : current;
      ({ opened, stopped } = await openWith(current, signed, remembered, receivedAt));
    }
    if (stopped) return { type: 'stopped', problem: stopped };
    if (!opened.ok) return { type: 'refused', problem: opened.error };
    const { stream, kind } = opened.value.manifest;
    return importOpened(current, opened.value, receivedAt).catch((cause: unknown) =>
      failed(cause, { stream, kind }),
    );
  }

  async function importOpened(
    { directory }: Membership,
    opened: OpenedParcel,
    receivedAt: Millis | null,
  ): Promise<Fate> {
    const { manifest, events } = opened;
    const { kind } = manifest;
    const about = { stream: manifest.stream, kind };
    const sender = senderOf(directory, manifest.sender, receivedAt);
    const foreignDraft = kind === 'draft' && manifest.sender.member !== vault.member;
    const isTold = sender && !foreignDraft && maySend(directory, kind, sender, manifest.sender.key);
    // An ack speaks of a stream that is its reader's; it carries no events.
    const found = kind === 'ack' ? undefined : await vault.journal.open(manifest.stream);
    // Whoever sits in a place that is the sender's alone has no say in it.
    const here = found && found.kind !== kind && isInOwnPlace(kind, events) ? undefined : found;
    if (!isTold || !mayBring(kind, events, here?.events ?? [], sender, directory)) {
      return { type: 'refused', problem: { type: 'badContents' }, about };
    }
    const { stream, revision } = manifest;
    const { member: from } = manifest.sender;
    const isOld = await isReplaced(vault.records, { kind, sender: from, stream, revision });
    const taken = isOld
      ? ok('taken' as const)
      : kind === 'ack'
        ? await takeAck(opened)
        : await deps.importParcel(opened);
    if (!taken.ok) {
      const problem = taken.error;
      return problem.type === 'badContents' || problem.type === 'cancelled'
        ? { type: 'refused', problem: { type: problem.type }, about }
        : { type: 'stopped', problem };
    }
    const { device, member } = manifest.sender;
    const seen = await vault.records.put(`seen/${device}/${manifest.seq}`, opened.manifestHash);
    if (!seen.ok) return { type: 'stopped', problem: seen.error };
    if (!isOld && isReplacing(kind, manifest.tombstones.length)) {
      const { parcel } = manifest;
      const at = clock.now();
      const marked = await markReplacing(vault.records, {
        parcel,
        stream,
        kind,
        sender: member,
        revision,
        at,
      });
      if (!marked.ok) return { type: 'stopped', problem: marked.error };
    }
    const known = await ledger.imported(manifest.parcel);
    const noted = await ledger.putImported({
      parcel: manifest.parcel,
      stream: manifest.stream,
      kind,
      revision: manifest.revision,
      sender: member,
      at: clock.now(),
      acknowledgedAt: known?.acknowledgedAt ?? null,
    });
    return noted.ok ? { type: 'taken' } : { type: 'stopped', problem: noted.error };
  }

  async function takeAck({ manifest, parts }: OpenedParcel) {
    const ack = parseAck(parts.get('ack.json'));
    if (!ack) return err({ type: 'badContents' as const });
    for (const parcel of ack.parcels) {
      const noted = await ledger.opened(parcel, manifest.sender.member, ack.at);
      if (!noted.ok) return noted;
    }
    return ok('taken' as const);
  }

  /** Decides one parcel and writes the decision down. */
  async function decide(
    signed: SignedConsignment,
    objects: Objects,
    receivedAt: Millis,
  ): Promise<Fate> {
    const fate = await take(signed, objects, receivedAt).catch((cause: unknown) => failed(cause));
    const { parcel } = signed.consignment;
    if (fate.type === 'taken') {
      const gone = await ledger.removeAside(parcel);
      if (!gone.ok) return { type: 'stopped', problem: gone.error };
    }
    if (fate.type === 'refused') {
      const { about } = fate;
      const problem = fate.problem.type;
      const kept = await ledger.putAside({ signed, problem, receivedAt, ...(about && { about }) });
      if (!kept.ok) return { type: 'stopped', problem: kept.error };
    }
    return fate;
  }

  const fromOffice =
    (current: Membership): Objects =>
    async (hash) => {
      const object = await current.office.object(hash);
      if (!object.ok) {
        const isGone = object.error.type === 'api' && object.error.code === 'notFound';
        return isGone ? ok(undefined) : object;
      }
      // What came is not what was asked for: better luck next time, if it was the line; `open` refuses it otherwise.
      return ok(object.value);
    };

  async function fetch(first?: InboxPage): Promise<Round> {
    const current = await deps.directory.membership();
    if (!current) return FINE;
    let cursor = await cursorOf(vault.records);
    let asked = first && ok(first);
    for (;;) {
      const page = asked ?? (await current.office.inbox(cursor.after));
      asked = undefined;
      if (!page.ok) return later(page.error);
      if (page.value.epoch !== cursor.epoch) {
        const wasElsewhere = cursor.after > 0;
        cursor = { epoch: page.value.epoch, after: 0 };
        // A restored office has counted anew: look at everything again; what is known is passed over.
        if (wasElsewhere) continue;
      }
      const asides = new Set((await ledger.asides()).map((each) => each.signed.consignment.parcel));
      for (const item of page.value.items) {
        const { parcel, sender } = item.consignment.consignment;
        const isKnown = asides.has(parcel) || (await ledger.imported(parcel)) !== undefined;
        if (!isKnown && sender.device !== vault.device) {
          const fate = await decide(item.consignment, fromOffice(current), item.receivedAt);
          if (fate.type === 'stopped') return later(fate.problem);
        }
        cursor = { ...cursor, after: Math.max(cursor.after, item.cursor) };
      }
      const kept = await vault.records.put('cursor', cursor);
      if (!kept.ok) return later(kept.error);
      if (!page.value.more || page.value.items.length === 0) return FINE;
    }
  }

  return {
    fetch,
    openFile: async (bytes) => {
      const file = deps.desk.fromFile(bytes);
      if (!file.ok) return file;
      const { signed, objects } = file.value;
      const object: Objects = (hash) => Promise.resolve(ok(objects.get(hash)?.slice()));
      const fate = await take(signed, object, null).catch((cause: unknown) => failed(cause));
      return fate.type === 'taken' ? ok(signed.consignment.parcel) : err(fate.problem);
    },
    retryAsides: async () => {
      const current = await deps.directory.membership();
      if (!current) return FINE;
      for (const { signed, receivedAt } of await ledger.asides()) {
        const fate = await decide(signed, fromOffice(current), receivedAt);
        if (fate.type === 'stopped') return later(fate.problem);
      }
      return FINE;
    },
  };
}

function parseAck(bytes: Uint8Array | undefined): Ack | undefined {
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(fromUtf8(bytes));
    return Ack.safeParse(value).data;
  } catch {
    // Not JSON: the parcel is put aside as `badContents`.
    return undefined;
  }
}

import type { Deps, Signer, Verify } from '../base/deps.ts';
import type { DeviceId, InvitationId, MemberId, ParcelId, StreamId, VaultId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { ParcelKind } from '../parcel/model/manifest.ts';
import type { ParcelDesk } from '../parcel/model/port.ts';
import type { OpenVault, Outbox } from '../vault/model/port.ts';
import type { Deliverable, Delivery, PartsOf } from './delivery.ts';
import { openDirectoryDesk, type Membership } from './directory.ts';
import type { Admissions } from './enrol.ts';
import type { FoundDeps, FoundInput, RecoverySheet } from './found.ts';
import type { ImportParcel } from './inbox.ts';
import { openLedger } from './ledger.ts';
import { newMail } from './mail.ts';
import { openLoop, type Locks, type Loop, type LoopState, type Pause } from './loop.ts';
import type { Directory, Role, SoundRetention } from './model/directory.ts';
import type { Aside, Identity } from './model/kept.ts';
import type { MemberOffice, Office, PublicOffice } from './model/office.ts';
import { FINE, later, type Round, type SyncProblem } from './model/problem.ts';
import type { SendDeps } from './outbox.ts';
import type { SavedFile } from './packing.ts';
import { deliveryStates, openProgress, type DeliveryRow } from './states.ts';

/*
 * Setting up, joining and inviting are rare, and on most days nothing lies in the outbox or the mailbox when a talk
 * begins: the code for each waits until there is something to do.
 */
const founding = () => import('./found.ts');
const enrolling = () => import('./enrol.ts');
const delivering = () => import('./delivery.ts');
const receiving = () => import('./inbox.ts');

async function send(deps: SendDeps, again: boolean): Promise<Round> {
  if ((await deps.outbox.list()).length === 0) return FINE;
  const { sendOutbox } = await import('./outbox.ts');
  return sendOutbox(deps, again);
}

export interface RunnerDeps extends Deps {
  readonly verify: Verify;
  readonly locks: Locks;
  readonly pause: Pause;
  /** Gets bugs thrown in a round. */
  readonly broke: (cause: unknown) => void;
}

export interface SyncDeps extends RunnerDeps {
  readonly vault: OpenVault;
  readonly office: Office;
  readonly desk: ParcelDesk;
  readonly makeRoot: FoundDeps['makeRoot'];
  readonly makeRecoveryKeys: FoundDeps['makeRecoveryKeys'];
  readonly signerFromSeed: (seed: string) => Promise<Signer>;
  /** Where the app is served, for invitation links. */
  readonly origin: string;
  readonly partsOf: PartsOf;
  readonly importParcel: ImportParcel;
  /** Called in every round before sending: what should meet the office now is packed here. */
  readonly beforeRound?: () => Promise<Round>;
}

export interface SyncStatus {
  readonly loop: LoopState;
  /** The directory was refused, or this device is no longer in it: said until a good one comes. */
  readonly directoryProblem: SyncProblem | null;
  /** Invitations in whose guest's place somebody tried to put other keys. */
  readonly forgedJoins: readonly InvitationId[];
}

type Answer<T> = Promise<Result<T, SyncProblem>>;

/** All that an unlocked vault does with its office. */
export interface Sync {
  readonly loop: Loop;
  status(): SyncStatus;
  /** Called when the status or a delivery's state may have changed. */
  onChange(listener: () => void): () => void;
  membership(): Promise<Membership | undefined>;
  found(input: FoundInput): Answer<RecoverySheet>;
  renewRecovery(): Answer<RecoverySheet>;
  invite(input: {
    readonly name: string;
    readonly role: Role;
    readonly days: number;
  }): Answer<string>;
  join(link: string, name: string): Answer<Identity>;
  admitJoins(): Answer<Admissions>;
  refreshDirectory(): Answer<Membership>;
  revokeDevice(device: DeviceId): Answer<Directory>;
  noteLeft(member: MemberId): Answer<Directory>;
  decideSound(sound: SoundRetention | null): Answer<Directory>;
  deliver(kind: Deliverable, stream: StreamId, signal?: AbortSignal): Answer<ParcelId>;
  saveFile(kind: ParcelKind, stream: StreamId): Answer<SavedFile>;
  /** Of these streams, those that are to be packed (anew): see `Delivery.lagging`. */
  lagging: Delivery['lagging'];
  acknowledge(stream: StreamId): Answer<'told'>;
  openFile(bytes: Uint8Array): Answer<ParcelId>;
  deliveryStates(): Promise<readonly DeliveryRow[]>;
  asides(): Promise<readonly Aside[]>;
  /** One round of everything, as the loop runs it. */
  round(again: boolean): Promise<Round>;
}

export function openSync(deps: SyncDeps): Sync {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const { vault } = deps;
  const ledger = openLedger(vault.records);
  const progress = openProgress(changed);
  const directory = openDirectoryDesk(deps);
  const within = { ...deps, directory, ledger };
  let desk: Delivery | undefined;
  /** One for all: parcels are packed one at a time. */
  const delivery = async (): Promise<Delivery> => {
    const { openDelivery } = await delivering();
    return (desk ??= openDelivery(within));
  };
  const inbox = () => receiving().then(({ openInbox }) => openInbox(within));
  let directoryProblem: SyncProblem | null = null;
  let forgedJoins: readonly InvitationId[] = [];

  async function refresh(): Answer<Membership> {
    const refreshed = await directory.refresh();
    if (refreshed.ok) directoryProblem = null;
    else if (!isPassing(refreshed.error)) directoryProblem = refreshed.error;
    changed();
    return refreshed;
  }

  async function admit(): Answer<Admissions> {
    const { admitJoins } = await enrolling();
    const admitted = await admitJoins(within);
    if (admitted.ok) forgedJoins = admitted.value.refused;
    changed();
    return admitted;
  }

  async function round(again: boolean): Promise<Round> {
    const before = await directory.membership();
    if (!before) return FINE;
    const refreshed = await refresh();
    if (!refreshed.ok && isPassing(refreshed.error)) return later(refreshed.error);
    const current = refreshed.ok ? refreshed.value : before;
    // Not named yet: the office would refuse everything, and a supervisor has to act first.
    if (!current.admitted) return FINE;
    const prepared = (await deps.beforeRound?.()) ?? FINE;
    const isNewer = current.directory.version !== before.directory.version || !before.admitted;
    const rounds: Round[] = [prepared];
    const sending = { ...deps, outbox: vault.outbox, office: deps.office.open };
    rounds.push(await send({ ...sending, progress: progress.set }, again || isNewer));
    if ((await ledger.allSent()).length > 0) {
      rounds.push(asRound(await (await delivery()).settle()));
    }
    changed();
    rounds.push(await fetchMail(current.office));
    rounds.push(await eraseThere(current.office));
    if ((isNewer || again) && (await ledger.asides()).length > 0) {
      rounds.push(await (await inbox()).retryAsides());
    }
    if (current.identity.role === 'supervisor') rounds.push(asRound(await admit()));
    // A refused directory is shown in the status; trying again sooner would not mend it.
    return rounds.find((each) => each.type === 'later') ?? FINE;
  }

  async function fetchMail(office: MemberOffice): Promise<Round> {
    const mail = await newMail(vault.records, office);
    if (!mail.ok) return later(mail.error);
    return mail.value === 'none' ? FINE : (await inbox()).fetch(mail.value);
  }

  /** After the mail: it tells the epoch, and it may bring what is to be erased. */
  async function eraseThere(office: MemberOffice): Promise<Round> {
    const marks = await Promise.all(
      ['erased/', 'replaced/'].map((each) => vault.records.names(each)),
    );
    if (marks.flat().length === 0) return FINE;
    const { askToErase } = await import('./erasures.ts');
    return askToErase(vault.records, ledger, office, vault.member, deps.clock);
  }

  const loop = openLoop({
    ...deps,
    lock: lockOf(vault.vault),
    round,
    until: deps.office.open.until,
  });
  loop.onState(changed);
  const waking = async <T>(task: Promise<Result<T, SyncProblem>>) => {
    const result = await task;
    if (result.ok) loop.wake();
    changed();
    return result;
  };

  return {
    loop,
    round,
    status: () => ({ loop: loop.state(), directoryProblem, forgedJoins }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    membership: directory.membership,
    found: (input) => waking(founding().then(({ found }) => found(within, input))),
    renewRecovery: () => waking(founding().then(({ renewRecovery }) => renewRecovery(within))),
    invite: (input) => enrolling().then(({ invite }) => invite(within, input)),
    join: (link, name) => waking(enrolling().then(({ join }) => join(within, link, name))),
    admitJoins: admit,
    refreshDirectory: refresh,
    revokeDevice: (device) =>
      waking(enrolling().then(({ revokeDevice }) => revokeDevice(within, device))),
    noteLeft: (member) => waking(enrolling().then(({ noteLeft }) => noteLeft(within, member))),
    decideSound: async (sound) => {
      const { decideSound } = await import('./retention.ts');
      return waking(decideSound(directory, sound));
    },
    deliver: (...args) => waking(delivery().then((desk) => desk.deliver(...args))),
    saveFile: (kind, stream) => waking(delivery().then((desk) => desk.saveFile(kind, stream))),
    lagging: async (kind, rows) => (await delivery()).lagging(kind, rows),
    acknowledge: (stream) => waking(delivery().then((desk) => desk.acknowledge(stream))),
    openFile: async (bytes) => {
      const opened = await (await inbox()).openFile(bytes);
      changed();
      return opened;
    },
    deliveryStates: () => deliveryStates(ledger, vault.outbox, progress),
    asides: ledger.asides,
  };
}

/** Sends the outbox of a vault that stays locked: no records, no keys, only sealed parcels and their receipts. */
export function openLockedSending(
  deps: RunnerDeps & {
    readonly vault: VaultId;
    readonly outbox: Outbox;
    readonly office: PublicOffice;
    readonly progress: (parcel: ParcelId, sent: number, total: number) => void;
  },
): Loop {
  const { vault, ...rest } = deps;
  return openLoop({
    ...rest,
    lock: lockOf(vault),
    round: (again) => send(rest, again),
    until: deps.office.until,
  });
}

const lockOf = (vault: VaultId): string => `sync:${vault}`;

const isPassing = (problem: SyncProblem): boolean =>
  problem.type === 'unreachable' || problem.type === 'strangeAnswer' || problem.type === 'api';

const asRound = (result: Result<unknown, SyncProblem>): Round =>
  result.ok ? FINE : later(result.error);

import type { Clock, Signer, Verify } from '../base/deps.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { OpenVault } from '../vault/model/port.ts';
import { readRecord } from './ledger.ts';
import {
  acceptDirectory,
  directoryBytes,
  directoryHash,
  findDevice,
  SignedDirectory,
  type Directory,
  type Recipients,
} from './model/directory.ts';
import { Identity, Joining, Root } from './model/kept.ts';
import type { MemberOffice, Office } from './model/office.ts';
import type { SyncProblem } from './model/problem.ts';

/** How often a change of the directory is put again on top of somebody else's. */
const MAX_TRIES = 5;

export interface DirectoryDeps {
  readonly vault: Pick<OpenVault, 'records' | 'signer' | 'member' | 'device' | 'setRecovery'>;
  readonly office: Office;
  readonly verify: Verify;
  readonly clock: Clock;
  readonly signerFromSeed: (seed: string) => Promise<Signer>;
}

export interface Membership {
  readonly identity: Identity;
  readonly directory: Directory;
  readonly office: MemberOffice;
  /** The directory names this device: the office will listen to it. */
  readonly admitted: boolean;
}

/** This device's copy of the directory: the root pinned, every newer one checked before it is believed. */
export interface DirectoryDesk {
  /** Who I am and what was last accepted; undefined while the vault belongs to no office. */
  membership(): Promise<Membership | undefined>;
  /** Keeps who I am, pins the root, and accepts the first directory. */
  enrol(identity: Identity, first: SignedDirectory): Promise<Result<Directory, SyncProblem>>;
  /** Asks the office for a newer one. A refused one changes nothing here and is told. */
  refresh(): Promise<Result<Membership, SyncProblem>>;
  /** Signs and puts an edited directory; `edit` answers undefined when nothing is left to do. */
  change(
    edit: (directory: Directory, root: Signer | undefined) => Promise<Directory | undefined>,
  ): Promise<Result<Directory, SyncProblem>>;
}

export function openDirectoryDesk(deps: DirectoryDeps): DirectoryDesk {
  const { records } = deps.vault;

  async function membership(): Promise<Membership | undefined> {
    const identity = await readRecord(records, 'identity', Identity);
    const known = await readRecord(records, 'directory', SignedDirectory);
    if (!identity || !known) return undefined;
    const me = findDevice(known.directory, deps.vault.signer.key);
    return {
      identity: me ? { ...identity, name: me.member.name, role: me.member.role } : identity,
      directory: known.directory,
      office: deps.office.member(identity.office),
      admitted: me?.member.member === deps.vault.member && me.device.device === deps.vault.device,
    };
  }

  async function accept(
    identity: Identity,
    offered: SignedDirectory,
  ): Promise<Result<Directory, SyncProblem>> {
    const known = (await readRecord(records, 'directory', SignedDirectory))?.directory;
    if (offered.directory.office !== identity.office) return err({ type: 'directoryForged' });
    const accepted = await acceptDirectory(offered, identity.root, known, deps.verify);
    if (!accepted.ok) return accepted;
    const directory = accepted.value;
    // The receipts' key is pinned with the root: only a new enrolment may change it.
    if (directory.officeKey !== identity.officeKey) return err({ type: 'directoryForged' });
    if (known && directoryHash(known) === directoryHash(directory)) return accepted;
    if (!known || recoveryOf(known).join() !== recoveryOf(directory).join()) {
      // The office's recovery keys must open this vault before the directory counts as taken in.
      const set = await deps.vault.setRecovery(recoveryOf(directory));
      if (!set.ok) return set;
    }
    const kept = await records.put('directory', offered);
    return kept.ok ? accepted : kept;
  }

  async function ask(current: Membership): Promise<Result<SignedDirectory, SyncProblem>> {
    const joining = await readRecord(records, 'joining', Joining);
    if (!joining || current.admitted) return current.office.directory();
    // Not named yet: only the invitation's token is listened to.
    const card = await deps.office.open.invitation(joining.invitation, joining.token);
    if (!card.ok) return card.error.type === 'api' ? current.office.directory() : card;
    const { directory, state } = card.value;
    if (directory) return ok(directory);
    if (state === 'joined') return current.office.directory();
    // Asked in time and not answered yet: nothing newer is told to who may never be let in.
    const known = await readRecord(records, 'directory', SignedDirectory);
    return known ? ok(known) : err({ type: 'notEnrolled' });
  }

  /** An office restored from a backup has forgotten who came since; a supervisor's device hands it the newer one. */
  async function remind(
    current: Membership,
    problem: SyncProblem,
  ): Promise<Result<Directory, SyncProblem>> {
    const known = await readRecord(records, 'directory', SignedDirectory);
    const isForgetful = problem.type === 'directoryOlder' && current.identity.role === 'supervisor';
    if (!known || !isForgetful) return err(problem);
    const put = await current.office.putDirectory(known);
    return put.ok ? accept(current.identity, put.value) : err(problem);
  }

  async function refresh(): Promise<Result<Membership, SyncProblem>> {
    const before = await membership();
    if (!before) return err({ type: 'notEnrolled' });
    const offered = await ask(before);
    if (!offered.ok) {
      // A revoked device is not even told by whom: the office no longer listens to it.
      const isOut = offered.error.type === 'api' && offered.error.code === 'notAllowed';
      return before.admitted && isOut ? err({ type: 'deviceRevoked' }) : offered;
    }
    const first = await accept(before.identity, offered.value);
    const accepted = first.ok ? first : await remind(before, first.error);
    if (!accepted.ok) return accepted;
    const now = await membership();
    if (!now) return err({ type: 'notEnrolled' });
    if (now.admitted && !before.admitted) {
      const gone = await records.remove('joining');
      if (!gone.ok) return gone;
    }
    if (before.admitted && !now.admitted) return err({ type: 'deviceRevoked' });
    return ok(now);
  }

  return {
    membership,
    refresh,
    enrol: async (identity, first) => {
      const kept = await records.put('identity', identity);
      return kept.ok ? accept(identity, first) : kept;
    },
    change: async (edit) => {
      const root = await readRecord(records, 'root', Root);
      const rootSigner = root && (await deps.signerFromSeed(root.seed));
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const current = await membership();
        const known = await readRecord(records, 'directory', SignedDirectory);
        if (!current || !known) return err({ type: 'notEnrolled' });
        const edited = await edit(current.directory, rootSigner);
        if (!edited) return ok(current.directory);
        const directory: Directory = {
          ...edited,
          version: current.directory.version + 1,
          prev: directoryHash(current.directory),
          at: deps.clock.now(),
        };
        const signed = await signDirectory(directory, rootSigner ?? deps.vault.signer);
        const base = rootSigner ? undefined : rootSignedOf(known);
        const put = await current.office.putDirectory(base ? { ...signed, base } : signed);
        if (put.ok) return accept(current.identity, put.value);
        if (put.error.type !== 'api' || put.error.code !== 'directoryStale') return put;
        const newer = await refresh();
        if (!newer.ok) return newer;
      }
      return err({ type: 'directoryBusy' });
    },
  };
}

export async function signDirectory(
  directory: Directory,
  signer: Signer,
): Promise<SignedDirectory> {
  const signature = await signer.sign(directoryBytes(directory));
  return { directory, key: signer.key, signature };
}

/** The newest one that the root signed, as this device knows it. */
const rootSignedOf = ({ directory, key, signature, base }: SignedDirectory) =>
  key === directory.root ? { directory, signature } : base;

const recoveryOf = (directory: Directory): string[] =>
  directory.recovery.map((recipients: Recipients) => recipients[directory.recipientClass]);

import type { Deps, Signer } from '../base/deps.ts';
import type { Millis, OfficeId, SignKey } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { AgeKeys } from '../parcel/keys.ts';
import type { OpenVault } from '../vault/model/port.ts';
import { signDirectory, type DirectoryDesk } from './directory.ts';
import { readRecord } from './ledger.ts';
import {
  certificateBytes,
  type Certificate,
  type Directory,
  type Recipients,
  type RecipientClass,
} from './model/directory.ts';
import { Root, type Identity } from './model/kept.ts';
import type { Office } from './model/office.ts';
import type { SyncProblem } from './model/problem.ts';

export interface FoundDeps extends Deps {
  readonly vault: OpenVault;
  readonly office: Office;
  readonly directory: DirectoryDesk;
  readonly makeRecoveryKeys: () => Promise<AgeKeys>;
  readonly signerFromSeed: (seed: string) => Promise<Signer>;
  readonly makeRoot: (
    random: Deps['random'],
  ) => Promise<{ readonly seed: string; readonly key: SignKey }>;
}

export interface FoundInput {
  /** The one-time secret that the start command prints. */
  readonly secret: string;
  readonly officeName: string;
  readonly name: string;
  readonly recipientClass: RecipientClass;
}

/** What goes on paper. The recovery identities are kept nowhere else: not in this vault, not at the office. */
export interface RecoverySheet {
  readonly officeName: string;
  readonly office: OfficeId;
  readonly rootSeed: string;
  readonly recovery: { readonly x25519: string; readonly hybrid: string };
  readonly at: Millis;
}

/**
 * Sets up the office: the root and the recovery keys are made here, the founder becomes its first supervisor.
 * The root is kept before the claim is sent: if the answer is lost, the next try finds its own root at the office
 * and goes on, with new recovery keys, since nobody has seen the first.
 */
export async function found(
  deps: FoundDeps,
  input: FoundInput,
): Promise<Result<RecoverySheet, SyncProblem>> {
  const { vault, clock } = deps;
  const membership = await deps.directory.membership();
  if (membership) return err({ type: 'alreadyEnrolled' });
  const card = await deps.office.open.card();
  if (!card.ok) return card;
  const { office, officeKey } = card.value;
  const root = await ownRoot(deps, office);
  if (!root.ok) return root;
  if (card.value.root !== null && card.value.root !== root.value.key) {
    return err({ type: 'officeTaken' });
  }
  const identity: Identity = {
    member: vault.member,
    device: vault.device,
    name: input.name,
    role: 'supervisor',
    office,
    root: root.value.key,
    officeKey,
  };
  if (card.value.root === root.value.key) {
    const claimed = await deps.office.member(office).directory();
    if (!claimed.ok) return claimed;
    const enrolled = await deps.directory.enrol(identity, claimed.value);
    return enrolled.ok ? renewRecovery(deps) : enrolled;
  }
  const rootSigner = await deps.signerFromSeed(root.value.seed);
  const keys = await deps.makeRecoveryKeys();
  const directory: Directory = {
    v: 1,
    office,
    name: input.officeName,
    root: root.value.key,
    officeKey,
    version: 1,
    prev: null,
    recipientClass: input.recipientClass,
    recovery: [publicHalves(keys)],
    certificates: [await certify(office, identity, vault.signer.key, rootSigner)],
    members: [
      {
        member: vault.member,
        name: input.name,
        role: 'supervisor',
        recipients: { ...vault.age.recipients },
        devices: [{ device: vault.device, key: vault.signer.key }],
      },
    ],
    at: clock.now(),
  };
  const signed = await signDirectory(directory, rootSigner);
  const claimed = await deps.office.open.claim({ secret: input.secret, directory: signed });
  if (!claimed.ok) return claimed;
  const enrolled = await deps.directory.enrol(identity, claimed.value);
  return enrolled.ok ? ok(sheet(directory, root.value.seed, keys)) : enrolled;
}

/** New recovery keys for an office whose sheet is lost or was never printed. Only the founder's vault can. */
export async function renewRecovery(deps: FoundDeps): Promise<Result<RecoverySheet, SyncProblem>> {
  const root = await readRecord(deps.vault.records, 'root', Root);
  if (!root) return err({ type: 'notFounder' });
  const keys = await deps.makeRecoveryKeys();
  const recovery = publicHalves(keys);
  const changed = await deps.directory.change((directory) => {
    const isIn = directory.recovery.some((known) => known.x25519 === recovery.x25519);
    return Promise.resolve(isIn ? undefined : { ...directory, recovery: [recovery] });
  });
  return changed.ok ? ok(sheet(changed.value, root.seed, keys)) : changed;
}

/** The root's word that this supervisor's device may sign the directory. */
export async function certify(
  office: OfficeId,
  { member }: Pick<Certificate, 'member'>,
  key: SignKey,
  root: Signer,
): Promise<Certificate> {
  return { member, key, signature: await root.sign(certificateBytes(office, member, key)) };
}

async function ownRoot(deps: FoundDeps, office: OfficeId): Promise<Result<Root, SyncProblem>> {
  const known = await readRecord(deps.vault.records, 'root', Root);
  if (known?.office === office) return ok(known);
  const made = await deps.makeRoot(deps.random);
  const root: Root = { office, key: made.key, seed: made.seed };
  const kept = await deps.vault.records.put('root', root);
  return kept.ok ? ok(root) : kept;
}

const publicHalves = (keys: AgeKeys): Recipients => ({
  x25519: keys.x25519.recipient,
  hybrid: keys.hybrid.recipient,
});

const sheet = (directory: Directory, rootSeed: string, keys: AgeKeys): RecoverySheet => ({
  officeName: directory.name,
  office: directory.office,
  rootSeed,
  recovery: { x25519: keys.x25519.identity, hybrid: keys.hybrid.identity },
  at: directory.at,
});

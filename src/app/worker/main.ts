import { newId, systemClock, systemRandom, type Deps } from '../../base/deps.ts';
import { DeviceId, MemberId, type VaultId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { openHttp, openHttpOffice } from '../../sync/http.ts';
import { timerPause, webLocks, type Loop } from '../../sync/loop.ts';
import { openLockedSending, openSync, type Sync } from '../../sync/open.ts';
import type { SyncProblem } from '../../sync/model/problem.ts';
import { verifySignature } from '../../parcel/verify.ts';
import type { OpenVault, VaultProblem } from '../../vault/model/port.ts';
import { openVaultHost } from '../../vault/worker/host.ts';
import type { FoundVault, JoinVault, Opened, WorkerApi } from './api.ts';
import { contentsOf } from './contents.ts';
import { openGuideShelf, type GuideShelf } from './guides.ts';
import { takeIn } from '../take-in.ts';
import { loadDesk } from './parcel-desk.ts';
import { serve, tell } from './serve.ts';

/*
 * The vault worker: keys, database, reserve, parcels and the line to the office live here, apart from the page.
 * Locking ends it. While locked it holds no key and only sends what is sealed already.
 */
const deps: Deps = { clock: systemClock(), random: systemRandom };
const host = openVaultHost(deps);
const http = { baseUrl: self.location.origin, clock: deps.clock };
const DAYS_TO_JOIN = 14;

interface Open {
  readonly vault: OpenVault;
  readonly sync: Sync;
  readonly shelf: GuideShelf;
}
let current: Open | undefined;
const locked = new Map<VaultId, Loop>();

const runner = {
  ...deps,
  verify: verifySignature,
  locks: webLocks,
  pause: timerPause,
  broke: (cause: unknown) =>
    tell({ type: 'broke', name: cause instanceof Error ? cause.name : 'unknown' }),
};

function here(): Open {
  if (!current) throw new Error('no vault is open');
  return current;
}

async function enter(vault: OpenVault): Promise<Open> {
  await locked.get(vault.vault)?.stop();
  locked.delete(vault.vault);
  const shelf = openGuideShelf(vault.records);
  const desk = await loadDesk();
  const sync = openSync({
    ...runner,
    ...desk,
    vault,
    office: openHttpOffice(http, vault.signer),
    class: 'real',
    origin: self.location.origin,
    partsOf: contentsOf(vault.journal, shelf),
    importParcel: ({ manifest, events }) =>
      takeIn(vault.journal, manifest.kind, manifest.stream, events),
    beforeRound: () => offerDrafts(vault, sync),
  });
  current = { vault, sync, shelf };
  vault.journal.subscribe((stream) => tell({ type: 'stream', stream }));
  vault.onStatus((status) => tell({ type: 'status', status }));
  tell({ type: 'status', status: vault.status() });
  let lastContact: number | null = null;
  sync.onChange(() => {
    const { loop } = sync.status();
    if (loop.type === 'resting') lastContact = loop.since;
    const reachable =
      loop.type === 'resting' ? true : loop.type === 'waiting' ? false : lastContact !== null;
    tell({ type: 'line', reachable, lastContact });
    tell({ type: 'changed' });
  });
  return current;
}

const DRAFT_EVERY_MS = 5 * 60_000;
const draftsAt = new Map<string, number>();

/** A half-done interview that meets the office leaves a sealed copy there, for its author and the recovery keys. */
async function offerDrafts(vault: OpenVault, sync: Sync): Promise<void> {
  for (const { stream, data } of await vault.journal.list('interview')) {
    const half =
      typeof data === 'object' && data !== null && 'status' in data && data.status !== 'completed';
    const last = draftsAt.get(stream) ?? 0;
    if (!half || deps.clock.now() - last < DRAFT_EVERY_MS) continue;
    draftsAt.set(stream, deps.clock.now());
    // The outcome shows in the delivery states; an interview of somebody else's is not ours to send.
    const opened = await vault.journal.open(stream);
    if (opened?.events[0]?.author === vault.member) await sync.deliver('draft', stream);
  }
}

async function opened({ vault, sync }: Open): Promise<Result<Opened, SyncProblem>> {
  const membership = await sync.membership();
  if (!membership) return err({ type: 'notEnrolled' });
  sync.loop.start();
  return ok({
    vault: vault.vault,
    identity: membership.identity,
    officeName: membership.directory.name,
  });
}

/**
 * The vault for someone who sets up or joins. It is made once and kept even when the office's answer is lost: the
 * claim may have arrived, and then this vault holds the only root. The next try goes on with it.
 */
async function newcomer(input: FoundVault | JoinVault): Promise<Result<Open, SyncProblem | VaultProblem>> {
  const card = await openHttp(http).card();
  if (!card.ok) return card;
  if (current && !(await current.sync.membership())) {
    const changed = await current.vault.changePassphrase(input.passphrase);
    return changed.ok ? ok(current) : changed;
  }
  const made = await host.create({
    label: input.label,
    passphrase: input.passphrase,
    member: newId(MemberId, deps.random),
    device: newId(DeviceId, deps.random),
    recovery: [],
  });
  return made.ok ? ok(await enter(made.value)) : made;
}

const api: WorkerApi = {
  cards: () => host.cards(),
  officeCard: () => openHttp(http).card(),
  found: async (input) => {
    const open = await newcomer(input);
    if (!open.ok) return open;
    const sheet = await open.value.sync.found(input);
    if (!sheet.ok) return sheet;
    const member = await opened(open.value);
    return member.ok ? ok({ opened: member.value, sheet: sheet.value }) : member;
  },
  join: async (input) => {
    const open = await newcomer(input);
    if (!open.ok) return open;
    const joined = await open.value.sync.join(input.fragment, input.name);
    return joined.ok ? opened(open.value) : joined;
  },
  unlock: async (id, secret) => {
    const vault = await host.unlock(id, secret);
    return vault.ok ? opened(await enter(vault.value)) : vault;
  },
  close: async () => {
    await current?.sync.loop.stop();
    await current?.vault.close();
    current = undefined;
  },
  makeBench: async ({ passphrase, output }) => {
    const made = await host.create({
      label: 'bench',
      passphrase,
      member: newId(MemberId, deps.random),
      device: newId(DeviceId, deps.random),
      recovery: [],
    });
    if (!made.ok) return made;
    const { vault } = await enter(made.value);
    const kept = await vault.setPasskey({ credential: 'bench', salt: 'bench', output });
    return kept.ok ? ok({ vault: vault.vault, member: vault.member }) : kept;
  },
  openBench: async (id, secret) => {
    const vault = await host.unlock(id, secret);
    return vault.ok ? ok((await enter(vault.value)).vault.member) : vault;
  },
  storeStatus: async () => here().vault.status(),
  setVisible: async (visible) => host.setVisible(visible),

  list: (kind) => here().vault.journal.list(kind),
  open: (stream) => here().vault.journal.open(stream),
  append: (...args) => here().vault.journal.append(...args),
  draft: (...args) => here().vault.journal.draft(...args),
  take: (...args) => here().vault.journal.take(...args),
  erase: (stream) => here().vault.journal.erase(stream),

  guides: () => here().shelf.all(),
  guide: (ref) => here().shelf.get(ref),
  keepGuide: (guide) => here().shelf.keep(guide),

  admitted: async () => (await here().sync.membership())?.admitted ?? false,
  directory: async () => (await here().sync.membership())?.directory,
  deliver: (kind, stream) => here().sync.deliver(kind, stream),
  deliveries: () => here().sync.deliveryStates(),
  acknowledge: (stream) => here().sync.acknowledge(stream),
  asides: () => here().sync.asides(),
  saveFile: async (kind, stream) => {
    const file = await here().sync.saveFile(kind, stream);
    return file.ok ? ok(file.value.bytes) : file;
  },
  openFile: (bytes) => here().sync.openFile(bytes),
  invite: async (input) => {
    const expires = deps.clock.now() + DAYS_TO_JOIN * 24 * 60 * 60_000;
    const link = await here().sync.invite({ ...input, days: DAYS_TO_JOIN });
    return link.ok ? ok({ link: link.value, expires }) : link;
  },
  revoke: async (device) => {
    const revoked = await here().sync.revokeDevice(device);
    return revoked.ok ? ok('revoked') : revoked;
  },
  syncNow: async () => {
    for (const loop of locked.values()) loop.wake(true);
    current?.sync.loop.wake(true);
  },
  setPasskey: async (passkey) => {
    const kept = await here().vault.setPasskey(passkey);
    return kept.ok ? ok('kept') : kept;
  },
  changePassphrase: async (passphrase) => {
    const kept = await here().vault.changePassphrase(passphrase);
    return kept.ok ? ok('kept') : kept;
  },
};

/** What lies sealed in the outboxes goes out while nobody has unlocked. */
async function sendWhileLocked(): Promise<void> {
  for (const { vault } of await host.cards()) {
    const loop = openLockedSending({
      ...runner,
      vault,
      outbox: await host.outbox(vault),
      office: openHttp(http),
      progress: () => undefined,
    });
    if (current?.vault.vault === vault) continue;
    locked.set(vault, loop);
    loop.start();
  }
}

serve(api);
void sendWhileLocked();

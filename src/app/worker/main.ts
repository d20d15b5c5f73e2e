import { newId, systemClock, systemRandom, type Deps } from '../../base/deps.ts';
import { DeviceId, MemberId, type VaultId } from '../../base/ids.ts';
import { once } from '../../base/once.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { RETRACTED } from '../../journal/model/event.ts';
import type { Loop } from '../../sync/loop.ts';
import type { SyncProblem } from '../../sync/model/problem.ts';
import type { KeptSound, OpenVault, VaultProblem } from '../../vault/model/port.ts';
import { openVaultHost } from '../../vault/worker/host.ts';
import { packGuide } from '../guide-over.ts';
import {
  isBench,
  isReal,
  type BenchApi,
  type FoundVault,
  type JoinVault,
  type Opened,
  type WorkerApi,
} from './api.ts';
import { laterField } from './later-field.ts';
import { openGuideShelf, type GuideShelf } from './guides.ts';
import { openLists, type Lists } from './lists.ts';
import { letGo, relieve, sweep } from './let-go.ts';
import { officeDoor } from './office-door.ts';
import type { OfficeLine } from './office-line.ts';
import { serve, tell, tellBroken } from './serve.ts';
import type { TakingBack } from './taking-back.ts';

/*
 * The vault worker: keys, database, reserve, parcels and the line to the office live here, apart from the page.
 * Locking ends it. While locked it holds no key and only sends what is sealed already.
 */
const deps: Deps = { clock: systemClock(), random: systemRandom };
const host = openVaultHost(deps);
const DAYS_TO_JOIN = 14;
const field = laterField(host, () => here().vault, deps);

interface Open {
  readonly vault: OpenVault;
  readonly shelf: GuideShelf;
  readonly lists: Lists;
}
let current: Open | undefined;
/** The open vault's line to the office, loaded when someone asks for it first. */
let line: Promise<OfficeLine> | undefined;
const locked = new Map<VaultId, Loop>();
/** A recording that goes on beside a locked vault. */
let keeping: KeptSound | undefined;

const loadLine = () => import('./office-line.ts');

function here(): Open {
  if (!current) throw new Error('no vault is open');
  return current;
}

async function sync(): Promise<OfficeLine> {
  const { vault, shelf } = here();
  line ??= loadLine().then(({ openOfficeLine }) => openOfficeLine(vault, shelf, deps));
  const opening = line;
  // Not kept when it could not be fetched: whoever asks next tries again.
  opening.catch(() => (line = line === opening ? undefined : line));
  return opening;
}

/** What goes for good goes from the outbox too; loaded when someone takes something back. */
async function takingBack(): Promise<TakingBack> {
  const { vault } = here();
  const [{ openTakingBack }, office] = await Promise.all([import('./taking-back.ts'), sync()]);
  return openTakingBack(vault, office.packAgain, deps.clock);
}

/** Reading sound and striking it out; loaded by those who have some. */
const soundDesk = async () => {
  const { openSoundDesk } = await import('./sound-desk.ts');
  return openSoundDesk(here().vault, await sync());
};

async function enter(vault: OpenVault): Promise<Open> {
  relieve(locked.get(vault.vault), () => line, tellBroken);
  locked.delete(vault.vault);
  const shelf = openGuideShelf(vault.records);
  current = { vault, shelf, lists: openLists(vault.journal) };
  line = undefined;
  vault.journal.subscribe((stream) => tell({ type: 'stream', stream }));
  vault.onStatus((status) => tell({ type: 'status', status }));
  tell({ type: 'status', status: vault.status() });
  return current;
}

async function opened({ vault }: Open): Promise<Result<Opened, SyncProblem>> {
  const office = await sync();
  const membership = await office.membership();
  if (!membership) return err({ type: 'notEnrolled' });
  office.loop.start();
  // After the first screen: nobody waits for it, and what only looks at a lock screen is not noted.
  setTimeout(() => noteUnlocked(vault).catch(tellBroken), NOTE_AFTER_MS);
  return ok({
    vault: vault.vault,
    identity: membership.identity,
    officeName: membership.directory.name,
  });
}

const NOTE_AFTER_MS = 2000;
async function noteUnlocked({ vault, journal, member }: OpenVault): Promise<void> {
  if (current?.vault.vault !== vault) return;
  const { noteAccess } = await import('../note-access.ts');
  await noteAccess(journal, member, { act: 'unlocked', stream: null, at: deps.clock.now() });
}

/**
 * The vault for someone who sets up or joins. It is made once and kept even when the office's answer is lost: the
 * claim may have arrived, and then this vault holds the only root. The next try goes on with it.
 */
async function newcomer(
  input: FoundVault | JoinVault,
): Promise<Result<Open, SyncProblem | VaultProblem>> {
  const card = await api.officeCard();
  if (!card.ok) return card;
  if (current) {
    const { isToGoOnWith } = await import('./half-joined.ts');
    const membership = await (await sync()).membership();
    const fragment = 'fragment' in input ? input.fragment : undefined;
    if (await isToGoOnWith(current.vault.records, membership, fragment)) {
      const changed = await current.vault.changePassphrase(input.passphrase);
      return changed.ok ? ok(current) : changed;
    }
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
  cards: async () => {
    const cards = await host.cards();
    sweep(host, cards.filter(isBench), tellBroken);
    return cards.filter(isReal);
  },
  ...officeDoor(deps.clock),
  found: async (input) => {
    const open = await newcomer(input);
    if (!open.ok) return open;
    const sheet = await (await sync()).found(input);
    if (!sheet.ok) return sheet;
    const member = await opened(open.value);
    return member.ok ? ok({ opened: member.value, sheet: sheet.value }) : member;
  },
  join: async (input) => {
    const open = await newcomer(input);
    if (!open.ok) return open;
    const joined = await (await sync()).join(input.fragment, input.name);
    return joined.ok ? opened(open.value) : joined;
  },
  unlock: async (id, secret) => {
    const vault = await host.unlock(id, secret);
    return vault.ok ? opened(await enter(vault.value)) : vault;
  },
  close: async () => {
    const leaving = { vault: current?.vault, line };
    current = undefined;
    line = undefined;
    await keeping?.close();
    await letGo(leaving.vault, leaving.line, tellBroken, field);
  },
  makeBench: async (output) => (await bench()).makeBench(output),
  openBench: async (...args) => (await bench()).openBench(...args),
  storeStatus: async () => here().vault.status(),
  setVisible: async (visible) => host.setVisible(visible),

  listSince: (...args) => here().lists.since(...args),
  open: (stream) => here().vault.journal.open(stream),
  append: async (stream, kind, facts, ...rest) => {
    const journal = facts.some(({ type }) => type === RETRACTED)
      ? await takingBack()
      : here().vault.journal;
    const kept = await journal.append(stream, kind, facts, ...rest);
    if (kept.ok || kept.error.type !== 'otherKind') return kept;
    const { appendInOwnPlace } = await import('./own-place.ts');
    return appendInOwnPlace(here().vault, stream, kind, facts, ...rest);
  },
  draft: (...args) => here().vault.journal.draft(...args),
  take: (...args) => here().vault.journal.take(...args),
  erase: async (stream) => (await takingBack()).erase(stream),
  soundBegin: async (...args) => (await here().vault.sound()).begin(...args),
  soundAppend: async (...args) =>
    (await import('./keep-slices.ts')).keepSlices(keeping ?? (await here().vault.sound()), ...args),
  soundHandOver: async (recording) => (await here().vault.sound()).handOver(recording),
  soundKeep: async (...args) => {
    const kept = await host.keepSound(...args);
    keeping = kept.ok ? kept.value : undefined;
    return kept.ok ? ok('kept') : kept;
  },
  soundCards: async () => (await here().vault.sound()).cards(),
  soundNotes: async (recording) => (await here().vault.sound()).notes(recording),
  soundRead: async (...args) => (await soundDesk()).soundRead(...args),
  soundStrike: async (...args) => (await soundDesk()).soundStrike(...args),
  soundKeeping: async () => (await soundDesk()).soundKeeping(),
  soundTravels: async () => (await soundDesk()).soundTravels(),
  soundCancel: async (recording) => (await soundDesk()).soundCancel(recording),
  soundAgain: async (recording) => (await soundDesk()).soundAgain(recording),

  guides: () => here().shelf.all(),
  guide: async (ref) => {
    const guide = await here().shelf.get(ref);
    return guide && packGuide(guide);
  },
  keepGuide: (guide) => here().shelf.keep(guide),

  admitted: async () => (await (await sync()).membership())?.admitted ?? false,
  directory: async () => (await (await sync()).membership())?.directory,
  deliver: async (kind, stream) => (await sync()).deliver(kind, stream),
  deliveries: async () => (await sync()).deliveryStates(),
  acknowledge: async (stream) => (await sync()).acknowledge(stream),
  eraseApproved: async () => (await sync()).eraseApproved(),
  asides: async () => (await sync()).asides(),
  saveFile: async (kind, stream) => {
    const office = await sync();
    await office.filesReady();
    const file = await office.saveFile(kind, stream);
    if (file.ok) {
      const { vault } = here();
      const { noteAccess } = await import('../note-access.ts');
      const note = { act: 'exported', stream, at: deps.clock.now() } as const;
      await noteAccess(vault.journal, vault.member, note);
    }
    return file.ok ? ok(file.value.bytes) : file;
  },
  openFile: async (bytes) => {
    const office = await sync();
    await office.filesReady();
    return office.openFile(bytes);
  },
  invite: async (input) => {
    const expires = deps.clock.now() + DAYS_TO_JOIN * 24 * 60 * 60_000;
    const link = await (await sync()).invite({ ...input, days: DAYS_TO_JOIN });
    return link.ok ? ok({ link: link.value, expires }) : link;
  },
  leftAt: async (device) => (await import('./left-drafts.ts')).leftAt(await sync(), device),
  handOverDrafts: async (input) =>
    (await import('./left-drafts.ts')).handOverDrafts(here().vault, await sync(), input, deps),
  noteLeft: async (member) => (await sync()).noteLeft(member),
  revoke: async (device) => {
    const revoked = await (await sync()).revokeDevice(device);
    return revoked.ok ? ok('revoked') : revoked;
  },
  decideSound: async (sound) => {
    const decided = await (await sync()).decideSound(sound);
    return decided.ok ? ok('decided') : decided;
  },
  isFounder: async () => (await here().vault.records.names('root')).includes('root'),
  renewRecovery: async () => (await sync()).renewRecovery(),
  syncNow: async () => {
    for (const loop of locked.values()) loop.wake(true);
    (await line)?.loop.wake(true);
  },
  setPasskey: async (passkey) => {
    const kept = await here().vault.setPasskey(passkey);
    return kept.ok ? ok('kept') : kept;
  },
  changePassphrase: async (passphrase) => {
    const kept = await here().vault.changePassphrase(passphrase);
    return kept.ok ? ok('kept') : kept;
  },
  field: field.act,
};

/** What lies sealed in the outboxes goes out while nobody has unlocked. */
async function sendWhileLocked(): Promise<void> {
  for (const card of await host.cards()) {
    if (!isReal(card)) continue;
    const { vault } = card;
    const { openSending } = await loadLine();
    const loop = openSending(vault, await host.outbox(vault), deps);
    if (current?.vault.vault === vault) continue;
    locked.set(vault, loop);
    loop.start();
  }
}

const bench = once(async (): Promise<BenchApi> => {
  const mayMeasure = async (): Promise<boolean> => {
    const card = await api.officeCard();
    return card.ok && card.value.bench;
  };
  return (await import('./bench.ts')).benchApi(host, enter, mayMeasure, deps);
});

serve(api);
sendWhileLocked().catch(tellBroken);

import { hex } from '../base/bytes.ts';
import { systemRandom } from '../base/deps.ts';
import { ok } from '../base/result.ts';
import { SoundDesk } from '../interview/recording.ts';
import type { SoundPorts } from '../interview/sound-ports.ts';
import type { Journal } from '../journal/model/port.ts';
import { guideByRules } from '../people/model/program-summary.ts';
import type { StoreStatus } from '../vault/model/port.ts';
import { ToldBug, type VaultLine } from './call.ts';
import { deliveriesOf } from './deliveries.ts';
import { unpackGuide } from './guide-over.ts';
import { journalOver } from './journal-over.ts';
import { openLocking } from './locking.ts';
import type { RecoverySheet as MadeSheet } from '../sync/found.ts';
import type { Desk, LineState, RecoverySheet } from './port.ts';
import type { Opened } from './worker/api.ts';

/** An open vault, as the screens see it. */
export function openDesk(line: VaultLine, opened: Opened): Desk {
  const { identity } = opened;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  let contact: LineState = {
    reachable: null,
    lastContact: null,
    problem: null,
    forgedJoins: 0,
  };
  let status: StoreStatus = {
    breaker: 'closed',
    cause: null,
    restored: 0,
    persisted: false,
    damaged: 0,
  };
  line.onNews((news) => {
    if (news.type === 'line') contact = news;
    if (news.type === 'status') status = news.status;
    // A bug in a background round: thrown here, so that it shows where bugs show and not nowhere.
    if (news.type === 'broke') reportError(new ToldBug(news.name, news.frames));
    changed();
  });
  // The worker told its status before anyone listened here.
  void line.call('storeStatus').then((now) => {
    status = now;
    changed();
  });

  const recording = new SoundDesk();
  const locking = openLocking({
    line,
    vault: opened.vault,
    sound: recording,
    changed,
    reload: () => location.reload(),
  });
  const sound: SoundPorts = {
    desk: recording,
    begin: (...args) => line.call('soundBegin', ...args),
    append: locking.append,
    cards: () => line.call('soundCards'),
    notes: (recording) => line.call('soundNotes', recording),
    read: (...args) => line.call('soundRead', ...args),
    strike: (...args) => line.call('soundStrike', ...args),
    keeping: () => line.call('soundKeeping'),
    travels: {
      states: () => line.call('soundTravels'),
      cancel: (recording) => line.call('soundCancel', recording),
      again: (recording) => line.call('soundAgain', recording),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    retention: async () => (await line.call('directory'))?.retention?.sound ?? null,
  };

  const journal = endingSound(journalOver(line), sound.desk);
  return {
    vault: opened.vault,
    me: {
      member: identity.member,
      device: identity.device,
      name: identity.name,
      role: identity.role,
      office: identity.office,
      officeName: opened.officeName,
      class: 'real',
    },
    journal,
    sound,
    admitted: () => line.call('admitted'),
    guides: () => line.call('guides'),
    guide: async (ref) => {
      const [packed, programs] = await Promise.all([
        line.call('guide', ref),
        journal.list('program'),
      ]);
      return packed && guideByRules(unpackGuide(packed), programs);
    },
    keepGuide: (guide) => line.call('keepGuide', guide),
    deliver: async (kind, stream) => {
      const packed = await line.call('deliver', kind, stream);
      return packed.ok ? ok('packed') : packed;
    },
    deliveries: async () =>
      deliveriesOf(await line.call('deliveries'), await line.call('directory')),
    flagDeliveries: async () =>
      deliveriesOf(await line.call('deliveries'), await line.call('directory'), ['safety']),
    acknowledge: async (stream) => {
      await line.call('acknowledge', stream);
    },
    eraseApproved: () => line.call('eraseApproved'),
    aside: async () =>
      (await line.call('asides')).map(({ signed, problem, receivedAt }) => ({
        parcel: signed.consignment.parcel,
        problem,
        receivedAt,
      })),
    saveFile: (kind, stream) => line.call('saveFile', kind, stream),
    openFile: async (bytes) => {
      const taken = await line.call('openFile', bytes);
      return taken.ok ? ok({ parcel: taken.value }) : taken;
    },
    directory: () => line.call('directory'),
    invite: (input) => line.call('invite', input),
    revoke: (device) => line.call('revoke', device),
    noteLeft: (member) => line.call('noteLeft', member),
    leftAt: (device) => line.call('leftAt', device),
    handOverDrafts: (input) => line.call('handOverDrafts', input),
    decideSound: (sound) => line.call('decideSound', sound),
    isFounder: () => line.call('isFounder'),
    renewRecovery: async () => {
      const sheet = await line.call('renewRecovery');
      return sheet.ok ? ok(paperOf(sheet.value)) : sheet;
    },
    syncNow: () => void line.call('syncNow'),
    line: () => contact,
    status: () => status,
    passkeySalt: async () => hex(systemRandom.bytes(32)),
    setPasskey: (passkey) => line.call('setPasskey', passkey),
    changePassphrase: (passphrase) => line.call('changePassphrase', passphrase),
    hasPasskey: async () =>
      (await line.call('cards')).some(
        (card) => card.vault === opened.vault && card.passkey !== null,
      ),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    field: (act) => line.call('field', act),
    isLocked: locking.isLocked,
    lock: locking.lock,
  };
}

/** What is erased is not recorded on: the end of a recording must not begin its interview anew. */
const endingSound = (journal: Journal, sound: SoundDesk): Journal => ({
  ...journal,
  erase: async (stream) => {
    const running = sound.current();
    if (running?.recording === stream || running?.interview === stream) await running.stop();
    return journal.erase(stream);
  },
});

/** What the worker made, as it is printed. */
export const paperOf = (sheet: MadeSheet): RecoverySheet => ({
  officeName: sheet.officeName,
  office: sheet.office,
  madeAt: sheet.at,
  root: sheet.rootSeed,
  recovery: sheet.recovery,
});

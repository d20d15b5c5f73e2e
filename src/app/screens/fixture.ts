import { fixedDeps, type Clock, type Random } from '../../base/deps.ts';
import { DeviceId, MemberId, OfficeId, SignKey, VaultId } from '../../base/ids.ts';
import { err, ok } from '../../base/result.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import type { Directory } from '../../sync/model/directory.ts';
import type { VaultCard } from '../../vault/model/port.ts';
import type { Desk, Me, RecoverySheet } from '../port.ts';

/* Invented people and a desk without a vault, for the tests of these screens. */

export const random: Random = { bytes: (length) => new Uint8Array(length).fill(7) };
export const clock = (): Clock & { advance(ms: number): void } => fixedDeps().clock;

const MEMBER = MemberId.parse('1'.repeat(32));
const DEVICE = DeviceId.parse('2'.repeat(32));
export const LOST_DEVICE = DeviceId.parse('ab'.repeat(16));
export const OFFICE = OfficeId.parse('3'.repeat(32));
export const VAULT = VaultId.parse('4'.repeat(32));
const key = (sign: string) => SignKey.parse(sign.repeat(64));

export const ME: Me = {
  member: MEMBER,
  device: DEVICE,
  name: 'Maja Alvarsson',
  role: 'supervisor',
  office: OFFICE,
  officeName: 'Familjehemsenheten, Björkvik',
  class: 'real',
};

export const CARD: VaultCard = {
  vault: VAULT,
  label: 'MA',
  createdAt: 1_800_000_000_000,
  passkey: null,
  recoverable: true,
};

export const SHEET: RecoverySheet = {
  officeName: ME.officeName,
  office: OFFICE,
  madeAt: 1_800_000_000_000,
  root: '0123456789abcdef'.repeat(4),
  recovery: {
    x25519: 'AGE-SECRET-KEY-1QQPQ0YTCGUSDZ8VRTEZ90HSJ8KF9TQ8H3KQDKHXNSTEZHVN8S8ZQX25519K',
    hybrid: 'AGE-SECRET-KEY-PQ-1QQPQ0YTCGUSDZ8VRTEZ90HSJ8KF9TQ8H3KQDKHXNSTEZHVN8HYBR1DK',
  },
};

const recipients = { x25519: 'age1x', hybrid: 'age1pq1x' };

export const DIRECTORY: Directory = {
  v: 1,
  office: OFFICE,
  name: ME.officeName,
  root: key('a'),
  officeKey: key('b'),
  version: 3,
  prev: null,
  recipientClass: 'hybrid',
  recovery: [recipients],
  certificates: [],
  members: [
    {
      member: MEMBER,
      name: ME.name,
      role: 'supervisor',
      recipients,
      devices: [{ device: DEVICE, key: key('c') }],
    },
    {
      member: MemberId.parse('5'.repeat(32)),
      name: 'Tore Lindeberg',
      role: 'interviewer',
      recipients,
      devices: [{ device: LOST_DEVICE, key: key('d') }],
    },
  ],
  at: 1_800_000_000_000,
};

/** A desk that answers as a healthy one; what a test looks at it gives itself. */
export function fakeDesk(own: Partial<Desk> = {}): Desk {
  const unused = () => Promise.resolve(err({ type: 'notUsedHere' }));
  return {
    vault: VAULT,
    me: ME,
    journal: openMemoryJournal({ author: MEMBER, device: DEVICE }, fixedDeps()),
    admitted: async () => true,
    guides: async () => [],
    guide: async () => undefined,
    keepGuide: async () => ok('kept' as const),
    deliver: unused,
    flagDeliveries: () => Promise.resolve(new Map()),
    deliveries: async () => new Map(),
    acknowledge: async () => undefined,
    aside: async () => [],
    eraseApproved: async () => ok(0),
    saveFile: unused,
    openFile: unused,
    directory: async () => DIRECTORY,
    invite: async () => err({ type: 'unreachable' }),
    revoke: async () => err({ type: 'unreachable' }),
    noteLeft: async () => err({ type: 'unreachable' }),
    leftAt: async () => err({ type: 'unreachable' }),
    handOverDrafts: async () => err({ type: 'unreachable' }),
    decideSound: async () => err({ type: 'unreachable' }),
    isFounder: async () => false,
    renewRecovery: async () => err({ type: 'notFounder' }),
    syncNow: () => undefined,
    line: () => ({ reachable: true, lastContact: null, problem: null, forgedJoins: 0 }),
    status: () => ({ breaker: 'closed', cause: null, restored: 0, persisted: true, damaged: 0 }),
    passkeySalt: async () => '00'.repeat(32),
    setPasskey: async () => ok('kept' as const),
    changePassphrase: async () => ok('kept' as const),
    hasPasskey: async () => false,
    subscribe: () => () => undefined,
    lock: () => undefined,
    isLocked: () => false,
    ...own,
  };
}

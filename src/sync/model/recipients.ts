import type { MemberId } from '../../base/ids.ts';
import { classOf, type ParcelKind } from '../../parcel/model/manifest.ts';
import {
  INTERVIEWING,
  isSupervisor,
  type Directory,
  type Member,
  type Recipients,
  type Role,
} from './directory.ts';

type Circle = 'supervisors' | 'trainers' | 'everyone' | 'named' | 'sender';

/**
 * Who gets which kind of parcel (DESIGN section 8). The recovery keys always do, but of practice: it is no record of
 * the office. They have no mailbox.
 */
const GOES_TO = {
  interview: ['supervisors', 'sender'],
  safety: ['supervisors', 'sender'],
  concern: ['supervisors', 'sender'],
  transcript: ['supervisors', 'sender'],
  sound: ['supervisors', 'sender'],
  draft: ['sender'],
  // Several supervisors read one interview: each must know what the others have said and decided.
  review: ['named', 'supervisors', 'sender'],
  // The interviewer's answers to the comments.
  reply: ['supervisors', 'sender'],
  shared: ['supervisors', 'sender'],
  assignment: ['named', 'supervisors', 'sender'],
  // A half-done interview is for the one who goes on with it, and for no other supervisor.
  handover: ['named', 'sender'],
  // What the person allowed the next interviewer to read is for that one alone.
  lastTalk: ['named', 'sender'],
  incident: ['supervisors', 'sender'],
  policy: ['everyone'],
  withdrawal: ['everyone'],
  erasure: ['everyone'],
  log: ['supervisors', 'sender'],
  // Practice: to those who teach, and to no one else's mailbox, not even the sender's own.
  training: ['trainers'],
  // That somebody may hold interviews is for them to know, and for those who give interviews out.
  signoff: ['named', 'trainers', 'supervisors', 'sender'],
  case: ['everyone'],
  group: ['trainers', 'sender'],
  ack: ['named', 'sender'],
} as const satisfies Record<ParcelKind, readonly Circle[]>;

/** Who may send which kind: a comment or an "opened" counts only from a supervisor, a draft only from oneself. */
export const MAY_SEND = {
  interview: INTERVIEWING,
  safety: INTERVIEWING,
  concern: INTERVIEWING,
  transcript: INTERVIEWING,
  sound: INTERVIEWING,
  draft: INTERVIEWING,
  review: ['supervisor'],
  reply: INTERVIEWING,
  shared: ['supervisor'],
  assignment: INTERVIEWING,
  handover: ['supervisor'],
  lastTalk: ['supervisor'],
  incident: ['supervisor'],
  policy: ['supervisor'],
  withdrawal: INTERVIEWING,
  erasure: ['supervisor'],
  log: INTERVIEWING,
  training: INTERVIEWING,
  signoff: ['trainer'],
  case: ['trainer'],
  group: ['trainer'],
  ack: ['supervisor'],
} as const satisfies Record<ParcelKind, readonly Role[]>;

/**
 * What somebody who joins later needs from the beginning: it is packed again for them. Sealed interviews and reviews
 * reach a new supervisor only when a colleague hands them over (DESIGN section 9).
 */
const RESEALED: ReadonlySet<ParcelKind> = new Set([
  'shared',
  'assignment',
  'policy',
  'withdrawal',
  'erasure',
  'training',
  'signoff',
  'case',
  'group',
]);

export const isResealed = (kind: ParcelKind): boolean => RESEALED.has(kind);

export interface Addressees {
  /** Mailboxes at the office; none where practice finds no trainer. */
  readonly mailboxes: readonly MemberId[];
  /** Age recipients, all of the class the office has chosen. */
  readonly to: readonly string[];
}

/**
 * Picks the addressees of a parcel from the accepted directory. The sender's own recipients come from the vault, so
 * that someone whose keys are not in the directory yet can still read what they sent.
 * @param named whom a parcel of a kind for named people is for.
 */
export function addressees(
  kind: ParcelKind,
  directory: Directory,
  sender: { readonly member: MemberId; readonly recipients: Recipients },
  named: readonly MemberId[],
): Addressees {
  const active = directory.members.filter(isActive);
  const inCircle = {
    supervisors: active.filter((member) => isSupervisor(directory, member)),
    trainers: active.filter(({ role }) => role === 'trainer'),
    // Everyone who works by the office's rules; who only researches or runs the server gets no parcel.
    everyone: active.filter(
      ({ role }) => INTERVIEWING.includes(role) || (kind === 'policy' && role === 'methodLead'),
    ),
    named: active.filter((member) => named.includes(member.member)),
    sender: [],
  } satisfies Record<Circle, readonly Member[]>;
  const others = GOES_TO[kind].flatMap((circle) => inCircle[circle]);
  const mailboxes = others.map(({ member }) => member);
  const isPractice = classOf(kind) === 'practice';
  const recovery = isPractice ? [] : directory.recovery.map((recipients) => ({ recipients }));
  return {
    mailboxes: [...new Set(isPractice ? mailboxes : [...mailboxes, sender.member])],
    to: [
      ...new Set(
        [sender, ...others, ...recovery].map((each) => each.recipients[directory.recipientClass]),
      ),
    ],
  };
}

/** Still at the office, with a device in use: parcels are sealed to no one else. */
export const isActive = (member: Member): boolean =>
  member.leftAt === undefined && member.devices.some((device) => device.revokedAt === undefined);

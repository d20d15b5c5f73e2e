import { fixedDeps, newId, systemRandom, type Signer } from '../base/deps.ts';
import { DeviceId, MemberId, OfficeId, StreamId } from '../base/ids.ts';
import { utf8 } from '../base/bytes.ts';
import { InterviewFact } from '../interview/model/event.ts';
import { stamp, type JournalEvent } from '../journal/model/event.ts';
import { makeRecoveryKeys, makeRoot, type AgeKeys } from './keys.ts';
import type { OpenDeps, PackInput } from './model/port.ts';
import { verifySignature } from './verify.ts';

/* For tests: an invented office with one interviewer, one supervisor and one recovery key. */

export interface TestOffice {
  readonly office: OfficeId;
  readonly stream: StreamId;
  readonly sender: { readonly member: MemberId; readonly device: DeviceId };
  readonly signer: Signer;
  readonly supervisor: AgeKeys;
  readonly recovery: AgeKeys;
  readonly events: readonly JournalEvent[];
  input(more?: Partial<PackInput>): PackInput;
  openDeps(more?: Partial<OpenDeps>): OpenDeps;
}

/** Facts of a short invented talk, through the schema so that they are what the journal would hold. */
export const invented = [
  {
    type: 'InterviewStarted',
    version: 1,
    data: { code: 'K-017', guide: { id: 'default', version: '1.0' }, track: 'short' },
  },
  {
    type: 'AnswerWritten',
    version: 1,
    data: {
      question: 's1q1',
      answer: { text: 'Jag fick en egen nyckel.', verbatim: [[0, 24]], value: null },
    },
  },
  { type: 'QuestionEnded', version: 1, data: { question: 's1q1', outcome: 'answered' } },
].map((fact) => InterviewFact.parse(fact));

export async function testOffice(kind: 'hybrid' | 'x25519' = 'x25519'): Promise<TestOffice> {
  const random = systemRandom;
  const office = newId(OfficeId, random);
  const stream = newId(StreamId, random);
  const sender = { member: newId(MemberId, random), device: newId(DeviceId, random) };
  const { signer } = await makeRoot(random);
  const supervisor = await makeRecoveryKeys();
  const recovery = await makeRecoveryKeys();
  const writer = { author: sender.member, device: sender.device };
  const events = stamp(invented, stream, [], writer, fixedDeps());
  return {
    office,
    stream,
    sender,
    signer,
    supervisor,
    recovery,
    events,
    input: (more) => ({
      kind: 'interview',
      class: 'real',
      office,
      stream,
      revision: 1,
      parent: null,
      sender,
      seq: 1,
      prev: null,
      recipients: [newId(MemberId, random)],
      to: [supervisor[kind].recipient, recovery[kind].recipient],
      events,
      tombstones: [],
      parts: [{ path: 'interview.md', bytes: utf8('# Intervju K-017\n') }],
      ...more,
    }),
    openDeps: (more) => ({
      ...fixedDeps(),
      verify: verifySignature,
      identities: [supervisor.x25519.identity, supervisor.hybrid.identity],
      me: [supervisor.x25519.recipient, supervisor.hybrid.recipient],
      office,
      class: 'real',
      enrolled: (key, member, device) =>
        key === signer.key && member === sender.member && device === sender.device,
      seen: async () => undefined,
      ...more,
    }),
  };
}

/** The value of a result that must be one. */
export function must<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`unexpected: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Deps with real randomness and a set clock. */
export const testDeps = () => ({ ...fixedDeps(), random: systemRandom });

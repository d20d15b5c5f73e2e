import { systemRandom, type Clock } from '../../src/base/deps.ts';
import { utf8 } from '../../src/base/bytes.ts';
import { ok } from '../../src/base/result.ts';
import type { StreamId } from '../../src/base/ids.ts';
import { InterviewFact } from '../../src/interview/model/event.ts';
import { refused, takeIn } from '../../src/app/take-in.ts';
import { openCommonOffers } from '../../src/app/worker/common-offers.ts';
import { RETRACTED, Retracted, type JournalEvent } from '../../src/journal/model/event.ts';
import { fromFile, toFile } from '../../src/parcel/file.ts';
import { makeRecoveryKeys, makeRoot, signerFromSeed } from '../../src/parcel/keys.ts';
import { openParcel } from '../../src/parcel/open.ts';
import { packParcel } from '../../src/parcel/pack.ts';
import type { ParcelDesk } from '../../src/parcel/model/port.ts';
import { verifySignature } from '../../src/parcel/verify.ts';
import type { ParcelKind } from '../../src/parcel/model/manifest.ts';
import { foldAssignment } from '../../src/people/model/assignment.ts';
import type { PartsOf } from '../../src/sync/delivery.ts';
import type { ImportParcel } from '../../src/sync/inbox.ts';
import { openHttpOffice } from '../../src/sync/http.ts';
import type { Locks } from '../../src/sync/loop.ts';
import type { Office } from '../../src/sync/model/office.ts';
import { FINE } from '../../src/sync/model/problem.ts';
import { openSync, type Sync } from '../../src/sync/open.ts';
import type { OpenVault } from '../../src/vault/model/port.ts';
import { openMemoryVault } from './memory-vault.ts';

/** Somebody with a device: a vault with real keys, real parcels, and an office to talk to. */
export interface Person {
  readonly vault: OpenVault;
  readonly sync: Sync;
}

/** The test's own clock, which the office's may differ from. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

export function testClock(start = Date.now()): TestClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}

export interface PersonDeps {
  readonly clock: Clock;
  /** Where the office is now; asked at every request, since it may be restarted elsewhere. */
  readonly url: () => string;
  readonly office?: Office;
  readonly vault?: OpenVault;
  /** What becomes of a parcel that has passed every check; an interview joins the journal when left out. */
  readonly importParcel?: (vault: OpenVault) => ImportParcel;
  /** What each parcel carries and may carry, with the rooms connected as the app does it. */
  readonly rooms?: {
    readonly partsOf: (vault: OpenVault) => PartsOf;
    readonly pack: ParcelDesk['pack'];
  };
}

export async function newPerson(deps: PersonDeps): Promise<Person> {
  const { clock } = deps;
  const vault = deps.vault ?? (await openMemoryVault({ clock, random: systemRandom }));
  const overHttp = openHttpOffice(
    { baseUrl: 'http://office.invalid', clock, fetch: redirected(deps.url) },
    vault.signer,
  );
  const sync: Sync = openSync({
    beforeRound: async () => {
      await common();
      return FINE;
    },
    vault,
    clock,
    random: systemRandom,
    office: deps.office ?? overHttp,
    desk: { pack: deps.rooms?.pack ?? packParcel, open: openParcel, toFile, fromFile },
    verify: verifySignature,
    makeRoot,
    makeRecoveryKeys,
    signerFromSeed,
    origin: 'https://aterblick.example',
    partsOf: deps.rooms?.partsOf(vault) ?? partsOf,
    importParcel:
      deps.importParcel?.(vault) ??
      (async ({ manifest, events }) => {
        const { kind, stream } = manifest;
        if (COMMON.has(kind)) return takeIn(vault.journal, vault.member, kind, stream, events);
        const taken = await vault.journal.take(stream, 'interview', events, {});
        return taken.ok ? ok('taken') : refused(taken.error);
      }),
    locks: alwaysFree,
    pause: () => Promise.resolve(),
    broke: (cause) => {
      throw cause;
    },
  });
  const common = openCommonOffers(vault, sync);
  return { vault, sync };
}

/** What is taken in as the app does it. */
const COMMON: ReadonlySet<ParcelKind> = new Set(['shared', 'assignment', 'policy']);

const redirected =
  (url: () => string): typeof fetch =>
  (input, init) =>
    fetch(typeof input === 'string' ? input.replace('http://office.invalid', url()) : input, init);

const alwaysFree: Locks = {
  hold: async (_name, task) => {
    await task();
    return 'done';
  },
};

/** As app/ will connect the rooms: the flag alone in a safety parcel, everything in the others. */
const partsOf: PartsOf = (kind, _stream, { events }) =>
  Promise.resolve({
    events: kind === 'safety' ? events.filter((event) => SAFETY.has(event.type)) : events,
    parts: kind === 'interview' ? [{ path: 'interview.md', bytes: utf8('# Samtal\n') }] : [],
    tombstones: events.flatMap(takenBack),
    named: kind === 'assignment' ? (foldAssignment(events)?.hands ?? []) : [],
  });

const SAFETY = new Set(['InterviewStarted', 'SafetyFlagged']);

const takenBack = (event: JournalEvent) =>
  event.type === RETRACTED ? (Retracted.safeParse(event.body?.data).data?.events ?? []) : [];

/** A short invented talk. */
export async function hold(vault: OpenVault, stream: StreamId, text: string): Promise<void> {
  const facts = [
    {
      type: 'InterviewStarted',
      version: 1,
      data: { code: 'K-017', guide: { id: 'default', version: '1.0' }, track: 'short' },
    },
    answer(text),
    { type: 'QuestionEnded', version: 1, data: { question: 's1q1', outcome: 'answered' } },
  ].map((fact) => InterviewFact.parse(fact));
  await vault.journal.append(stream, 'interview', facts, {});
}

export const answer = (text: string) => ({
  type: 'AnswerWritten',
  version: 1,
  data: { question: 's1q1', answer: { text, verbatim: [], value: null } },
});

/** What a person's journal says to the first question. */
export async function wordsOf(person: Person, stream: StreamId): Promise<readonly string[]> {
  const opened = await person.vault.journal.open(stream);
  return (opened?.events ?? []).flatMap((event) => {
    const fact = InterviewFact.safeParse({ ...event, data: event.body?.data });
    return fact.success && fact.data.type === 'AnswerWritten' ? [fact.data.data.answer.text] : [];
  });
}

/** The value, or a failing test with the problem's type. */
export function value<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

import { newId, systemClock, systemRandom, type Deps } from '../base/deps.ts';
import { CardId, DeviceId, MemberId, OfficeId, QuestionId, type StreamId } from '../base/ids.ts';
import { ok } from '../base/result.ts';
import type { Guide } from '../guide/model/guide.ts';
import { parseGuide } from '../guide/model/parse.ts';
import { complete, endOpenQuestions } from '../interview/model/act.ts';
import { beginInterview } from '../interview/begin.ts';
import type { InterviewFact } from '../interview/model/event.ts';
import { InterviewSession } from '../interview/session.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import type { Journal } from '../journal/model/port.ts';
import { fetchAsset } from '../sync/asset.ts';
import defaultGuideUrl from '../guide/data/default-guide.json?url';
import type { Delivery, Desk, Me } from './port.ts';
import { memoryDesk } from './memory-desk.ts';
import { eraseRemoved } from './removed.ts';
import { takeIn } from './take-in.ts';
import { tellPeople } from './try-people.ts';
import { TRY_ANSWERS, TRY_CODE, TRY_CONSENT, TRY_DONE, TRY_NAMES, TRY_TRACK } from './try-story.ts';

const deps: Deps = { clock: systemClock(), random: systemRandom };

interface Seat {
  readonly me: Me;
  readonly journal: Journal;
  readonly listeners: Set<() => void>;
}

/**
 * "Try it": an office of two invented people in memory, with a half-done interview. Nothing is written to disk and
 * nothing is sent; leaving throws it away.
 */
export async function openTryDesk(): Promise<Desk> {
  const guide = parseGuide(await fetchAsset(defaultGuideUrl));
  if (!guide.ok) throw new Error('the shipped guide does not parse');
  const office = newId(OfficeId, deps.random);
  const interviewer = seat(TRY_NAMES.interviewer, 'interviewer', office);
  const supervisor = seat(TRY_NAMES.supervisor, 'supervisor', office);
  await tell(interviewer, guide.value, { code: TRY_CODE, answers: TRY_ANSWERS });
  const done = await tellDone(interviewer, supervisor, guide.value);
  await tellPeople(supervisor.journal, supervisor.me.member, deps);
  const received = { state: 'received', at: deps.clock.now() } as const;
  const deliveries = new Map<StreamId, Delivery>([[done, received]]);
  const flags = new Map<StreamId, Delivery>([[done, received]]);
  const told = () => {
    for (const listener of [...interviewer.listeners, ...supervisor.listeners]) listener();
  };
  const desks = {
    interviewer: () =>
      desk(interviewer, supervisor, guide.value, { deliveries, flags }, told, desks.supervisor),
    supervisor: () =>
      desk(supervisor, interviewer, guide.value, { deliveries, flags }, told, desks.interviewer),
  };
  return desks.interviewer();
}

function seat(name: string, role: 'interviewer' | 'supervisor', office: OfficeId): Seat {
  const member = newId(MemberId, deps.random);
  const device = newId(DeviceId, deps.random);
  return {
    me: { member, device, name, role, office, officeName: TRY_NAMES.office, class: 'practice' },
    journal: openMemoryJournal({ author: member, device }, deps),
    listeners: new Set(),
  };
}

interface Story {
  readonly code: string;
  readonly answers: typeof TRY_ANSWERS;
}

/** Begins an invented interview and writes what the story has. */
async function tell({ me, journal }: Seat, guide: Guide, story: Story): Promise<InterviewSession> {
  const track = guide.tracks.find((each) => each.id === TRY_TRACK) ?? guide.tracks[0];
  if (!track) throw new Error('the shipped guide has no track');
  const begun = await beginInterview(
    journal,
    { interviewer: me.member, code: story.code, guide, track: track.id },
    { random: deps.random, now: deps.clock.now() },
  );
  if (!begun.ok) throw new Error('memory refused to keep');
  const session = await InterviewSession.open({ journal, clock: deps.clock }, begun.value, () =>
    Promise.resolve(guide),
  );
  if (!session) throw new Error('the invented interview does not open');
  const facts = story.answers.flatMap(([id, answer]): InterviewFact[] => {
    const question = QuestionId.parse(id);
    return [
      { type: 'QuestionAsked', version: 1, data: { question } },
      { type: 'AnswerWritten', version: 1, data: { question, answer } },
      { type: 'QuestionEnded', version: 1, data: { question, outcome: 'answered' } },
    ];
  });
  const consent: InterviewFact = {
    type: 'ConsentGiven',
    version: 1,
    data: { textVersion: guide.consent.version, yes: [...TRY_CONSENT], saidBack: true },
  };
  const age: InterviewFact = { type: 'AgeStated', version: 1, data: { age: 'adult' } };
  await session.act([...facts, age, consent]);
  return session;
}

/** A finished interview with a message to the supervisor, as it lies in the inbox. */
async function tellDone(from: Seat, to: Seat, guide: Guide): Promise<StreamId> {
  const session = await tell(from, guide, { code: TRY_DONE.code, answers: TRY_DONE.answers });
  const flag: InterviewFact = {
    type: 'SafetyFlagged',
    version: 1,
    data: {
      card: CardId.parse(TRY_DONE.card),
      question: QuestionId.parse(TRY_DONE.flagAt),
      note: TRY_DONE.note,
    },
  };
  const memo = TRY_DONE.memo.map(([field, value]): InterviewFact => ({
    type: 'MemoWritten',
    version: 1,
    data: { field, value: typeof value === 'string' ? value : [...value] },
  }));
  await session.act([
    flag,
    ...endOpenQuestions(session.snapshot().state, session.snapshot().route),
    { type: 'TalkEnded', version: 1, data: {} },
    ...memo,
  ]);
  const done = complete(session.snapshot().state, guide, 'sv');
  if (!done.ok) throw new Error('the invented interview is not complete');
  await session.act(done.value);
  const kept = await from.journal.open(session.stream);
  await takeIn(to.journal, to.me.member, 'interview', session.stream, kept?.events ?? []);
  return session.stream;
}

function desk(
  own: Seat,
  other: Seat,
  guide: Guide,
  { deliveries, flags }: Record<'deliveries' | 'flags', Map<StreamId, Delivery>>,
  told: () => void,
  otherDesk: () => Desk,
): Desk {
  return {
    ...memoryDesk(own, guide, { type: 'notEnrolled' }, deps.random),
    deliver: async (kind, stream) => {
      const opened = await own.journal.open(stream);
      // The other of the two is no trainer: practice is not for them.
      if (!opened || kind === 'draft' || kind === 'training') return ok('packed');
      await takeIn(other.journal, other.me.member, kind, stream, opened.events, {
        supervises: other.me.role === 'supervisor',
        now: deps.clock.now(),
      });
      if (kind === 'erasure') await eraseRemoved(other.journal);
      const received = { state: 'received', at: deps.clock.now() } as const;
      (kind === 'safety' ? flags : deliveries).set(stream, received);
      told();
      return ok('packed');
    },
    deliveries: () => Promise.resolve(new Map(deliveries)),
    flagDeliveries: () => Promise.resolve(new Map(flags)),
    acknowledge: async (stream) => {
      deliveries.set(stream, { state: 'opened', at: deps.clock.now(), by: own.me.name });
      told();
    },
    line: () => ({
      reachable: true,
      lastContact: deps.clock.now(),
      problem: null,
      forgedJoins: 0,
    }),
    subscribe: (listener) => {
      own.listeners.add(listener);
      const stop = own.journal.subscribe(listener);
      return () => {
        own.listeners.delete(listener);
        stop();
      };
    },
    nameOf: (member) => (member === other.me.member ? other.me.name : ''),
    other: otherDesk,
  };
}

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../base/result.ts';
import { RETRACTED, type NewEvent } from '../journal/model/event.ts';
import type { Journal } from '../journal/model/port.ts';
import { partingCheck, withRetraction } from '../parcel/model/policy.ts';
import {
  checkAll,
  completed,
  FACTS,
  INTERVIEW,
  interviewEvents,
  interviewSummary,
  KARIN,
  memoryJournal,
  OLLE,
  q,
  written,
} from './fixture.ts';
import { WHOLE, type Anchor } from './model/event.ts';
import { ReviewSession, type ReviewPorts } from './session.ts';
import { inboxItems } from './model/inbox.ts';
import { REVIEW_POLICY } from './model/policy.ts';
import { ReviewSummary } from './model/summary.ts';

const anchor: Anchor = { kind: 'question', question: q('s2q1') };
const quote = { from: 46, to: 56, quote: 'hur länge.' };

let journal: Journal;
let events = interviewEvents();
const deliver = vi.fn<ReviewPorts['deliver']>();
const acknowledge = vi.fn<ReviewPorts['acknowledge']>();

const open = async (): Promise<ReviewSession> => {
  const me = { member: KARIN.author, name: 'Karin Ek' };
  const clock = { now: () => 1_800_000_000_000 };
  const session = await ReviewSession.open({ journal, me, clock, deliver, acknowledge }, INTERVIEW);
  if (!session) throw new Error('no interview');
  return session;
};
/** The next parcel from the tablet. */
const arrives = async (...facts: NewEvent[]): Promise<void> => {
  events = written(facts, INTERVIEW, events, OLLE);
  await journal.take(INTERVIEW, 'interview', events, interviewSummary(events));
};

beforeEach(async () => {
  journal = memoryJournal(KARIN);
  events = interviewEvents();
  deliver.mockReset().mockResolvedValue(ok('packed'));
  acknowledge.mockReset().mockResolvedValue();
  await arrives();
});

describe('opening a delivered interview', () => {
  it('tells the sender once for each revision, and writes nothing', async () => {
    const session = await open();
    expect(acknowledge.mock.calls).toEqual([[INTERVIEW]]);
    expect(await journal.list('review')).toEqual([]);
    await arrives({ type: 'MemoWritten', version: 1, data: { field: 'change', value: 'Ring.' } });
    await vi.waitFor(() => expect(session.snapshot().interview.memo.get('change')).toBe('Ring.'));
    expect(acknowledge).toHaveBeenCalledTimes(1);
    await arrives(completed);
    await vi.waitFor(() => expect(session.snapshot().interview.revision).toBe(2));
    expect(acknowledge).toHaveBeenCalledTimes(2);
    session.close();
  });

  it('misses nothing that arrives while it is being opened', async () => {
    const kept = journal;
    let first = true;
    journal = {
      ...kept,
      open: async (stream) => {
        const opened = await kept.open(stream);
        if (first) {
          first = false;
          await arrives({
            type: 'MemoWritten',
            version: 1,
            data: { field: 'change', value: 'Ring.' },
          });
        }
        return opened;
      },
    };
    const session = await open();
    await vi.waitFor(() => expect(session.snapshot().interview.memo.get('change')).toBe('Ring.'));
  });

  it('finds nothing where nothing is', async () => {
    journal = memoryJournal(KARIN);
    await expect(open()).rejects.toThrow('no interview');
    expect(acknowledge).not.toHaveBeenCalled();
  });
});

describe('the acts of a supervisor', () => {
  it('comments, resolves and sends each time', async () => {
    const session = await open();
    expect(await session.comment(anchor, quote, ' Hur länge trodde du? ', 'd')).toEqual(ok('sent'));
    expect(deliver.mock.calls).toEqual([['review', session.review]]);
    const [comment] = session.snapshot().reviews[0]?.comments ?? [];
    if (!comment) throw new Error('no comment');
    const answer = session.snapshot().interview.questions.get(q('s2q1'));
    expect(comment).toMatchObject({ text: 'Hur länge trodde du?', event: answer?.event, ...quote });
    await session.resolve(comment.id);
    expect(session.snapshot().reviews[0]?.comments[0]?.resolvedAt).not.toBeNull();
    const [summary] = await journal.list('review');
    expect(ReviewSummary.parse(summary?.data)).toMatchObject({ open: 0, comments: 1 });
  });

  it('returns only with something to mend', async () => {
    const session = await open();
    expect(await session.giveBack('  ', 'return')).toEqual(err({ type: 'notAllowed' }));
    expect(await session.giveBack('Skriv klart memot.', 'return')).toEqual(ok('sent'));
    expect(session.snapshot().standing).toBe('returned');
    expect(await session.approve()).toEqual(err({ type: 'notAllowed' }));
  });

  it('approves, until a new revision asks again and shows what changed', async () => {
    const session = await open();
    expect(await session.approve()).toEqual(err({ type: 'checksMissing' }));
    await checkAll(session);
    expect(deliver).not.toHaveBeenCalled();
    expect(await session.approve()).toEqual(ok('sent'));
    expect(session.snapshot().standing).toBe('approved');
    expect(await session.comment(anchor, WHOLE, 'Mer', 'd')).toEqual(err({ type: 'notAllowed' }));
    await arrives(
      { type: 'MemoWritten', version: 1, data: { field: 'setting', value: 'Hemma.' } },
      completed,
    );
    await vi.waitFor(() => expect(session.snapshot().standing).toBe('revised'));
    expect(session.snapshot().before).toBe(1);
    expect([...session.snapshot().changed.memo]).toEqual(['setting']);
    // What was looked at in the version before says nothing about this one, until somebody says so.
    expect(await session.approve()).toEqual(err({ type: 'checksMissing' }));
    await session.checkAsBefore();
    await session.approve();
    expect(session.snapshot().standing).toBe('approved');
  });

  it('sees what another supervisor decided before acting itself', async () => {
    const session = await open();
    const me = { member: OLLE.author, name: 'Olle Lind' };
    const theirs = memoryJournal(OLLE);
    await theirs.take(INTERVIEW, 'interview', events, interviewSummary(events));
    const reviewer = await ReviewSession.open(
      { journal: theirs, me, clock: { now: () => 1 }, deliver, acknowledge },
      INTERVIEW,
    );
    if (!reviewer) throw new Error('no interview');
    await checkAll(reviewer);
    await reviewer.approve();
    const kept = await theirs.open(reviewer.review);
    const [summary] = await theirs.list('review');
    await journal.take(reviewer.review, 'review', kept?.events ?? [], summary?.data);
    expect(await session.giveBack('Nej', 'return')).toEqual(err({ type: 'notAllowed' }));
    expect(session.snapshot().standing).toBe('approved');
  });

  it('says so when it could be kept but not sent, and when it could not be kept', async () => {
    const session = await open();
    deliver.mockResolvedValue(err({ type: 'unreachable' }));
    expect(await session.comment(anchor, WHOLE, 'Mer?', 'd')).toEqual(err({ type: 'notSent' }));
    expect(session.snapshot().reviews[0]?.comments).toHaveLength(1);
    await checkAll(session);
    const problem = { type: 'diskFull' as const };
    journal.append = async () => err(problem);
    expect(await session.approve()).toEqual(err({ type: 'notSaved', problem }));
    expect(session.snapshot().standing).toBe('toReview');
  });
});

describe('what is being written', () => {
  it('is kept while it is typed, and gone once it has settled', async () => {
    const session = await open();
    const typed = ['H', 'Hu', 'Hur'].map((text) => session.draft('d', { text }));
    await Promise.all(typed);
    const again = await open();
    expect(again.draftOf('d')).toEqual({ text: 'Hur' });
    const late = session.draft('d', { text: 'Hur?' });
    await session.comment(anchor, WHOLE, 'Hur?', 'd');
    await late;
    expect((await journal.open(session.review))?.drafts).toEqual([]);
    expect((await open()).draftOf('d')).toBeUndefined();
  });
});

describe('what the participant takes back', () => {
  it('is erased from the comment that quotes it, and the tablet is told', async () => {
    const session = await open();
    await session.comment(anchor, quote, 'Hur länge, trodde du?', 'd');
    await session.comment({ kind: 'memo', field: 'setting' }, WHOLE, 'Var?', 'd');
    session.close();
    deliver.mockClear();
    const answer = events.find((event) => event.type === 'AnswerWritten');
    await arrives(
      { type: RETRACTED, version: 1, data: { events: [answer?.id] } },
      { type: 'AnswerTakenBack', version: 1, data: { question: 's2q1' } },
    );
    const later = await open();
    const review = later.snapshot().reviews[0];
    expect(review?.comments.map((comment) => comment.text)).toEqual(['Var?']);
    expect(review?.erased).toBe(1);
    expect(later.snapshot().interview.questions.get(q('s2q1'))?.takenBack).toBe(true);
    const kept = await journal.open(later.review);
    expect(JSON.stringify(kept?.events)).not.toContain('hur länge');
    expect(deliver).toHaveBeenCalledWith('review', later.review);
    const [summary] = await journal.list('review');
    expect(ReviewSummary.parse(summary?.data)).toMatchObject({ open: 1, comments: 1 });
  });
});

it('shows a safety flag that came before its interview, with nothing to decide about yet', async () => {
  journal = memoryJournal(KARIN);
  const flag = FACTS.filter((fact) => ['InterviewStarted', 'SafetyFlagged'].includes(fact.type));
  events = written(flag, INTERVIEW, [], OLLE);
  await arrives();
  const session = await open();
  expect(session.snapshot()).toMatchObject({ standing: null, interview: { revision: 0 } });
  expect(session.snapshot().interview.flags).toHaveLength(1);
  expect(acknowledge).toHaveBeenCalledTimes(1);
  expect(await session.approve()).toEqual(err({ type: 'notAllowed' }));
});

describe('an urgent message', () => {
  it('is taken care of before there is an interview, and it stays so when the rest has come', async () => {
    journal = memoryJournal(KARIN);
    const ahead = FACTS.filter((fact) => ['InterviewStarted', 'SafetyFlagged'].includes(fact.type));
    events = written(ahead, INTERVIEW, [], OLLE);
    await arrives();
    const session = await open();
    const [flag] = session.snapshot().interview.flags;
    if (!flag) throw new Error('no flag');
    expect(await session.handleFlag(flag.event)).toEqual(ok('sent'));
    expect(deliver.mock.calls).toEqual([['review', session.review]]);
    expect(session.snapshot().reviews[0]?.handled).toMatchObject([
      { flag: flag.event, by: KARIN.author },
    ]);
    expect(session.snapshot().standing).toBeNull();

    await arrives(...FACTS.slice(1).filter((fact) => fact.type !== 'SafetyFlagged'));
    await vi.waitFor(() => expect(session.snapshot().standing).toBe('toReview'));
    expect(await session.comment(anchor, WHOLE, 'Mer?', 'd')).toEqual(ok('sent'));
    expect(session.snapshot().reviews[0]).toMatchObject({ revision: 1, handled: [{}] });
    const [summary] = await journal.list('review');
    expect(ReviewSummary.parse(summary?.data).handled).toEqual([flag.event]);

    const kept = await journal.open(session.review);
    expect(kept?.events.map((event) => event.type)).toContain('FlagHandled');
    expect(() => partingCheck(kept?.events ?? [], withRetraction(REVIEW_POLICY))).not.toThrow();
    const list = inboxItems(await journal.list('interview'), await journal.list('review'));
    expect(list).toMatchObject([{ flags: 1, unhandled: 0, standing: 'toReview' }]);
  });

  it('is taken care of after the approval too, and said once', async () => {
    const session = await open();
    await checkAll(session);
    await session.approve();
    const flag = session.snapshot().interview.flags[0]?.event;
    if (!flag) throw new Error('no flag');
    deliver.mockClear();
    expect(await Promise.all([session.handleFlag(flag), session.handleFlag(flag)])).toEqual([
      ok('sent'),
      ok('sent'),
    ]);
    expect(deliver).toHaveBeenCalledTimes(1);
    const kept = await journal.open(session.review);
    expect(kept?.events.filter((event) => event.type === 'FlagHandled')).toHaveLength(1);
    expect(session.snapshot().standing).toBe('approved');
  });
});

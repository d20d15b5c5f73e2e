import { describe, expect, it } from 'vitest';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { routeOf } from '../guide/model/route.ts';
import {
  BRIEF,
  ended,
  folded,
  GUIDE,
  IDA,
  INTERVIEW,
  memoryJournal,
  must,
  ready,
  written,
  wrote,
} from '../interview/fixture.ts';
import { InterviewSummary } from '../interview/model/summary.ts';
import { RETRACTED, stamp, type JournalEvent, type Writer } from '../journal/model/event.ts';
import type { Journal } from '../journal/model/port.ts';
import { ELIN } from '../people/fixture.ts';
import type { ParticipantFact } from '../people/model/participant.ts';
import { fixedDeps } from '../base/deps.ts';
import type { ReviewFact } from '../review/model/event.ts';
import { reviewStreamOf } from '../review/model/summary.ts';
import { takeIn } from './take-in.ts';

const SUPERVISOR: Writer = {
  author: MemberId.parse('c'.repeat(32)),
  device: DeviceId.parse('3'.repeat(32)),
};
const REVIEW = reviewStreamOf(INTERVIEW, SUPERVISOR.author);
const completed = {
  type: 'InterviewCompleted',
  version: 1,
  data: { asked: [], language: 'sv' },
};
const delivered = written([...ready(), completed]);
const deps = fixedDeps();
const reviewed = (...facts: readonly ReviewFact[]): JournalEvent[] =>
  stamp(facts, REVIEW, [], SUPERVISOR, deps);
const begun: ReviewFact = {
  type: 'ReviewStarted',
  version: 1,
  data: { interview: INTERVIEW, revision: 1 },
};
const returned = (revision: number): ReviewFact => ({
  type: 'InterviewReturned',
  version: 1,
  data: { revision, note: 'Skriv mer om sista dagen.' },
});

const eventsIn = async (journal: Journal) => (await journal.open(INTERVIEW))?.events ?? [];
const statusIn = async (journal: Journal) => {
  const [row] = await journal.list('interview');
  return InterviewSummary.parse(row?.data);
};

describe('an interview that arrives', () => {
  it('joins the journal with a summary for the lists', async () => {
    const journal = memoryJournal();
    must(await takeIn(journal, IDA.author, 'interview', INTERVIEW, delivered));
    expect(await eventsIn(journal)).toEqual(delivered);
    expect(await statusIn(journal)).toMatchObject({
      code: 'K-017',
      status: 'completed',
      revision: 1,
      done: 40,
      of: 40,
    });
  });

  it('counts the questions of the record, not all that were ever seen', async () => {
    const seen = [...ready(BRIEF), ended('s2q2', 'partly')];
    const asked = routeOf(GUIDE, BRIEF).order.map((question) => ({
      question,
      text: { sv: 'Text' },
    }));
    const done = { type: 'InterviewCompleted', version: 1, data: { asked, language: 'sv' } };
    const journal = memoryJournal();
    must(await takeIn(journal, IDA.author, 'interview', INTERVIEW, written([...seen, done])));
    expect(await statusIn(journal)).toMatchObject({ done: 18, of: 18 });
  });

  it('taken in twice changes nothing', async () => {
    const journal = memoryJournal();
    must(await takeIn(journal, IDA.author, 'interview', INTERVIEW, delivered));
    const before = [await eventsIn(journal), await statusIn(journal)];
    must(await takeIn(journal, IDA.author, 'interview', INTERVIEW, delivered));
    expect([await eventsIn(journal), await statusIn(journal)]).toEqual(before);
  });

  it('completes the safety flag that came before it', async () => {
    const flagged = written([
      ...ready().slice(0, 1),
      wrote('s1q1', 'Ord'),
      {
        type: 'SafetyFlagged',
        version: 1,
        data: { card: 'childAtRisk', question: null, note: 'Ring i dag.' },
      },
      ended('s1q1', 'answered'),
    ]);
    const journal = memoryJournal();
    const flag = flagged.filter(({ type }) => /Started|Flagged/.test(type));
    must(await takeIn(journal, IDA.author, 'safety', INTERVIEW, flag));
    expect(await statusIn(journal)).toMatchObject({ flags: 1, code: 'K-017', of: 0 });
    must(await takeIn(journal, IDA.author, 'interview', INTERVIEW, flagged));
    expect(await eventsIn(journal)).toEqual(flagged);
    expect(await statusIn(journal)).toMatchObject({ flags: 1, done: 1, of: 1 });
  });

  it('an older copy of words that were taken back does not bring them back', async () => {
    const said = written([...ready().slice(0, 1), wrote('s1q1', 'MINHEMLIGHET')]);
    const gone = written(
      [{ type: 'Retracted', version: 1, data: { events: [said[1]?.id] } }],
      said,
    );
    const journal = memoryJournal();
    must(await takeIn(journal, IDA.author, 'interview', INTERVIEW, gone));
    must(await takeIn(journal, IDA.author, 'draft', INTERVIEW, said));
    expect(JSON.stringify(await journal.open(INTERVIEW))).not.toContain('MINHEMLIGHET');
  });

  it('that has no beginning is refused, and nothing is kept', async () => {
    const journal = memoryJournal();
    expect(await takeIn(journal, IDA.author, 'interview', INTERVIEW, delivered.slice(1))).toEqual({
      ok: false,
      error: { type: 'badContents' },
    });
    expect(await journal.open(INTERVIEW)).toBeUndefined();
  });
});

describe('a review that arrives', () => {
  async function tablet() {
    const journal = memoryJournal();
    must(await takeIn(journal, IDA.author, 'interview', INTERVIEW, delivered));
    return journal;
  }

  it('with a return opens the interview again, once', async () => {
    const journal = await tablet();
    const review = reviewed(begun, returned(1));
    must(await takeIn(journal, IDA.author, 'review', REVIEW, review));
    const events = await eventsIn(journal);
    expect(events.at(-1)).toMatchObject({
      type: 'InterviewReopened',
      body: { data: { review: review[1]?.id } },
    });
    expect(folded(events).status).toBe('reopened');
    expect((await statusIn(journal)).status).toBe('reopened');
    must(await takeIn(journal, IDA.author, 'review', REVIEW, review));
    expect(await eventsIn(journal)).toEqual(events);
    const [row] = await journal.list('review');
    expect(row?.data).toMatchObject({ decision: { type: 'returned', revision: 1 } });
  });

  it('opens nothing for anyone but the interviewer', async () => {
    const journal = await tablet();
    const review = reviewed(begun, returned(1));
    must(await takeIn(journal, SUPERVISOR.author, 'review', REVIEW, review));
    expect(await eventsIn(journal)).toEqual(delivered);
  });

  it('of a revision that is not the one here opens nothing', async () => {
    const journal = await tablet();
    const late: ReviewFact = { ...begun, data: { interview: INTERVIEW, revision: 2 } };
    must(await takeIn(journal, IDA.author, 'review', REVIEW, reviewed(late, returned(2))));
    expect(folded(await eventsIn(journal)).status).toBe('completed');
  });

  it('that approves leaves the interview as it is', async () => {
    const journal = await tablet();
    const approved: ReviewFact = { type: 'InterviewApproved', version: 1, data: { revision: 1 } };
    must(await takeIn(journal, IDA.author, 'review', REVIEW, reviewed(begun, approved)));
    expect(await eventsIn(journal)).toEqual(delivered);
  });

  it('without the interview here is kept all the same', async () => {
    const journal = memoryJournal();
    must(await takeIn(journal, IDA.author, 'review', REVIEW, reviewed(begun, returned(1))));
    expect(await journal.open(INTERVIEW)).toBeUndefined();
    expect((await journal.open(REVIEW))?.events).toHaveLength(2);
  });

  it('without a beginning is refused', async () => {
    const journal = await tablet();
    const broken = await takeIn(
      journal,
      IDA.author,
      'review',
      REVIEW,
      reviewed(begun, returned(1)).slice(1),
    );
    expect(broken).toEqual({ ok: false, error: { type: 'badContents' } });
    expect(await journal.open(REVIEW)).toBeUndefined();
  });
});

it('an acknowledgement carries nothing to take in', async () => {
  const journal = memoryJournal();
  must(await takeIn(journal, IDA.author, 'ack', INTERVIEW, []));
  expect(await journal.list('interview')).toEqual([]);
});

describe('an entry of the register that was taken back', () => {
  const PERSON = StreamId.parse('e'.repeat(32));
  const added: ParticipantFact = {
    type: 'ParticipantAdded',
    version: 1,
    data: { code: 'BJ-1', details: ELIN, batch: null },
  };
  const entry = stamp([added], PERSON, [], SUPERVISOR, deps);
  const ids = entry.map(({ id }) => id);
  const back = stamp(
    [{ type: RETRACTED, version: 1, data: { events: ids } }],
    PERSON,
    entry,
    SUPERVISOR,
    deps,
  );

  it('is gone from a colleague’s list and words, and an older copy does not bring it back', async () => {
    const journal = memoryJournal();
    const take = (events: readonly JournalEvent[]) =>
      takeIn(journal, IDA.author, 'shared', PERSON, events);
    must(await take(entry));
    expect((await journal.list('participant'))[0]?.data).toMatchObject({ code: 'BJ-1' });
    must(await take([...entry, ...back]));
    must(await take(entry));
    expect((await journal.list('participant')).map(({ data }) => data)).toEqual([null]);
    expect(JSON.stringify(await journal.open(PERSON))).not.toContain(ELIN.name);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { Journal } from '../journal/model/port.ts';
import {
  BRIEF,
  ended,
  INTERVIEW,
  memoryJournal,
  moodyJournal,
  must,
  openSession,
  q,
  reopened,
  started,
  talkEnded,
  words,
} from './fixture.ts';
import { InterviewSession } from './session.ts';

/** Long enough for everything that waits for nothing but its turn. */
const turns = () => new Promise((resolve) => setTimeout(resolve, 0));
const opened = async (journal: Journal) => {
  const found = await journal.open(INTERVIEW);
  if (!found) throw new Error('no interview');
  return found;
};
const typesIn = async (journal: Journal) => (await opened(journal)).events.map((each) => each.type);
const textOf = (session: InterviewSession, id: string) => session.answer(q(id)).text;

describe('settling', () => {
  it('makes one event, only when something changed, and forgets the draft', async () => {
    const journal = memoryJournal();
    const session = await openSession([started()], journal);
    await session.settle(q('s1q1'));
    expect(await typesIn(journal)).toEqual(['InterviewStarted']);
    session.write(q('s1q1'), words('hej'));
    // The field is left and the button pressed in the same moment: both settle.
    await Promise.all([session.settle(q('s1q1')), session.settle(q('s1q1'))]);
    await session.settle(q('s1q1'));
    expect(await typesIn(journal)).toEqual(['InterviewStarted', 'AnswerWritten']);
    expect((await opened(journal)).drafts).toEqual([]);
    expect(session.snapshot().state.questions.get(q('s1q1'))?.answer).toEqual(words('hej'));
  });

  it('words typed and deleted again are not data', async () => {
    const journal = memoryJournal();
    const session = await openSession([started()], journal);
    session.write(q('s1q1'), words('hemligt'));
    session.write(q('s1q1'), words(''));
    await session.settle(q('s1q1'));
    expect(JSON.stringify((await opened(journal)).events)).not.toContain('hemligt');
  });

  it('keeps the order in which a question was left: the answer, then its outcome, then what follows', async () => {
    const journal = memoryJournal();
    const session = await openSession([started()], journal);
    session.write(q('s1q1'), words('hej'));
    const left = session.settle(q('s1q1'), [ended('s1q1', 'answered')]);
    const asked = session.act([
      { type: 'QuestionAsked', version: 1, data: { question: q('s1q2') } },
    ]);
    await Promise.all([left, asked]);
    expect(await typesIn(journal)).toEqual([
      'InterviewStarted',
      'AnswerWritten',
      'QuestionEnded',
      'QuestionAsked',
    ]);
    expect((await opened(journal)).faults).toEqual([]);
  });

  it('a draft still on its way does not come back after it has settled', async () => {
    const inner = memoryJournal();
    let land = () => {};
    const arrived = new Promise<void>((resolve) => {
      land = resolve;
    });
    // Only drafts are slow: an append that did not wait would overtake this one.
    const journal: Journal = {
      ...inner,
      async draft(...args) {
        await arrived;
        return inner.draft(...args);
      },
    };
    const session = await openSession([started()], journal);
    session.write(q('s1q1'), words('hej'));
    const settled = session.settle(q('s1q1'));
    await turns();
    land();
    await settled;
    await turns();
    expect((await opened(journal)).drafts).toEqual([]);
    expect(textOf(await reopened(journal), 's1q1')).toBe('hej');
  });

  it('loses no letter typed while an earlier write is slow', async () => {
    const { journal, hold, release } = moodyJournal();
    const session = await openSession([started()], journal);
    hold();
    const slow = session.act([ended('s1q4', 'declined')]);
    session.write(q('s1q1'), words('h'));
    const settled = session.settle(q('s1q1'));
    session.write(q('s1q1'), words('hej'));
    release();
    await Promise.all([slow, settled]);
    await turns();
    expect(textOf(session, 's1q1')).toBe('hej');
    expect(textOf(await reopened(journal), 's1q1')).toBe('hej');
  });

  it('a letter typed while its own settling is written stays a draft', async () => {
    const { journal, hold, land, release } = moodyJournal();
    const session = await openSession([started()], journal);
    session.write(q('s1q1'), words('hej'));
    await turns();
    hold();
    const settled = session.settle(q('s1q1'));
    await turns();
    session.write(q('s1q1'), words('hej igen'));
    land();
    await settled;
    expect(textOf(session, 's1q1')).toBe('hej igen');
    release();
    await turns();
    expect(textOf(await reopened(journal), 's1q1')).toBe('hej igen');
  });

  it('decides on the state that all earlier facts led to', async () => {
    const session = await openSession();
    session.write(q('s1q1'), words('hej'));
    void session.settle(q('s1q1'));
    let seen: string | undefined;
    await session.act(({ questions }) => {
      seen = questions.get(q('s1q1'))?.answer?.text;
      return [];
    });
    expect(seen).toBe('hej');
  });

  it('seals a summary that fits the facts beside it', async () => {
    const journal = memoryJournal();
    const session = await openSession([started(BRIEF)], journal);
    await session.act([ended('s1q1', 'answered'), talkEnded]);
    const [row] = await journal.list('interview');
    expect(row?.data).toMatchObject({ status: 'writing', track: 'brief', done: 1, of: 18 });
  });
});

describe('taking back', () => {
  const SECRET = 'MORFARSNAMN';

  /** All that the journal still holds of the interview, in events and drafts. */
  const everything = async (journal: Journal) => JSON.stringify(await opened(journal));

  it('erases every version of the words, and nobody else’s', async () => {
    const journal = memoryJournal();
    const session = await openSession([started()], journal);
    for (const text of [`Först ${SECRET}`, `Sedan ${SECRET}`]) {
      session.write(q('s2q1'), words(text));
      await session.settle(q('s2q1'));
    }
    session.write(q('s2q5'), words('Det här får stå kvar'));
    await session.settle(q('s2q5'));
    expect(await everything(journal)).toContain(SECRET);
    must(await session.takeBack([q('s2q1')]));
    expect(await everything(journal)).not.toContain(SECRET);
    expect(await everything(journal)).toContain('Det här får stå kvar');
    expect((await opened(journal)).faults).toEqual([]);
    expect(textOf(session, 's2q1')).toBe('');
    expect(session.snapshot().state.questions.get(q('s2q1'))?.takenBack).toBe(true);
    expect(textOf(await reopened(journal), 's2q1')).toBe('');
  });

  it('erases words that were typed a moment ago and have not settled', async () => {
    const journal = memoryJournal();
    const session = await openSession([started()], journal);
    session.write(q('s2q1'), words(SECRET));
    const settled = session.settle(q('s2q1'));
    session.write(q('s2q1'), words(`${SECRET} igen`));
    must(await session.takeBack([q('s2q1')]));
    await settled;
    await turns();
    expect(await everything(journal)).not.toContain(SECRET);
    expect(textOf(session, 's2q1')).toBe('');
    // Only a retraction gives the stream a new key.
    expect(await typesIn(journal)).toContain('Retracted');
  });

  it('erases words that never were more than a draft', async () => {
    const journal = memoryJournal();
    const session = await openSession([started()], journal);
    session.write(q('s2q1'), words(SECRET));
    await turns();
    expect(await everything(journal)).toContain(SECRET);
    must(await session.takeBack([q('s2q1')]));
    expect(await everything(journal)).not.toContain(SECRET);
    expect(await typesIn(journal)).toContain('Retracted');
    expect(textOf(await reopened(journal), 's2q1')).toBe('');
  });

  it('writes nothing when there was nothing', async () => {
    const journal = memoryJournal();
    const session = await openSession([started()], journal);
    must(await session.takeBack([q('s2q1')]));
    expect(await typesIn(journal)).toEqual(['InterviewStarted']);
  });

  it('says so when the words could not be erased', async () => {
    const { journal, refuse } = moodyJournal();
    const session = await openSession([started()], journal);
    session.write(q('s2q1'), words(SECRET));
    await session.settle(q('s2q1'));
    refuse({ type: 'diskFull' });
    expect((await session.takeBack([q('s2q1')])).ok).toBe(false);
    expect(textOf(session, 's2q1')).toBe(SECRET);
    expect(session.saveState().type).toBe('failed');
  });
});

describe('the track', () => {
  it('is another way through the same guide, at once', async () => {
    const session = await openSession();
    const listener = vi.fn<() => void>();
    const stop = session.subscribe(listener);
    expect(session.snapshot().route.order).toHaveLength(40);
    await session.act([{ type: 'TrackChanged', version: 1, data: { track: BRIEF } }]);
    expect(session.snapshot().route.order).toHaveLength(18);
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    await session.act([ended('s1q1', 'declined')]);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

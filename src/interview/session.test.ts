import { describe, expect, it, vi } from 'vitest';
import { StreamId } from '../base/ids.ts';
import type { Journal } from '../journal/model/port.ts';
import {
  BRIEF,
  ended,
  GUIDE,
  INTERVIEW,
  memoryJournal,
  moodyJournal,
  must,
  openSession,
  q,
  reopened,
  started,
  words,
  wrote,
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

describe('opening', () => {
  it('finds nothing where there is no interview, no beginning, or no guide', async () => {
    const journal = memoryJournal();
    const clock = { now: () => 1 };
    const open = (id: string, guide: typeof GUIDE | undefined) =>
      InterviewSession.open({ journal, clock }, StreamId.parse(id.repeat(32)), async () => guide);
    expect(await open('a', GUIDE)).toBeUndefined();
    await journal.append(INTERVIEW, 'interview', [wrote('s1q1', 'Ord')], null);
    expect(await open('a', GUIDE)).toBeUndefined();
    await journal.append(StreamId.parse('e'.repeat(32)), 'interview', [started()], null);
    expect(await open('e', undefined)).toBeUndefined();
    expect(await open('e', GUIDE)).toBeDefined();
  });

  it('asks for the guide that the interview pinned', async () => {
    const journal = memoryJournal();
    await journal.append(INTERVIEW, 'interview', [started()], null);
    const guideOf = vi.fn<(ref: { version: string }) => Promise<typeof GUIDE>>(async () => GUIDE);
    await InterviewSession.open({ journal, clock: { now: () => 1 } }, INTERVIEW, guideOf);
    expect(guideOf).toHaveBeenCalledExactlyOnceWith({ id: GUIDE.id, version: GUIDE.version });
  });

  it('after a crash shows every draft, and the settled answer where there is none', async () => {
    const journal = memoryJournal();
    const session = await openSession([started(), wrote('s1q1', 'Klart')], journal);
    session.write(q('s1q4'), words('Halvsk'));
    session.moveTo({ question: q('s1q4'), caret: 3 });
    await turns();
    const again = await reopened(journal);
    expect(textOf(again, 's1q1')).toBe('Klart');
    expect(textOf(again, 's1q4')).toBe('Halvsk');
    expect(textOf(again, 's1q2')).toBe('');
    expect(again.position()).toEqual({ question: 's1q4', caret: 3 });
  });

  it('forgets a place that is not on the way any more, and one that makes no sense', async () => {
    const journal = memoryJournal();
    const session = await openSession([started(BRIEF)], journal);
    expect(session.position()).toBeUndefined();
    session.moveTo({ question: q('s2q2'), caret: 3 });
    expect(session.position()).toBeUndefined();
    session.draft('position', 'här');
    expect(session.position()).toBeUndefined();
  });
});

describe('typing', () => {
  it('has at most one write of a field under way, and the newest value goes next', async () => {
    const { journal, given, hold, land, release } = moodyJournal();
    const session = await openSession([started()], journal);
    hold();
    for (const text of ['h', 'he', 'hej', 'hej!']) session.write(q('s1q1'), words(text));
    await turns();
    expect(given.map((each) => each.value)).toEqual([words('h')]);
    land();
    await turns();
    expect(given.map((each) => each.value)).toEqual([words('h'), words('hej!')]);
    release();
    await turns();
    expect(given).toHaveLength(2);
    expect((await opened(journal)).drafts).toMatchObject([{ key: 's1q1', value: words('hej!') }]);
  });

  it('does not make one field wait for another', async () => {
    const { journal, given, hold, release } = moodyJournal();
    const session = await openSession([started()], journal);
    hold();
    session.write(q('s1q1'), words('ett'));
    session.write(q('s1q4'), words('två'));
    await turns();
    expect(given.map((each) => each.key)).toEqual(['s1q1', 's1q4']);
    release();
  });

  it('changes nothing that the screen draws again', async () => {
    const session = await openSession();
    const listener = vi.fn<() => void>();
    session.subscribe(listener);
    const before = session.snapshot();
    session.write(q('s1q1'), words('hej'));
    await turns();
    expect(listener).not.toHaveBeenCalled();
    expect(session.snapshot()).toBe(before);
  });
});

describe('the word "saved"', () => {
  it('comes only when all that is shown is flushed', async () => {
    const { journal, hold, land, release } = moodyJournal();
    const session = await openSession([started()], journal);
    expect(session.saveState()).toEqual({ type: 'saved', where: 'both' });
    hold();
    session.write(q('s1q1'), words('h'));
    expect(session.saveState().type).toBe('saving');
    session.write(q('s1q1'), words('he'));
    land();
    await turns();
    // The first letter is on disk, the second is not.
    expect(session.saveState().type).toBe('saving');
    release();
    await turns();
    expect(session.saveState()).toEqual({ type: 'saved', where: 'both' });
  });

  it('waits for facts too', async () => {
    const { journal, hold, release } = moodyJournal();
    const session = await openSession([started()], journal);
    hold();
    const done = session.act([ended('s1q1', 'declined')]);
    await turns();
    expect(session.saveState().type).toBe('saving');
    expect(session.snapshot().state.questions.size).toBe(0);
    release();
    await done;
    expect(session.saveState().type).toBe('saved');
    expect(session.snapshot().state.questions.get(q('s1q1'))?.outcome).toBe('declined');
  });

  it('says what is wrong when the journal refuses, keeps the text, and recovers', async () => {
    const { journal, refuse } = moodyJournal();
    const session = await openSession([started()], journal);
    const heard: string[] = [];
    session.subscribeSaving(() => heard.push(session.saveState().type));
    refuse({ type: 'diskFull' });
    session.write(q('s1q1'), words('hej'));
    await turns();
    expect(session.saveState()).toEqual({ type: 'failed', problem: { type: 'diskFull' } });
    expect(textOf(session, 's1q1')).toBe('hej');
    refuse(null);
    session.write(q('s1q1'), words('hej då'));
    await turns();
    expect(session.saveState()).toEqual({ type: 'saved', where: 'both' });
    expect(heard).toEqual(['saving', 'failed', 'saved']);
  });

  it("is not said for one field because of another's luck", async () => {
    const { journal, refuse } = moodyJournal();
    const session = await openSession([started()], journal);
    refuse({ type: 'storeFailed', name: 'AbortError' }, 's1q1');
    session.write(q('s1q1'), words('borta'));
    await turns();
    session.moveTo({ question: q('s1q1'), caret: 5 });
    session.write(q('s1q4'), words('kvar'));
    await turns();
    expect(session.saveState().type).toBe('failed');
    refuse(null);
    await session.settle(q('s1q1'));
    expect(session.saveState().type).toBe('saved');
    expect(await typesIn(journal)).toEqual(['InterviewStarted', 'AnswerWritten']);
  });

  it('a fact that was refused is not in the state, and its draft stays', async () => {
    const { journal, refuse } = moodyJournal();
    const session = await openSession([started()], journal);
    session.write(q('s1q1'), words('hej'));
    await turns();
    refuse({ type: 'diskFull' });
    const kept = await session.settle(q('s1q1'), [ended('s1q1', 'answered')]);
    expect(kept).toEqual({ ok: false, error: { type: 'diskFull' } });
    expect(session.snapshot().state.questions.size).toBe(0);
    expect(textOf(session, 's1q1')).toBe('hej');
    refuse(null);
    must(await session.settle(q('s1q1'), [ended('s1q1', 'answered')]));
    expect(session.saveState().type).toBe('saved');
    expect((await opened(journal)).drafts).toEqual([]);
  });

  it('says so when only the reserve has it', async () => {
    const inner = memoryJournal();
    const journal: Journal = {
      ...inner,
      async draft(...args) {
        await inner.draft(...args);
        return { ok: true, value: 'reserve' };
      },
    };
    const session = await openSession([started()], journal);
    session.write(q('s1q1'), words('hej'));
    await turns();
    expect(session.saveState()).toEqual({ type: 'saved', where: 'reserve' });
  });
});

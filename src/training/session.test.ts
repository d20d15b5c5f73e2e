import { beforeEach, describe, expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { QuestionId } from '../base/ids.ts';
import { GUIDE, IDA } from '../interview/fixture.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { caseOf } from './fixture.ts';
import { debriefOf } from './model/debrief.ts';
import { judgeQuestion } from './model/question-kind.ts';
import type { PlayedBy } from './model/run.ts';
import { PracticeSession } from './session.ts';

/** A table where time only goes when it is told to, and one thing at most is waited for. */
function table() {
  const { clock, random } = fixedDeps();
  let waiting: { readonly at: number; readonly run: () => void } | null = null;
  const deps = {
    clock,
    random,
    later: (run: () => void, ms: number) => {
      const mine = { at: clock.now() + ms, run };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = null;
      };
    },
  };
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      clock.advance(1000);
      const due = waiting;
      if (due && due.at <= clock.now()) {
        waiting = null;
        due.run();
      }
      await settled();
    }
  };
  return { deps, pass, journal: openMemoryJournal(IDA, deps) };
}

/** What was begun on the journal in memory has been done. */
const settled = async () => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};

const at = (question: string) => QuestionId.parse(question);

let now: ReturnType<typeof table>;
beforeEach(() => {
  now = table();
});
const begin = (alias: string, by: PlayedBy = 'tablet') =>
  PracticeSession.begin(
    { journal: now.journal, guide: GUIDE, played: caseOf(alias), by, interviewer: IDA.author },
    now.deps,
  );
const replies = (session: PracticeSession) =>
  session.snapshot().run.given.map(({ reply }) => reply);

describe('a practice run', () => {
  it('begins an interview in the case’s length, with a code that names no one real', async () => {
    const session = await begin('Amir');
    const [row] = await now.journal.list('interview');
    expect(row?.data).toMatchObject({ code: 'OVNING-Amir', track: session.played.setup.track });
    expect(session.snapshot().run).toMatchObject({ by: 'tablet', interview: session.interview });
  });

  it('brings the reply to a question at once, and to own words what they are', async () => {
    const session = await begin('Saga');
    session.standAt(at('s1q1'));
    await session.put({ how: 'guide', question: at('s1q1') });
    expect(replies(session)).toEqual(['s1q1']);
    const text = 'Var det jobbigt eller roligt?';
    const judged = judgeQuestion(text, 'sv');
    await session.put({ how: 'own', question: at('s1q1'), text, judged });
    expect(session.snapshot().run.put.at(-1)).toMatchObject({ text, judged });
    expect(replies(session)).toHaveLength(2);
  });

  it('lets some replies wait for ten seconds without a touch', async () => {
    const session = await begin('Saga');
    session.standAt(at('s3q4'));
    await session.put({ how: 'guide', question: at('s3q4') });
    expect(session.snapshot().waits).toBe(true);
    await now.pass(9);
    session.touched();
    await now.pass(9);
    expect(replies(session)).toEqual([]);
    await now.pass(1);
    expect(replies(session)).toEqual(['s3q4']);
    expect(session.snapshot().waits).toBe(false);
    expect(session.snapshot().run.silences).toMatchObject([{ question: 's3q4', seconds: 10 }]);
  });

  it('does not say what waited when the talk has gone on to another question', async () => {
    const session = await begin('Saga');
    session.standAt(at('s3q4'));
    await session.put({ how: 'guide', question: at('s3q4') });
    session.standAt(at('s3q5'));
    await now.pass(60);
    expect(replies(session).filter((id) => id.startsWith('s3q4'))).toEqual([]);
  });

  it('tells what the young person asks for', async () => {
    const session = await begin('Amir');
    session.standAt(at('s5q4'));
    await session.put({ how: 'guide', question: at('s5q4') });
    await now.pass(30);
    expect(session.snapshot().run.wishes).toMatchObject([{ question: 's5q4', wants: 'pause' }]);
  });

  it('says nothing itself where a person plays', async () => {
    const session = await begin('Saga', 'person');
    session.standAt(at('s1q1'));
    await session.put({ how: 'guide', question: at('s1q1') });
    await now.pass(60);
    expect(replies(session)).toEqual([]);
    expect(session.snapshot().run.put).toHaveLength(1);
    // That nobody taps is no silence where two people talk.
    session.touched();
    await settled();
    expect(session.snapshot().run.silences).toEqual([]);
  });

  it('remembers how a talk went that was erased on the young person’s word', async () => {
    const session = await begin('Lina');
    const told = { type: 'QuestionAsked', version: 1, data: { question: at('s1q1') } };
    await now.journal.append(session.interview, 'interview', [told], null);
    await settled();
    await now.journal.erase(session.interview);
    const { interview } = await session.events();
    expect(interview.map(({ type }) => type)).toEqual(['InterviewStarted', 'QuestionAsked']);
    expect(debriefOf(session.played, await session.events())).toMatchObject({ alias: 'Lina' });
  });

  it('keeps answers to what is thought about afterwards', async () => {
    const session = await begin('Saga');
    await session.end();
    await session.end();
    await session.reflect(1, 'Jag pratade för mycket');
    const { run } = await session.events();
    expect(run.filter(({ type }) => type === 'RunEnded')).toHaveLength(1);
    expect(debriefOf(session.played, await session.events())?.reflections).toEqual([
      '',
      'Jag pratade för mycket',
      '',
    ]);
  });

  it('leaves nothing when it is wiped', async () => {
    const session = await begin('Saga');
    session.standAt(at('s1q1'));
    await session.put({ how: 'guide', question: at('s1q1') });
    await session.wipe();
    expect(await now.journal.open(session.stream)).toBeUndefined();
    expect(await now.journal.open(session.interview)).toBeUndefined();
    expect((await session.events()).interview).toEqual([]);
  });
});

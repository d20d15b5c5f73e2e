import { expect, it, vi } from 'vitest';
import { QuestionId } from '../base/ids.ts';
import { err, ok } from '../base/result.ts';
import { GUIDE } from '../interview/fixture.ts';
import { InterviewSession } from '../interview/session.ts';
import { verifyChain } from '../journal/model/merge.ts';
import { caseOf } from '../training/fixture.ts';
import { KeptTalk, marksOf } from '../training/model/kept-talk.ts';
import { openFieldPractice } from './field-practice.ts';
import type { Desk } from './port.ts';
import { practiceDeps, type Practice } from './practice.ts';

const played = caseOf('Saga');
const S1Q1 = QuestionId.parse('s1q1');

/** The practice vault as the worker has it, and what lies in it. */
function vault() {
  let talk: KeptTalk | undefined;
  let fails = false;
  const state = () => ({ kept: 0, found: 0, handedOver: null, restarted: true, talk });
  const field: NonNullable<Desk['field']> = async (act) => {
    if (act.type === 'keep') {
      if (fails) return err({ type: 'diskFull' });
      // As it will be read back: JSON, parsed.
      talk = KeptTalk.parse(JSON.parse(JSON.stringify(act.talk)));
    }
    return ok({ type: 'open', ...state() });
  };
  return { field, kept: () => talk, fail: () => (fails = true) };
}

async function openIn(field: NonNullable<Desk['field']>): Promise<Practice> {
  const practice = await openFieldPractice({ field, played, guide: GUIDE });
  if (!practice) throw new Error('the vault is shut');
  return practice;
}
const marks = (talk: KeptTalk | undefined) => (talk ? marksOf(talk) : []);
const talkOf = ({ desk, session }: Practice) =>
  InterviewSession.open(
    { journal: desk.journal, clock: practiceDeps.clock },
    session.interview,
    desk.guide,
  );

it('keeps the whole talk, settled and half typed, and goes on with it after a restart', async () => {
  const { field, kept } = vault();
  const first = await openIn(field);
  const { interview, stream } = first.session;
  await first.session.put({ how: 'guide', question: S1Q1 });
  await first.desk.journal.draft(interview, 'interview', 's1q1', { text: 'hon räknade' });
  const before = kept();
  expect(before).toMatchObject({ interview, stream, handedOver: null });
  expect(JSON.stringify(before)).toContain('hon räknade');
  const replies = first.session.snapshot().run.given.length;
  expect(replies).toBe(1);
  await first.close();
  // Closing is no end: all of it is still there.
  expect(marks(kept())).toEqual(marks(before));

  const again = await openIn(field);
  expect(again.session.interview).toBe(interview);
  expect(again.session.snapshot().run.given).toHaveLength(replies);
  const opened = await again.desk.journal.open(interview);
  expect(opened?.drafts).toMatchObject([{ key: 's1q1', value: { text: 'hon räknade' } }]);
  expect((await talkOf(again))?.snapshot().state.status).toBe('talking');
  // What is written now goes on in the same chain.
  await again.desk.journal.append(
    interview,
    'interview',
    [{ type: 'QuestionAsked', version: 1, data: { question: 's1q2' } }],
    null,
  );
  const events = kept()?.streams.find((each) => each.stream === interview)?.events ?? [];
  expect(verifyChain(events)).toEqual([]);
  expect(new Set(events.map(({ device }) => device)).size).toBe(1);
});

it('says that nothing is saved when it could not be sealed', async () => {
  const { field, fail } = vault();
  const { desk, session } = await openIn(field);
  fail();
  const answer = await desk.journal.draft(session.interview, 'interview', 's1q1', { text: 'x' });
  expect(answer).toMatchObject({ ok: false, error: { type: 'storeFailed' } });
});

it('hands over to nobody: only the interview, and it is noted', async () => {
  const { field, kept } = vault();
  const practice = await openIn(field);
  const { desk, session } = practice;
  expect(desk.me.class).toBe('practice');
  const refused = err({ type: 'onlyPractice' });
  expect(await desk.deliver('safety', session.interview)).toEqual(refused);
  expect(await desk.deliver('training', session.stream)).toEqual(refused);
  expect(await desk.saveFile('interview', session.interview)).toEqual(refused);
  expect(kept()?.handedOver).toBeNull();
  expect(await desk.deliver('interview', session.interview)).toEqual(ok('packed'));
  const at = kept()?.handedOver;
  expect(at).toBeGreaterThan(0);
  await practice.close();
  const again = await openIn(field);
  await again.desk.journal.append(session.stream, 'practice', [], null);
  expect(kept()?.handedOver).toBe(at);
});

it('does not open while the practice vault is locked', async () => {
  const field = vi.fn<NonNullable<Desk['field']>>(async () => ok({ type: 'locked' }));
  expect(await openFieldPractice({ field, played, guide: GUIDE })).toBeUndefined();
  expect(field).toHaveBeenCalledExactlyOnceWith({ type: 'read' });
});

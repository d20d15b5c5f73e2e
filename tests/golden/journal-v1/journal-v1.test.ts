import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fixedDeps } from '../../../src/base/deps.ts';
import { IDA, memoryJournal } from '../../../src/interview/fixture.ts';
import { privateMemo } from '../../../src/interview/memo.ts';
import { foldInterview } from '../../../src/interview/model/state.ts';
import { JournalEvent, positionOf } from '../../../src/journal/model/event.ts';
import { merge, verifyChain } from '../../../src/journal/model/merge.ts';
import { foldReview } from '../../../src/review/model/state.ts';

/*
 * What the events of version 1 meant on the day they were settled; make.ts tells how they were made. When this is
 * red, an old interview reads differently than it did: mend the fold or upcast, and leave these files alone.
 */
const Streams = z.object({
  interview: z.array(JournalEvent),
  review: z.array(JournalEvent),
  reflection: z.array(JournalEvent),
});
const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8'));
const State = z.record(z.string(), z.unknown());
/** What the states said when version 1 was released. Later fields may join them; none of these may change. */
const States = z.object({ interview: State, review: State });
const streams = Streams.parse(await read('streams.json'));
const states = States.parse(await read('states.json'));

/** A state as JSON holds it, maps as lists of pairs. */
const plain = (state: unknown): unknown =>
  JSON.parse(
    JSON.stringify(state, (_key, member: unknown) =>
      member instanceof Map ? [...member] : member,
    ),
  );

describe('streams of version 1', () => {
  it('hold every event there was', () => {
    const types = new Set(Object.values(streams).flatMap((events) => events.map(({ type }) => type)));
    expect([...types].sort()).toEqual([
      'AnswerTakenBack',
      'AnswerWritten',
      'CardOpened',
      'CommentResolved',
      'ConsentGiven',
      'InterviewApproved',
      'InterviewCompleted',
      'InterviewPaused',
      'InterviewReopened',
      'InterviewResumed',
      'InterviewReturned',
      'InterviewStarted',
      'InterviewStopped',
      'MemoWritten',
      'PassageCommented',
      'QuestionAsked',
      'QuestionEnded',
      'ReflectionWritten',
      'Retracted',
      'ReviewStarted',
      'SafetyFlagged',
      'TalkEnded',
      'TrackChanged',
    ]);
  });

  it.each(['interview', 'review', 'reflection'] as const)('%s: the chain holds', (name) => {
    expect(verifyChain(streams[name])).toEqual([]);
    const [first] = streams[name];
    expect(first && positionOf(streams[name], first.device).seq).toBe(streams[name].length);
  });

  it('the interview means what it meant', () => {
    expect(plain(foldInterview(merge(streams.interview)))).toMatchObject(states.interview);
  });

  it('the review means what it meant', () => {
    expect(plain(foldReview(merge(streams.review)))).toMatchObject(states.review);
  });

  it('the private reflection means what it meant', async () => {
    const journal = memoryJournal();
    const [first] = streams.reflection;
    const interview = streams.interview[0]?.stream;
    if (!first || !interview) throw new Error('no golden streams');
    await journal.take(first.stream, 'reflection', streams.reflection, { interview });
    const memo = await privateMemo(journal, interview, fixedDeps().random);
    expect(memo.value('ownReactions')).toBe('Jag blev ledsen.');
    expect(first.author).toBe(IDA.author);
  });
});

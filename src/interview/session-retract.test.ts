import { expect, it } from 'vitest';
import type { EventId } from '../base/ids.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import type { Journal } from '../journal/model/port.ts';
import {
  INTERVIEW,
  memo,
  memoryJournal,
  moodyJournal,
  must,
  openSession,
  reopened,
  started,
} from './fixture.ts';
import type { AnyInterviewFact } from './model/side-facts.ts';
import { PlacementId } from './model/timeline.ts';

/* A tool of the talk erases facts of its own, in every version of them. */

const SECRET = 'FOSTERMORSNAMN';
const placed = (words: string): AnyInterviewFact => ({
  type: 'PlacementTold',
  version: 1,
  data: {
    placement: PlacementId.parse('c'.repeat(32)),
    from: null,
    to: null,
    home: 'fosterHome',
    move: null,
    words,
    last: false,
  },
});
const told = (events: readonly JournalEvent[]): EventId[] =>
  events.filter(({ type }) => type === 'PlacementTold').map(({ id }) => id);
const keptIn = async (journal: Pick<Journal, 'open'>) =>
  JSON.stringify(await journal.open(INTERVIEW));

it('erases what the picked events said, keeps the new fact, and forgets the draft, in one write', async () => {
  const journal = memoryJournal();
  const session = await openSession([started(), placed(`Först ${SECRET}`)], journal);
  must(await session.act([placed(`Sedan ${SECRET}`), memo('title', 'Stannar')]));
  session.draft('placement', `Halv ${SECRET}`);
  const before = session.events().length;
  must(await session.retract(told, [memo('lesson', 'Nytt')], ['placement']));
  expect(await keptIn(journal)).not.toContain(SECRET);
  expect(await keptIn(journal)).toContain('Stannar');
  expect(session.events()).toHaveLength(before + 2);
  expect(session.draftOf('placement')).toBeUndefined();
  expect(session.snapshot().state.memo.get('lesson')).toBe('Nytt');
  expect((await reopened(journal)).snapshot().faults).toEqual([]);
});

it('looks at the events when its turn comes: what is being written just now is erased as well', async () => {
  const { journal, hold, release } = moodyJournal();
  const session = await openSession([started()], journal);
  hold();
  const writing = session.act([placed(SECRET)]);
  const erased = session.retract(told);
  release();
  must(await writing);
  must(await erased);
  expect(await keptIn(journal)).not.toContain(SECRET);
});

it('keeps the words, and says so, when they could not be erased', async () => {
  const { journal, refuse } = moodyJournal();
  const session = await openSession([started(), placed(SECRET)], journal);
  refuse({ type: 'diskFull' });
  expect((await session.retract(told)).ok).toBe(false);
  expect(await keptIn(journal)).toContain(SECRET);
  expect(session.saveState().type).toBe('failed');
});

it('writes nothing when nothing is picked and nothing is told', async () => {
  const session = await openSession([started()]);
  must(await session.retract(told));
  expect(session.events()).toHaveLength(1);
});

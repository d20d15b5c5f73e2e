import { expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { merge } from '../journal/model/merge.ts';
import type { Journal } from '../journal/model/port.ts';
import {
  INTERVIEW,
  memoryJournal,
  moodyJournal,
  must,
  openSession,
  reopened,
  started,
} from './fixture.ts';
import type { InterviewSession } from './session.ts';
import { settleAnswers } from './settle-answers.ts';
import { placementId, tellsOf } from './timeline-fixture.ts';
import { Timeline } from './timeline.ts';
import type { TypedPlacement } from './model/typed-placement.ts';

const SECRET = 'FOSTERFARSNAMN';
const A = placementId('a');
const B = placementId('b');
const timelineOf = (session: InterviewSession) => new Timeline(session, fixedDeps().random);
const kept = async (journal: Journal) => JSON.stringify(await journal.open(INTERVIEW));
const draftsIn = async (journal: Journal) => (await journal.open(INTERVIEW))?.drafts ?? [];

function typing(timeline: Timeline, id: typeof A, more: Partial<TypedPlacement>): void {
  const form = timeline.form(id);
  if (!form) throw new Error('no such placement');
  timeline.draft({ ...form, ...more });
}
const words = (timeline: Timeline) => timeline.placements().map((each) => each.words);

it('keeps what is typed on every input, and brings it back after a crash', async () => {
  const journal = memoryJournal();
  const timeline = timelineOf(await openSession([started(), tellsOf('a'), tellsOf('b')], journal));
  typing(timeline, A, { words: 'Hos Ber' });
  typing(timeline, B, { words: 'Sedan' });
  await new Promise((resolve) => setTimeout(resolve, 0));
  const after = timelineOf(await reopened(journal));
  expect(after.form(A)?.words).toBe('Hos Ber');
  expect(after.form(B)?.words).toBe('Sedan');
  must(await after.settle(A));
  must(await after.settle(B));
  expect(words(after).sort()).toEqual(['Hos Ber', 'Sedan']);
  expect(await draftsIn(journal)).toEqual([]);
});

it('settles what a crash left typed before the interview goes on', async () => {
  const journal = memoryJournal();
  const before = await openSession([started(), tellsOf('a')], journal);
  typing(timelineOf(before), A, { words: 'Bara typat' });
  await new Promise((resolve) => setTimeout(resolve, 0));
  const session = await reopened(journal);
  must(await settleAnswers(session));
  expect(words(timelineOf(session))).toEqual(['Bara typat']);
});

it('keeps a year that is not finished as it was typed, beside what is told', async () => {
  const journal = memoryJournal();
  const timeline = timelineOf(await openSession([started(), tellsOf('a')], journal));
  typing(timeline, A, {
    words: 'Hos Berit',
    dates: { from: { year: '201', month: '' }, to: { year: '2019', month: '' } },
  });
  must(await timeline.settle(A));
  expect(timeline.placements()).toMatchObject([{ words: 'Hos Berit', from: null, to: '2019' }]);
  const after = timelineOf(await reopened(journal));
  expect(after.form(A)?.dates.from.year).toBe('201');
});

it('writes nothing when a form is left as it was', async () => {
  const session = await openSession([started(), tellsOf('a')]);
  const timeline = timelineOf(session);
  must(await timeline.settle(A));
  typing(timeline, A, {});
  must(await timeline.settle(A));
  expect(session.events()).toHaveLength(2);
  expect(timeline.unsettled()).toEqual([]);
  expect(timeline.canUndo()).toBe(false);
});

it('really erases what is taken away: every version of it, and what was only typed', async () => {
  const journal = memoryJournal();
  const session = await openSession(
    [started(), tellsOf('a', { words: `Ett ${SECRET}` }), tellsOf('b', { words: 'Stannar' })],
    journal,
  );
  const timeline = timelineOf(session);
  const older = session.events();
  typing(timeline, A, { words: `Två ${SECRET}` });
  must(await timeline.settle(A));
  typing(timeline, A, { words: `Tre ${SECRET}` });
  must(await timeline.remove(A));
  expect(await kept(journal)).not.toContain(SECRET);
  expect(await kept(journal)).toContain('Stannar');
  expect(words(timeline)).toEqual(['Stannar']);
  expect(await draftsIn(journal)).toEqual([]);
  expect((await reopened(journal)).snapshot().faults).toEqual([]);
  expect(session.snapshot().state.unknown).toBe(0);
  // An older copy that comes back later does not bring the words with it.
  expect(JSON.stringify(merge(older, session.events()))).not.toContain(SECRET);
});

it('does not touch what is half typed elsewhere when one is taken away', async () => {
  const timeline = timelineOf(await openSession([started(), tellsOf('a'), tellsOf('b')]));
  typing(timeline, B, {
    dates: { from: { year: '20', month: '05' }, to: { year: '', month: '' } },
  });
  typing(timeline, B, { dates: { from: { year: '2', month: '05' }, to: { year: '', month: '' } } });
  must(await timeline.remove(A));
  expect(timeline.form(B)?.dates.from.year).toBe('2');
});

it('takes the last change back: a change, an adding, a taking away', async () => {
  const journal = memoryJournal();
  const session = await openSession(
    [started(), tellsOf('a', { words: 'Ett', last: true })],
    journal,
  );
  const timeline = timelineOf(session);
  expect(timeline.canUndo()).toBe(false);

  const added = await timeline.add({ from: '2015', to: null });
  if (!added) throw new Error('not added');
  typing(timeline, added, { last: true, words: 'Två' });
  must(await timeline.settle(added));
  expect(timeline.placements().filter((each) => each.last)).toHaveLength(1);
  must(await timeline.undo());
  expect(timeline.placements()).toMatchObject([
    { from: '2015', last: false, words: '' },
    { words: 'Ett', last: true },
  ]);
  expect(timeline.canUndo()).toBe(false);

  must(await timeline.remove(A));
  expect(words(timeline)).toEqual(['']);
  must(await timeline.undo());
  expect(words(timeline).sort()).toEqual(['', 'Ett']);

  const again = await timeline.add({ from: '2020', to: null });
  expect(timeline.placements()).toHaveLength(3);
  must(await timeline.undo());
  expect(timeline.placements().some((each) => each.placement === again)).toBe(false);
});

it('takes back the words that were typed up to the taking away, not those before', async () => {
  const timeline = timelineOf(await openSession([started(), tellsOf('a', { words: 'Kort' })]));
  typing(timeline, A, { words: 'Kort, och mer' });
  // The field is left and the button pressed in one go.
  const left = timeline.settle(A);
  const removed = timeline.remove(A);
  must(await left);
  must(await removed);
  must(await timeline.undo());
  expect(words(timeline)).toEqual(['Kort, och mer']);
});

it('says so when a change could not be kept, and keeps what was typed', async () => {
  const { journal, refuse } = moodyJournal();
  const timeline = timelineOf(await openSession([started(), tellsOf('a')], journal));
  typing(timeline, A, { words: 'Ord' });
  refuse({ type: 'diskFull' });
  expect((await timeline.settle(A)).ok).toBe(false);
  expect(await timeline.add({ from: null, to: null })).toBeUndefined();
  expect(timeline.form(A)?.words).toBe('Ord');
  refuse(null);
  must(await timeline.settle(A));
  expect(words(timeline)).toEqual(['Ord']);
});

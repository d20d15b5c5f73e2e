import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { foldInterview } from '../../interview/model/state.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import type { Journal } from '../../journal/model/port.ts';
import {
  completed,
  GUIDE,
  INTERVIEW,
  interviewEvents,
  interviewSummary,
  KARIN,
  memoryJournal,
  OLLE,
  written,
} from '../fixture.ts';
import type { Anchor } from '../model/event.ts';
import { reviewStreamOf } from '../model/summary.ts';
import { reviewsOf } from '../reviews.ts';
import { ReturnedNote } from './ReturnedNote.tsx';
import type { ThreadPorts } from './Thread.tsx';

const answered = vi.fn<ThreadPorts['answer']>();
const thread: ThreadPorts = {
  answers: [],
  nameOf: () => 'Karin Ek',
  drafted: () => '',
  draft: () => Promise.resolve(true),
  answer: answered,
};
const ASKED = GUIDE.sections[1]?.questions[0]?.text.sv ?? '';
let journal: Journal;
let events = interviewEvents();
const arrives = async (...facts: NewEvent[]): Promise<void> => {
  events = written(facts, INTERVIEW, events, OLLE);
  await journal.take(INTERVIEW, 'interview', events, interviewSummary(events));
};

beforeEach(async () => {
  journal = memoryJournal(OLLE);
  events = interviewEvents();
  await arrives();
});

describe('the note on the tablet', () => {
  const note = async (onGo = vi.fn<(anchor: Anchor) => void>()) => {
    const interview = foldInterview(events);
    if (!interview) throw new Error('no interview');
    const reviews = (await reviewsOf(journal, INTERVIEW)).map((kept) => kept.state);
    const nameOf = () => 'Karin Ek';
    render(
      <ReturnedNote
        reviews={reviews}
        interview={interview}
        guide={GUIDE}
        nameOf={nameOf}
        onGo={onGo}
        thread={thread}
      />,
    );
    return onGo;
  };
  const reviewed = async (...facts: NewEvent[]) => {
    const stream = reviewStreamOf(INTERVIEW, KARIN.author);
    const begin = {
      type: 'ReviewStarted',
      version: 1,
      data: { interview: INTERVIEW, revision: 1 },
    };
    const summary = {
      interview: INTERVIEW,
      reviewer: KARIN.author,
      revision: 1,
      open: 0,
      comments: 0,
      decision: { type: 'none' },
    };
    const all = written([begin, ...facts], stream, [], KARIN);
    await journal.take(stream, 'review', all, summary);
  };
  const comment = (anchor: object, quote: string, text: string): NewEvent => ({
    type: 'PassageCommented',
    version: 1,
    data: { anchor, event: null, from: 0, to: quote.length, quote, text },
  });

  it('shows exactly what to mend and goes there', async () => {
    await reviewed(
      comment({ kind: 'question', question: 's2q1' }, 'Jag kom dit', 'När på dagen?'),
      comment({ kind: 'memo', field: 'setting' }, '', 'Vilken tid?'),
      { type: 'InterviewReturned', version: 1, data: { revision: 1, note: 'Fint samtal.' } },
    );
    const onGo = await note();
    expect(screen.getByText('Fint samtal.')).toBeVisible();
    expect(screen.getByText('Jag kom dit')).toBeVisible();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: `Gå till frågan: ${ASKED}` }));
    await user.click(screen.getByRole('button', { name: /^Gå till memot: Plats/ }));
    expect(onGo.mock.calls).toEqual([
      [{ kind: 'question', question: 's2q1' }],
      [{ kind: 'memo', field: 'setting' }],
    ]);
  });

  it('is not there before a return, nor after the next version', async () => {
    await reviewed(comment({ kind: 'memo', field: 'setting' }, '', 'Vilken tid?'));
    await note();
    expect(screen.queryByText('Vilken tid?')).toBeNull();
    await reviewed({ type: 'InterviewReturned', version: 1, data: { revision: 1, note: 'Hej' } });
    await arrives(completed);
    await note();
    expect(screen.queryByText('Hej')).toBeNull();
  });
});

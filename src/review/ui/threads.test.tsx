import { act, screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { RETRACTED, stampAfter, type JournalEvent } from '../../journal/model/event.ts';
import { fixedDeps } from '../../base/deps.ts';
import { merge } from '../../journal/model/merge.ts';
import { completed, INTERVIEW, interviewSummary, KARIN, OLLE, STORY, written } from '../fixture.ts';
import { replyStreamOf, summariseReplies } from '../model/reply.ts';
import { foldReview } from '../model/state.ts';
import { reviewStreamOf, summariseReview } from '../model/summary.ts';
import { ASKED, question, TestDesk } from './fixture.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

let desk = new TestDesk();
beforeEach(async () => {
  desk = new TestDesk();
  await desk.arrives();
});

const REVIEW = reviewStreamOf(INTERVIEW, KARIN.author);
const answer = (text: string) => ({
  type: 'AnswerWritten',
  version: 1,
  data: { question: 's2q1', answer: { text, verbatim: [], value: null } },
});

/** A comment of one's own on some words of the story, and a return. */
async function commented(quote: string): Promise<JournalEvent> {
  const at = STORY.indexOf(quote);
  const said = desk.events.find((event) => event.type === 'AnswerWritten');
  const events = written(
    [
      { type: 'ReviewStarted', version: 1, data: { interview: INTERVIEW, revision: 1 } },
      {
        type: 'PassageCommented',
        version: 1,
        data: {
          anchor: { kind: 'question', question: 's2q1' },
          event: said?.id ?? null,
          from: at,
          to: at + quote.length,
          quote,
          text: 'Vem sa det?',
        },
      },
      { type: 'InterviewReturned', version: 1, data: { revision: 1, note: '' } },
    ],
    REVIEW,
    [],
    KARIN,
  );
  const state = foldReview(events);
  const comment = events.find((event) => event.type === 'PassageCommented');
  if (!state || !comment) throw new Error('no comment');
  await desk.journal.take(REVIEW, 'review', events, summariseReview(state));
  return comment;
}

async function replied(comment: JournalEvent, text: string): Promise<void> {
  const stream = replyStreamOf(INTERVIEW, OLLE.author);
  const events = written(
    [
      { type: 'RepliesBegun', version: 1, data: { interview: INTERVIEW } },
      { type: 'CommentAnswered', version: 1, data: { comment: comment.id, text } },
    ],
    stream,
    [],
    OLLE,
  );
  await desk.journal.take(stream, 'reply', events, summariseReplies(events));
}

it('shows what the interviewer answered while one reads, and goes on in the same thread', async () => {
  const comment = await commented('Ingen hade sagt hur länge.');
  const { user } = await desk.show();
  await act(() => replied(comment, 'Socialsekreteraren.'));
  const thread = within(await question(ASKED).findByRole('list', { name: 'Svar' }));
  expect(thread.getByText('Socialsekreteraren.')).toBeVisible();
  expect(thread.getByText(/^Olle Lind, /)).toBeVisible();
  await user.click(
    question(ASKED).getByRole('button', { name: 'Svara på kommentaren: Vem sa det?' }),
  );
  await user.click(question(ASKED).getByRole('button', { name: 'Skicka svaret' }));
  expect(question(ASKED).getByRole('alert')).toHaveTextContent('Skriv något i svaret först.');
  await user.type(question(ASKED).getByRole('textbox', { name: 'Ditt svar' }), 'Tack.');
  await user.click(question(ASKED).getByRole('button', { name: 'Skicka svaret' }));
  expect(await thread.findByText('Tack.')).toBeVisible();
  expect((await desk.review())?.answers).toMatchObject([{ comment: comment.id, text: 'Tack.' }]);
  expect(desk.delivered).toEqual([['review', REVIEW]]);
});

it('keeps a comment on a passage that is gone apart, with its words and its thread', async () => {
  const comment = await commented('Ingen hade sagt hur länge.');
  await replied(comment, 'Jag skrev om det.');
  await desk.arrives(answer('Jag kom dit en kväll.'), completed);
  await desk.show();
  const gone = within(
    screen.getByRole('list', { name: 'Kommentarer till text som inte finns kvar' }),
  );
  expect(gone.getByText('Ingen hade sagt hur länge.')).toBeVisible();
  expect(gone.getByText('Vem sa det?')).toBeVisible();
  expect(gone.getByText('Jag skrev om det.')).toBeVisible();
  expect(gone.getByText(`Gällde: ${ASKED}`)).toBeVisible();
  expect(question(ASKED).queryByText('Vem sa det?')).toBeNull();
});

it('forgets one’s own answer about words that the participant took back', async () => {
  const comment = await commented('Ingen hade sagt hur länge.');
  const { user } = await desk.show();
  await user.click(question(ASKED).getByRole('button', { name: /^Svara på/ }));
  await user.type(question(ASKED).getByRole('textbox', { name: 'Ditt svar' }), 'Nio år alltså.');
  await user.click(question(ASKED).getByRole('button', { name: 'Skicka svaret' }));
  expect(await question(ASKED).findByText('Nio år alltså.')).toBeVisible();
  const said = desk.events.find((event) => event.type === 'AnswerWritten');
  await act(() =>
    desk.arrives(
      { type: RETRACTED, version: 1, data: { events: [said?.id] } },
      { type: 'AnswerTakenBack', version: 1, data: { question: 's2q1' } },
    ),
  );
  await expect
    .poll(async () => JSON.stringify(await desk.journal.open(REVIEW)))
    .not.toContain('Nio år');
  expect((await desk.review())?.erasedComments).toEqual([comment.id]);
});

it('shows what changed word by word, with words for those who do not see it', async () => {
  await commented('Ingen hade sagt hur länge.');
  await desk.arrives(answer(STORY.replace('en kväll', 'en morgon')), completed);
  const { user } = await desk.show();
  await user.click(question(ASKED).getByRole('button', { name: /^Visa vad som är ändrat/ }));
  const added = (await question(ASKED).findByText(/morgon/, { selector: 'ins' })).closest('ins');
  expect(added).toHaveTextContent('tillagt: morgon slut.');
  expect(question(ASKED).getByText(/kväll/, { selector: 'del' })).toHaveTextContent(
    'borttaget: kväll slut.',
  );
  expect(await objectionsIn(document.body)).toEqual([]);
});

it('shows both sides of a fork, and neither is dropped', async () => {
  const last = desk.events.at(-1);
  const before = { seq: (last?.seq ?? 1) - 1, tip: last?.prev ?? null, order: last?.order ?? 1 };
  const other = stampAfter(
    before,
    [answer('Från en säkerhetskopia.')],
    INTERVIEW,
    OLLE,
    fixedDeps(),
  );
  const forked = merge(desk.events, other);
  await desk.journal.take(INTERVIEW, 'interview', forked, interviewSummary(forked));
  await desk.show();
  const region = within(
    await screen.findByRole('region', { name: 'Två versioner av samma uppgift' }),
  );
  expect(region.getAllByRole('listitem')).toHaveLength(2);
  expect(region.getByText('Från en säkerhetskopia.')).toBeVisible();
  expect(region.getByText(`Svar på: ${ASKED}`)).toBeVisible();
  expect(await objectionsIn(document.body)).toEqual([]);
});

import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import { objectionsIn } from '../../../tests/setup/axe.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import type { Journal } from '../../journal/model/port.ts';
import { givenNow } from '../../people/model/assignment.ts';
import { IDA, INTERVIEW, memoryJournal, must, started } from '../fixture.ts';
import { lastTalkFor } from '../last-talk.ts';
import { summariseLastTalk, type LastTalkFact } from '../model/last-talk.ts';
import { openTalk } from './fixture.tsx';
import { Preparation } from './Preparation.tsx';

const ASSIGNMENT = StreamId.parse('c'.repeat(32));
const LENT = StreamId.parse('d'.repeat(32));
const preparing: NewEvent = { type: 'PreparationBegun', version: 1, data: {} };

const lent: LastTalkFact = {
  type: 'LastTalkLent',
  version: 1,
  data: {
    to: IDA.author,
    assignment: ASSIGNMENT,
    talk: {
      interview: StreamId.parse('e'.repeat(32)),
      heldAt: Date.UTC(2026, 2, 12),
      sections: [
        {
          title: 'Vardagen',
          items: [
            {
              question: 'Hur var en vanlig dag?',
              value: null,
              paragraphs: ['Kastanjen på gården var min.'],
              leftOut: true,
              ownWords: ['Så var det.'],
            },
          ],
        },
      ],
    },
  },
};

let journal: Journal;
beforeEach(() => {
  journal = memoryJournal();
});

/** An assignment of Ida's, whose talk she prepares. */
async function given(more: { readonly ended?: 'held'; readonly recalled?: boolean } = {}) {
  const brief = {
    participant: StreamId.parse('f'.repeat(32)),
    code: 'K-017',
    name: 'Elin Sand',
    contact: '',
    contactNote: '',
    language: 'sv',
    interpreter: false,
    protectedData: false,
    wave: 2,
    due: null,
    topics: [],
    relation: 'own' as const,
  };
  const data = { to: IDA.author, brief, wish: 'none' as const };
  const { interview } = lent.data.talk;
  const summary = {
    ...givenNow(data, IDA.author, 0),
    interview: INTERVIEW,
    ended: more.ended ?? null,
    lastTalk: { interview, recalled: more.recalled ?? false },
  };
  must(
    await journal.append(
      ASSIGNMENT,
      'assignment',
      [{ type: 'AssignmentGiven', version: 1, data }],
      summary,
    ),
  );
}
const lend = async () =>
  must(await journal.append(LENT, 'lastTalk', [lent], summariseLastTalk(lent.data)));

async function show() {
  const talk = await openTalk([started(), preparing], journal);
  render(<Preparation session={talk.session} ports={talk.ports} saveFileLabel="Fil" />);
  await screen.findByText(/startar utan nät|inte på surfplattan än/);
}
const title = () => screen.queryByText('Det här sa du förra gången (12 mars 2026)');

it('is folded, with the day, and read when it is opened', async () => {
  await given();
  await lend();
  await show();
  await waitFor(() => expect(title()).toBeVisible());
  const words = screen.getByText('Kastanjen på gården var min.');
  expect(words).not.toBeVisible();
  const summary = title();
  if (!summary) throw new Error('not shown');
  fireEvent.click(summary);
  expect(words).toBeVisible();
  expect(screen.getByText('Så var det.')).toBeVisible();
  expect(screen.getByText('Något om någon annan är utelämnat här.')).toBeVisible();
  expect(await objectionsIn(document.body)).toEqual([]);
});

it('goes from the screen as soon as it goes from the device', async () => {
  await given();
  await lend();
  await show();
  await waitFor(() => expect(title()).toBeVisible());
  await act(async () => must(await journal.erase(LENT)));
  await waitFor(() => expect(title()).toBeNull());
});

it.each([
  ['nothing was lent', undefined, false],
  ['it was recalled', { recalled: true }, true],
  ['the talk was held', { ended: 'held' }, true],
] as const)('is not there when %s', async (_when, more, isLent) => {
  await given(more);
  if (isLent) await lend();
  await show();
  expect(await lastTalkFor(journal, INTERVIEW)).toBeNull();
  expect(title()).toBeNull();
});

import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import { GUIDE, INTERVIEW, talkEnded } from '../../interview/fixture.ts';
import { consented, openTalk } from '../../interview/ui/fixture.tsx';
import { CardsScreen } from './CardsScreen.tsx';
import { fakeDesk } from './fixture.ts';
// Loaded before the screen asks for them.
import '../../interview/ui/CardLeaving.tsx';

/* The way from the red row on the start page back to what nobody has taken over. */

const opened: NewEvent = {
  type: 'CardOpened',
  version: 1,
  data: { card: 'childAtRisk', question: 's4q5', critical: true },
};
const closed: NewEvent = {
  type: 'CardClosed',
  version: 1,
  data: {
    card: 'childAtRisk',
    outcome: 'handedOver',
    to: 'Mottagningen',
    way: 'telefon',
    when: '14.40',
    reason: '',
  },
};
const title = GUIDE.situations.find(({ id }) => id === 'childAtRisk')?.title.sv ?? '';

async function show(facts: readonly NewEvent[], stream = INTERVIEW) {
  const { ports } = await openTalk(facts);
  render(
    <CardsScreen stream={stream} desk={fakeDesk({ guide: async () => GUIDE })} ports={ports} />,
  );
}

it('shows the card that waits, with the code of the talk, and leads back to a talk that goes on', async () => {
  await show([...consented, opened]);
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('K-017');
  expect(await screen.findByText(title)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Tillbaka till samtalet' })).toBeVisible();
});

it('also when the talk is over, and says so when somebody has taken over', async () => {
  await show([...consented, opened, talkEnded, closed]);
  expect(await screen.findByText('Alla kort är överlämnade.')).toBeVisible();
  expect(screen.queryByText(title)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Tillbaka till samtalet' })).toBeNull();
});

it('says so when the interview is not on this tablet', async () => {
  await show([...consented], StreamId.parse('7'.repeat(32)));
  expect(await screen.findByRole('button', { name: 'Till startsidan' })).toBeVisible();
  expect(screen.queryByText(title)).toBeNull();
});

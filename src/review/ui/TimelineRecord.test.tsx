import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { tellsOf } from '../../interview/timeline-fixture.ts';
import { TestDesk } from './fixture.tsx';

it('shows the timeline as a picture and as a list in words', async () => {
  const desk = new TestDesk();
  await desk.arrives(
    tellsOf('a', { home: 'fosterHome', from: '2014', to: '2019', last: true, words: 'Hos Berit' }),
    tellsOf('b', { home: 'relatives', to: '2014', move: 'unplanned' }),
  );
  desk.open();
  const part = await screen.findByRole('region', {
    name: 'Tidslinje som deltagaren berättade den',
  });
  expect(
    within(part)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    'Hos släkt, till 2014. Flytten därifrån var inte planerad.',
    'Familjehem, 2014 till 2019. Sista placeringen.Hos Berit',
  ]);
  expect(part.querySelectorAll('svg[aria-hidden="true"] .timeline-bar')).toHaveLength(2);
});

it('says nothing of a timeline when none was told', async () => {
  const desk = new TestDesk();
  await desk.arrives();
  desk.open();
  await screen.findByRole('heading', { name: 'Samtycke' });
  expect(screen.queryByRole('heading', { name: /Tidslinje/ })).toBeNull();
});

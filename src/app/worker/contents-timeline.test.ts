import { expect, it } from 'vitest';
import { GUIDE, folded, started, written } from '../../interview/fixture.ts';
import { removes, tellsOf } from '../../interview/timeline-fixture.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import { timelineList } from './contents-timeline.ts';

const listed = (...told: readonly NewEvent[]) => {
  const events = written([started(), ...told]);
  return timelineList({ state: folded(events), events, guide: GUIDE, language: 'sv' });
};

it('tells the placements in words, oldest first, and nothing of one that was removed', () => {
  expect(
    listed(
      tellsOf('a', { home: 'fosterHome', from: '2014', last: true, words: 'Där stannade jag.' }),
      tellsOf('b', { home: 'relatives', from: '2010', to: '2014-03', move: 'planned' }),
      tellsOf('c', { words: 'Borta' }),
      removes('c'),
    ),
  ).toEqual({
    title: 'Tidslinje',
    lines: [
      'Hos släkt, 2010 till mars 2014. Flytten därifrån var planerad.',
      'Familjehem, från 2014. Sista placeringen. ”Där stannade jag.”',
    ],
  });
});

it('is not there when no placement was told', () => {
  expect(listed()).toBeNull();
});

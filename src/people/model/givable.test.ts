import { expect, it } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { ELIN, KARIN } from '../fixture.ts';
import { givenNow } from './assignment.ts';
import { briefOf, givable } from './givable.ts';
import type { Listed } from './register.ts';
import { byCode } from './waves.ts';

const person = (code: string, more: Partial<Listed> = {}): Listed => ({
  stream: newId(StreamId, systemRandom),
  code,
  details: ELIN,
  placements: [],
  offers: [],
  notAsked: [],
  held: [],
  batch: null,
  addedAt: 0,
  ...more,
});
const offered = (answer: 'accepted' | 'declined' | null) => [
  {
    offer: 'ab'.repeat(8),
    wave: 1,
    way: 'phone' as const,
    on: '2026-11-01',
    by: KARIN,
    reminders: [],
    answer: answer && { answer, on: '2026-11-02' },
  },
];
const none = byCode([]);
const more = { due: null, topics: [], relation: 'own' as const, way: 'Sms' };

it('puts those who said yes first, and leaves out who said no or is not asked', () => {
  const people = [
    person('K-1'),
    person('K-2', { offers: offered(null) }),
    person('K-3', { offers: offered('accepted') }),
    person('K-4', { offers: offered('declined') }),
    person('K-5', { notAsked: [{ wave: 1, reason: 'crisis', on: '2026-11-01' }] }),
  ];
  expect(givable(people, [], none).map((each) => [each.person.code, each.offer])).toEqual([
    ['K-3', 'accepted'],
    ['K-2', 'asked'],
    ['K-1', 'none'],
  ]);
});

it('leaves out a talk that is given, until it is held or called off', () => {
  const who = person('K-1');
  const brief = briefOf({ person: who, wave: 1 }, more);
  const open = givenNow({ to: KARIN, brief, wish: 'none' }, KARIN, 0);
  expect(givable([who], [open], none)).toEqual([]);
  expect(givable([who], [{ ...open, ended: 'cancelled' }], none)).toHaveLength(1);
  const next = { ...who, held: [{ wave: 1, interview: null, on: '2026-11-03' }] };
  expect(givable([next], [{ ...open, ended: 'held' }], none)).toMatchObject([{ wave: 2 }]);
});

it('leaves out who did not want to be asked again, unless they have said yes since', () => {
  const interview = newId(StreamId, systemRandom);
  const held = [{ wave: 1, interview, on: '2026-03-01' }];
  const no = byCode([{ interview, code: 'K-1', wave: 1, endedAt: 0, mayAsk: false }]);
  expect(givable([person('K-1', { held })], [], no)).toEqual([]);
  const offers = offered('accepted').map((each) => ({ ...each, wave: 2 }));
  expect(givable([person('K-1', { held, offers })], [], no)).toHaveLength(1);
});

it('copies what one talk needs, and nothing else of the register', () => {
  const brief = briefOf({ person: person('K-1'), wave: 1 }, more);
  expect(brief).toMatchObject({ name: ELIN.name, contact: `Sms: ${ELIN.contact.value}` });
  expect(JSON.stringify(brief)).not.toContain(ELIN.birthMonth);
});

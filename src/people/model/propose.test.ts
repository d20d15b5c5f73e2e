import { describe, expect, it } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { MemberId, StreamId } from '../../base/ids.ts';
import { givenNow, type AssignmentSummary, type Brief } from './assignment.ts';
import { candidatesFor, giveProblem, type Colleague } from './propose.ts';

const id = () => newId(MemberId, systemRandom);
const [anna, bo, cia, gone] = [id(), id(), id(), id()];
const colleagues: readonly Colleague[] = [
  { member: cia, name: 'Cia', here: true },
  { member: gone, name: 'Dan', here: false },
  { member: bo, name: 'Bo', here: true },
  { member: anna, name: 'Anna', here: true },
];
const sibling = newId(StreamId, systemRandom);
const asked = {
  stream: newId(StreamId, systemRandom),
  details: { ownWorkers: [bo, gone], siblings: [sibling] },
};
const rules = { preferOwnWorker: true };

const brief: Brief = {
  participant: sibling,
  code: 'K-018',
  name: 'Ali Ek',
  contact: '070',
  contactNote: '',
  language: 'sv',
  interpreter: false,
  protectedData: false,
  wave: 1,
  due: null,
  topics: [],
  relation: 'neverMet',
};
const given = (to: MemberId, hands: readonly MemberId[] = [to]): AssignmentSummary => ({
  ...givenNow({ to, brief, wish: 'none' }, anna, 0),
  hands: [...hands],
});
const names = (...args: Parameters<typeof candidatesFor>) =>
  candidatesFor(...args).map(({ name }) => name);

describe('who could hold a talk', () => {
  it('is the person’s own former social worker first, and never one who has left', () => {
    expect(names(asked, 'none', colleagues, [], rules)).toEqual(['Bo', 'Anna', 'Cia']);
  });

  it('is somebody else first where the office prefers that', () => {
    const order = names(asked, 'none', colleagues, [], { preferOwnWorker: false });
    expect(order).toEqual(['Anna', 'Cia', 'Bo']);
  });

  it('is what the participant wishes, whatever the office prefers', () => {
    const other = candidatesFor(asked, 'other', colleagues, [], rules);
    expect(other.map(({ name }) => name)).toEqual(['Anna', 'Cia', 'Bo']);
    expect(giveProblem(bo, other, { sibling: false })).toBe('againstWish');
    const own = candidatesFor(asked, 'own', colleagues, [], { preferOwnWorker: false });
    expect(own[0]?.name).toBe('Bo');
    expect(giveProblem(anna, own, { sibling: false })).toBe('againstWish');
  });

  it('warns of one who has, or had, a sibling’s talk, and lets a supervisor decide', () => {
    const both = candidatesFor(asked, 'none', colleagues, [given(cia, [bo, cia])], rules);
    expect(both.filter((each) => each.sibling).map(({ name }) => name)).toEqual(['Bo', 'Cia']);
    expect(giveProblem(cia, both, { sibling: false })).toBe('sibling');
    expect(giveProblem(cia, both, { sibling: true })).toBeNull();
  });

  it('is refused to one who has left', () => {
    const all = candidatesFor(asked, 'none', colleagues, [], rules);
    expect(giveProblem(gone, all, { sibling: true })).toBe('left');
  });

  it('does not hang on how many talks anybody has had, and says no number of anybody', () => {
    const alone = { ...asked, details: { ownWorkers: [], siblings: [] } };
    const busy = Array.from({ length: 9 }, () => given(anna));
    const all = candidatesFor(alone, 'none', colleagues, busy, rules);
    expect(all).toEqual(candidatesFor(alone, 'none', colleagues, [], rules));
    const values = all.flatMap((each) => Object.values(each));
    expect(values.some((value) => typeof value === 'number')).toBe(false);
  });
});

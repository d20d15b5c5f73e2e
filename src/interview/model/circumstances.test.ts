import { describe, expect, it } from 'vitest';
import { RETRACTED, type NewEvent } from '../../journal/model/event.ts';
import { GUIDE, started, written } from '../fixture.ts';
import { circumstancesWords } from './circumstances-words.ts';
import {
  CircumstancesFact,
  circumstancesOf,
  isProtected,
  NOTHING_NOTED,
  preparedItems,
  suggestedMinutes,
  type Circumstances,
} from './circumstances.ts';

const noted = (part: Partial<Circumstances>): NewEvent => ({
  type: 'CircumstancesNoted',
  version: 1,
  data: { ...NOTHING_NOTED, ...part },
});
const prepared = (...items: string[]): NewEvent => ({
  type: 'PreparationChecked',
  version: 1,
  data: { items },
});
const after = (...facts: NewEvent[]) => written([started(), ...facts]);

describe('the circumstances of a talk', () => {
  it('are what was noted last', () => {
    expect(circumstancesOf(after())).toEqual(NOTHING_NOTED);
    const events = after(
      noted({ relation: 'own' }),
      noted({ relation: 'neverMet', choiceOffered: true }),
    );
    expect(circumstancesOf(events)).toEqual({
      ...NOTHING_NOTED,
      relation: 'neverMet',
      choiceOffered: true,
    });
  });

  it('forget what was erased', () => {
    const events = after(noted({ relation: 'own' }), noted({ relation: 'other' }));
    const erased = written(
      [{ type: RETRACTED, version: 1, data: { events: [events[2]?.id] } }],
      events,
    );
    expect(circumstancesOf(erased).relation).toBe('own');
  });

  it('have the list of what is prepared as it stands', () => {
    expect(preparedItems(after())).toEqual([]);
    expect(preparedItems(after(prepared('room', 'water'), prepared('room')))).toEqual(['room']);
  });

  it('with protected personal data there is no sound', () => {
    expect(isProtected(after())).toBe(false);
    expect(isProtected(after(noted({ protectedData: true })))).toBe(true);
    expect(isProtected(after(noted({ protectedData: true }), noted({})))).toBe(false);
  });

  it.each([
    [null, 90, 90],
    ['authorised', 90, 120],
    ['other', 45, 60],
    ['authorised', 67, 90],
  ] as const)('with %s as interpreter %i minutes become %i', (interpreter, usual, longer) => {
    expect(suggestedMinutes(usual, { ...NOTHING_NOTED, interpreter })).toBe(longer);
  });

  it.each(['relative', 'child', 'anhörig', ''])('no interpreter is a %s', (interpreter) => {
    const fact = {
      type: 'CircumstancesNoted',
      version: 1,
      data: { ...NOTHING_NOTED, interpreter },
    };
    expect(CircumstancesFact.safeParse(fact).success).toBe(false);
  });
});

describe('in words', () => {
  it('nothing was noted', () => {
    expect(circumstancesWords(after(), GUIDE, 'sv')).toEqual([]);
  });

  it('all of it', () => {
    const events = after(
      prepared('room', 'water'),
      noted({
        relation: 'own',
        choiceOffered: true,
        protectedData: true,
        interpreter: 'authorised',
      }),
    );
    expect(circumstancesWords(events, GUIDE, 'sv')).toEqual([
      'Intervjuaren var deltagarens socialsekreterare.',
      'Deltagaren erbjöds någon annan att prata med.',
      'Deltagaren har skyddade personuppgifter',
      'Auktoriserad tolk',
      '2 av 9 i den praktiska kontrollen',
    ]);
    expect(circumstancesWords(events, undefined, 'en').at(-1)).toBe(
      '2 of 2 in the practical check',
    );
  });

  it('that nobody else was offered does not pass in silence', () => {
    expect(
      circumstancesWords(after(noted({ relation: 'other', interpreter: 'other' })), GUIDE, 'en'),
    ).toEqual([
      'The interviewer and the participant had met, but someone else was the participant’s social worker.',
      'Nothing shows that the participant was offered someone else to talk with.',
      'Another interpreter from the agency',
    ]);
  });
});

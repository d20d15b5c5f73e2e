import { describe, expect, it } from 'vitest';
import { merge } from '../../journal/model/merge.ts';
import { IDA_ELSEWHERE, started, written } from '../fixture.ts';
import { placement, placementId, removes, tellsOf } from '../timeline-fixture.ts';
import { homeWords, placementWords } from './placement-words.ts';
import { eventsOf, foldTimeline, odditiesOf, type Oddity, type Placement } from './timeline.ts';
import { settlingPlacement, toldBy, typedFrom, isHalfTyped } from './typed-placement.ts';

const signsOf = (placements: readonly Placement[]) => placements.map((each) => each.placement[0]);

describe('the timeline as it was told', () => {
  it('is oldest first, with what has no years last, and the newest telling counts', () => {
    const events = written([
      started(),
      tellsOf('a', { words: 'utan år' }),
      tellsOf('b', { from: '2016-08' }),
      tellsOf('c', { from: '2012', to: '2014' }),
      tellsOf('d', { to: '2013' }),
      tellsOf('e', { from: '2012', to: '2013' }),
      tellsOf('c', { from: '2012', to: '2015' }),
    ]);
    const now = foldTimeline(events);
    expect(signsOf(now)).toEqual(['e', 'c', 'd', 'b', 'a']);
    expect(now[1]?.to).toBe('2015');
  });

  it('keeps overlaps, gaps and periods told the wrong way round as they were told', () => {
    const told = [
      tellsOf('a', { from: '2015', to: '2012' }),
      tellsOf('b', { from: '2013', to: '2019' }),
      tellsOf('c', { from: '2031' }),
    ];
    expect(foldTimeline(written([started(), ...told]))).toEqual([
      placement('b', { from: '2013', to: '2019' }),
      placement('a', { from: '2015', to: '2012' }),
      placement('c', { from: '2031' }),
    ]);
  });

  it('lets what was removed stay so, also when another tablet told more of it', () => {
    const begun = written([started(), tellsOf('a', { words: 'Först' })]);
    const here = written([removes('a')], begun);
    const elsewhere = written([tellsOf('a', { words: 'Mer' })], begun, IDA_ELSEWHERE);
    expect(foldTimeline(merge(here, elsewhere))).toEqual([]);
  });

  it('finds every telling of one placement, and nothing else', () => {
    const events = written([started(), tellsOf('a'), tellsOf('b'), tellsOf('a', { words: 'Mer' })]);
    expect(eventsOf(events, placementId('a'))).toEqual([events[1]?.id, events[3]?.id]);
  });
});

describe('years that are strange', () => {
  const november2026 = 2026 * 12 + 10;
  it.each<[string | null, string | null, boolean, Oddity[]]>([
    ['2012', '2016', false, []],
    ['2016', '2016-08', false, []],
    ['2016-08', '2016', false, []],
    ['2016', '2015', false, ['reversed']],
    ['2016-08', '2016-07', false, ['reversed']],
    ['2026-11', null, false, []],
    ['2026-12', null, false, ['future']],
    [null, '2027', false, ['future']],
    ['2008', null, true, []],
    ['2007-12', null, true, ['beforeBirth']],
    ['2007-12', null, false, []],
    ['2031', '1903', false, ['reversed', 'future', 'beforeBirth']],
    [null, null, true, []],
  ])('%s to %s (15 to 17: %s): %j', (from, to, minor, odd) => {
    expect(odditiesOf({ from, to }, { month: november2026, minor })).toEqual(odd);
  });
});

describe('in words', () => {
  it.each<[Partial<Placement>, string]>([
    [{}, 'Boende, vet inte när.'],
    [{ home: 'fosterHome', from: '2012', to: '2016-06' }, 'Familjehem, 2012 till juni 2016.'],
    [{ home: 'own', from: '2020' }, 'Egen bostad, från 2020.'],
    [{ home: 'relatives', to: '2011-03' }, 'Hos släkt, till mars 2011.'],
    [{ home: 'other', from: '2011', to: '2011' }, 'Något annat, 2011.'],
    [
      { home: 'fosterHome', from: '2012', to: '2016', move: 'unplanned', last: true },
      'Familjehem, 2012 till 2016. Flytten därifrån var inte planerad. Sista placeringen.',
    ],
  ])('%j', (told, words) => {
    expect(placementWords(placement('a', told), 'sv')).toBe(words);
  });

  it('are there in English too', () => {
    expect(placementWords(placement('a', { from: '2012', to: '2016-06' }), 'en')).toBe(
      'A home, 2012 to June 2016.',
    );
    expect(homeWords({ home: 'emergencyHome' }, 'en')).toBe('Emergency home');
  });
});

describe('a form', () => {
  it('tells what is known by now, and keeps a year that is not finished', () => {
    const form = { ...typedFrom(placement('a')), words: 'Hos Berit' };
    const half = { ...form, dates: { ...form.dates, from: { year: '201', month: '' } } };
    expect(isHalfTyped(half)).toBe(true);
    expect(toldBy(half)).toEqual(placement('a', { words: 'Hos Berit' }));
    expect(isHalfTyped(typedFrom(placement('a', { from: '2012-03' })))).toBe(false);
  });

  it('comes back from what was told as it was told', () => {
    const told = placement('a', { from: '2012-03', to: '2014', home: 'fosterHome', last: true });
    expect(toldBy(typedFrom(told))).toEqual(told);
    expect(settlingPlacement([told], typedFrom(told))).toEqual([]);
  });

  it('takes the mark of the last placement from the one that had it', () => {
    const before = [placement('a', { last: true }), placement('b', { from: '2012' })];
    const form = { ...typedFrom(placement('b', { from: '2012' })), last: true };
    expect(settlingPlacement(before, form)).toEqual([
      tellsOf('a', { last: false }),
      tellsOf('b', { from: '2012', last: true }),
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placement } from '../timeline-fixture.ts';
import { dateOfMonth, edgeOf, firstMonth, monthAfter, monthOf, withEdge } from './months.ts';
import { foldTimeline, Home, PlacementId, type Placement } from './timeline.ts';
import { started, written } from '../fixture.ts';
import { tells } from './typed-placement.ts';
import { layOut, lineOf, monthAt, xOf, yearAt } from './timeline-layout.ts';

const NOW = 2026 * 12 + 10;
const date = fc
  .tuple(fc.integer({ min: 1900, max: 2099 }), fc.option(fc.integer({ min: 1, max: 12 })))
  .map(([year, month]) =>
    [year, month && String(month).padStart(2, '0')].filter(Boolean).join('-'),
  );
const period = fc.record({ from: fc.option(date), to: fc.option(date) });
const placements = fc.uniqueArray(fc.nat(0xffff), { maxLength: 12 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record({
        placement: fc.constant(PlacementId.parse(id.toString(16).padStart(32, '0'))),
        from: fc.option(date),
        to: fc.option(date),
        home: fc.option(fc.constantFrom(...Home.options)),
        move: fc.constant(null),
        words: fc.constant(''),
        last: fc.boolean(),
      }),
    ),
  ),
);
/** Words of any length, the same each time for the same placement. */
const labelWidth = ({ placement: id }: Placement) => Number.parseInt(id.slice(-4), 16) % 400;

describe('months', () => {
  it('round-trip through a date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900 * 12, max: 2100 * 12 - 1 }), (month) => {
        expect(firstMonth(dateOfMonth(month))).toBe(month);
        expect(monthAfter(dateOfMonth(month))).toBe(month + 1);
      }),
    );
  });

  it('know a year’s first and last, and the month of an instant', () => {
    expect(firstMonth('2016')).toBe(firstMonth('2016-01'));
    expect(monthAfter('2016')).toBe(firstMonth('2017-01'));
    expect([firstMonth(null), monthAfter(null)]).toEqual([null, null]);
    expect(dateOfMonth(monthOf(Date.UTC(2026, 10, 22)))).toBe('2026-11');
  });

  it('move an end to where it is let go, never past the other and never off the line', () => {
    fc.assert(
      fc.property(
        period,
        fc.constantFrom('from' as const, 'to' as const),
        fc.integer({ min: 1850 * 12, max: 2150 * 12 }),
        (told, end, edge) => {
          const line = lineOf([told], NOW);
          const moved = withEdge(told, end, edge, line);
          const at = edgeOf(moved, end);
          if (at === null) throw new Error('no end');
          const other = end === 'from' ? 'to' : 'from';
          expect(moved[other]).toBe(told[other]);
          expect(at).toBeGreaterThanOrEqual(line.first);
          expect(at).toBeLessThanOrEqual(line.after);
          // It can be moved back again to where it stood, by the same way.
          expect(edgeOf(withEdge(moved, end, at, line), end)).toBe(at);
          const [from, to] = [edgeOf(moved, 'from'), edgeOf(moved, 'to')];
          expect(from === null || to === null || to > from).toBe(true);
        },
      ),
    );
  });
});

describe('the picture', () => {
  it('gives every placement exactly one place: a bar, or a place among those without years', () => {
    fc.assert(
      fc.property(placements, (all) => {
        const { bars, undated } = layOut(all, NOW, labelWidth);
        const placed = [...bars.map((bar) => bar.placement), ...undated];
        expect(placed.map((each) => each.placement).sort()).toEqual(
          all.map((each) => each.placement).sort(),
        );
        for (const each of undated) expect([each.from, each.to]).toEqual([null, null]);
      }),
    );
  });

  it('shows in the list what it shows in the picture, each exactly once', () => {
    fc.assert(
      fc.property(placements, (all) => {
        const list = foldTimeline(written([started(), ...all.map(tells)]));
        expect(list.map((each) => each.placement).sort()).toEqual(
          all.map((each) => each.placement).sort(),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('lets nothing in a lane touch another’s bar or words, and keeps all of it inside', () => {
    fc.assert(
      fc.property(placements, (all) => {
        const { bars, width, height } = layOut(all, NOW, labelWidth);
        for (const [i, bar] of bars.entries()) {
          expect(bar.width).toBeGreaterThan(0);
          expect(bar.x).toBeGreaterThanOrEqual(0);
          expect(Math.max(bar.x + bar.width, bar.labelEnd)).toBeLessThanOrEqual(width);
          expect((bar.lane + 1) * 64).toBeLessThan(height);
          for (const other of bars.slice(i + 1)) {
            const apart =
              bar.lane !== other.lane ||
              other.x >= Math.max(bar.x + bar.width, bar.labelEnd) ||
              bar.x >= Math.max(other.x + other.width, other.labelEnd);
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it('draws a bar from the beginning of its first month to the end of its last', () => {
    const { bars, line } = layOut([placement('a', { from: '2016-03', to: '2017' })], NOW, () => 0);
    expect(bars[0]).toMatchObject({
      x: xOf(line, 2016 * 12 + 2),
      width: xOf(line, 2018 * 12) - xOf(line, 2016 * 12 + 2),
      open: { from: false, to: false },
    });
  });

  it('marks an end that was not told, and still draws what was told the wrong way round', () => {
    const { bars } = layOut(
      [
        placement('a', { to: '2010' }),
        placement('b', { from: '2012' }),
        placement('c', { from: '2016', to: '2014' }),
      ],
      NOW,
      () => 0,
    );
    expect(bars.map((bar) => [bar.open.from, bar.open.to])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it('shows the last twenty years, and more when more was told', () => {
    expect(lineOf([], NOW)).toEqual({ first: 2006 * 12, after: 2027 * 12 });
    expect(lineOf([{ from: '1998', to: '2031-02' }], NOW)).toEqual({
      first: 1998 * 12,
      after: 2032 * 12,
    });
  });

  it('says which year or month a finger is at', () => {
    const line = lineOf([], NOW);
    fc.assert(
      fc.property(fc.integer({ min: line.first, max: line.after - 1 }), (month) => {
        expect(monthAt(line, xOf(line, month))).toBe(month);
        expect(yearAt(line, xOf(line, month) + 2)).toBe(String(Math.floor(month / 12)));
      }),
    );
    expect(yearAt(line, -50)).toBe('2006');
    expect(yearAt(line, 100_000)).toBe('2026');
  });
});

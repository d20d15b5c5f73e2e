import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { RETRACTED, stamp, type JournalEvent, type NewEvent, type Writer } from './event.ts';
import { headsOf, merge, retractedIds, verifyChain } from './merge.ts';

const deps = fixedDeps();
const stream = newId(StreamId, deps.random);
const newWriter = (): Writer => ({
  author: newId(MemberId, deps.random),
  device: newId(DeviceId, deps.random),
});
const writers = [newWriter(), newWriter(), newWriter()];
const said = (text: string): NewEvent => ({ type: 'QuestionAnswered', version: 1, data: { text } });
const retract = (...events: JournalEvent[]): NewEvent => ({
  type: RETRACTED,
  version: 1,
  data: { events: events.map((event) => event.id) },
});

/** A stream as three devices make it: each step says something, takes something back, or hears of the others. */
const history = fc
  .array(
    fc.record({
      who: fc.nat(2),
      act: fc.constantFrom('say', 'say', 'retract', 'hear'),
      which: fc.nat(20),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => {
    const copies: JournalEvent[][] = [[], [], []];
    for (const { who, act, which } of steps) {
      const mine = copies[who] ?? [];
      const writer = writers[who] ?? newWriter();
      const target = mine[which % Math.max(1, mine.length)];
      if (act === 'hear') copies[who] = merge(mine, copies[(who + 1) % 3] ?? []);
      else {
        const fact = act === 'retract' && target ? retract(target) : said(`ord ${which}`);
        // Not merged: a copy that still has the words is what merging must cope with.
        copies[who] = [...mine, ...stamp([fact], stream, mine, writer, deps)];
      }
    }
    return copies;
  });

describe('merge', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(history, ([a = [], b = [], c = []]) => {
        expect(merge(b, a)).toEqual(merge(a, b));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        const all = merge(a, b, c);
        expect(merge(all, all)).toEqual(all);
        expect(merge(all, a)).toEqual(all);
      }),
      { numRuns: 150 },
    );
  });

  test('loses no event, and chains hold', () => {
    fc.assert(
      fc.property(history, (copies) => {
        const all = merge(...copies);
        const ids = new Set(copies.flat().map((event) => event.id));
        expect(new Set(all.map((event) => event.id))).toEqual(ids);
        expect(verifyChain(all)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('a retracted word never returns, whichever copy comes when', () => {
    fc.assert(
      fc.property(
        history,
        fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 6 }),
        (copies, order) => {
          let all = merge(...copies);
          const gone = retractedIds(all);
          for (const index of order) all = merge(all, copies[index] ?? []);
          expect(all.filter((event) => gone.has(event.id) && event.body)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a retraction can not be retracted', () => {
    const first = stamp([said('ett')], stream, [], newWriter(), deps);
    const [said1] = first;
    const writer = { ...newWriter(), author: said1?.author ?? newWriter().author };
    const second = stamp([retract(...first)], stream, first, writer, deps);
    const third = stamp([retract(...second)], stream, [...first, ...second], writer, deps);
    const all = merge(first, second, third);
    expect(all.map((event) => event.body === null)).toEqual([true, false, false]);
  });

  test('a copy whose words are missing takes none away, in whatever order copies come', () => {
    fc.assert(
      fc.property(history, fc.nat(2), fc.infiniteStream(fc.boolean()), (copies, who, coin) => {
        const bare = merge(...copies).map((event) =>
          coin.next().value ? { ...event, body: null } : event,
        );
        const mine = copies[who] ?? [];
        const all = merge(mine, bare);
        const gone = retractedIds(all);
        for (const { id, body } of mine) {
          if (!body || gone.has(id)) continue;
          expect(all.find((event) => event.id === id)?.body).toEqual(body);
        }
        expect(merge(bare, mine)).toEqual(all);
        const [a = [], b = []] = copies;
        expect(merge(merge(a, bare), b)).toEqual(merge(a, merge(bare, b)));
      }),
      { numRuns: 100 },
    );
  });

  test('nobody takes back what another said on another device', () => {
    const mine = stamp([said('mitt')], stream, [], newWriter(), deps);
    const theirs = stamp([retract(...mine)], stream, mine, newWriter(), deps);
    const bare = mine.map((event) => ({ ...event, body: null }));
    expect(merge(mine, [...bare, ...theirs])[0]?.body).toEqual(mine[0]?.body);
    expect(retractedIds([...mine, ...theirs]).size).toBe(0);
  });
});

describe('verifyChain', () => {
  const [writer = newWriter()] = writers;
  const events = stamp([said('ett'), said('två'), said('tre')], stream, [], writer, deps);
  const [first, second, third] = events;
  if (!first || !second || !third) throw new Error('three events');

  test('finds nothing wrong with what was stamped, also when words were taken back', () => {
    expect(verifyChain(events)).toEqual([]);
    expect(verifyChain([first, { ...second, body: null }, third])).toEqual([]);
  });
  test('a removed event is a gap', () => {
    expect(verifyChain([first, third])).toEqual([
      { type: 'gap', device: writer.device, seq: 2, to: 2 },
    ]);
    expect(verifyChain([third])).toEqual([{ type: 'gap', device: writer.device, seq: 1, to: 2 }]);
  });
  test('a seq far away is one gap, found at once', () => {
    const start = performance.now();
    const far = { ...second, seq: 900_000_000 };
    expect(verifyChain([first, far])).toEqual([
      { type: 'gap', device: writer.device, seq: 2, to: 899_999_999 },
    ]);
    expect(performance.now() - start).toBeLessThan(500);
  });
  test('altered words do not fit their digest', () => {
    const altered = { ...second, body: { salt: '00'.repeat(16), data: { text: 'annat' } } };
    expect(verifyChain([first, altered, third])).toEqual([{ type: 'altered', event: second.id }]);
  });
  test('a back-dated header breaks the link after it', () => {
    expect(verifyChain([first, { ...second, at: 5 }, third])).toEqual([
      { type: 'brokenLink', device: writer.device, event: third.id },
    ]);
  });
  test('two events with one seq are a fork, shown with both', () => {
    const [twin] = stamp([said('annan två')], stream, [first], writer, deps);
    if (!twin) throw new Error('a twin');
    const faults = verifyChain([...events, twin]);
    expect(faults).toContainEqual({
      type: 'fork',
      device: writer.device,
      seq: 2,
      events: [second.id, twin.id].sort(),
    });
  });
  test('heads count and name the tip of every device', () => {
    const theirs = stamp([said('a')], stream, events, writers[1] ?? newWriter(), deps);
    const heads = headsOf([...events, ...theirs]);
    expect(Object.values(heads).map(([count]) => count)).toEqual([3, 1]);
  });
});

import { describe, expect, test } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import {
  digestOf,
  headerHash,
  isCountable,
  JournalEvent,
  positionOf,
  stamp,
  stampAfter,
} from './event.ts';
import { verifyChain } from './merge.ts';

const deps = fixedDeps();
const stream = newId(StreamId, deps.random);
const writer = { author: newId(MemberId, deps.random), device: newId(DeviceId, deps.random) };
const other = { author: newId(MemberId, deps.random), device: newId(DeviceId, deps.random) };
const said = (text: string) => ({ type: 'QuestionAnswered', version: 1, data: { text } });

describe('stamp', () => {
  test('numbers, chains and orders what one device says', () => {
    const [first, second] = stamp([said('ett'), said('två')], stream, [], writer, deps);
    expect(first).toMatchObject({ seq: 1, order: 1, prev: null, author: writer.author });
    expect(second).toMatchObject({ seq: 2, order: 2 });
    expect(second?.prev).toBe(first && headerHash(first));
    expect(JournalEvent.safeParse(first).success).toBe(true);
  });

  test('goes on after what another device said: own seq, higher order', () => {
    const mine = stamp([said('ett')], stream, [], writer, deps);
    const theirs = stamp([said('a'), said('b')], stream, mine, other, deps);
    const [next] = stamp([said('två')], stream, [...mine, ...theirs], writer, deps);
    expect(next).toMatchObject({ seq: 2, order: 4, prev: mine[0] && headerHash(mine[0]) });
    expect(theirs.map((event) => [event.seq, event.order])).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  test('continues from a position as from the events themselves', () => {
    const known = stamp([said('ett'), said('två')], stream, [], writer, deps);
    const next = stampAfter(positionOf(known, writer.device), [said('tre')], stream, writer, deps);
    expect(verifyChain([...known, ...next])).toEqual([]);
  });

  test('holds its own copy of the data, as JSON will give it back', () => {
    const data: { text: string; nothing?: string | undefined } = {
      text: 'ett',
      nothing: undefined,
    };
    const [event] = stamp([{ type: 'Said', version: 1, data }], stream, [], writer, deps);
    data.text = 'ändrat';
    expect(event?.body?.data).toStrictEqual({ text: 'ett' });
    expect(event?.digest).toBe(event?.body && digestOf(event.body.salt, { text: 'ett' }));
  });

  test('salts, so that equal words do not show as equal', () => {
    const [first, second] = stamp([said('ja'), said('ja')], stream, [], writer, deps);
    expect(first?.digest).not.toBe(second?.digest);
  });

  test('no event is numbered so that it could not be read again', () => {
    const at = (seq: number, order: number) =>
      stampAfter({ seq, order, tip: null }, [said('ja')], stream, writer, deps);
    const [last] = at(1, 999_999_999);
    expect(JournalEvent.safeParse(last).success).toBe(true);
    expect(() => at(1, 1_000_000_000)).toThrow('numbers run out');
    expect(() => at(1_000_000_000, 1)).toThrow('numbers run out');
    for (const odd of [{ order: 1_000_000_001 }, { seq: Number.MAX_SAFE_INTEGER }]) {
      expect(JournalEvent.safeParse({ ...last, ...odd }).success).toBe(false);
    }
  });

  test('what others send leaves room for what one says after it', () => {
    const [event] = stamp([said('ja')], stream, [], writer, deps);
    if (!event) throw new Error('an event');
    expect(isCountable([event, { ...event, order: 500_000_000 }])).toBe(true);
    expect(isCountable([event, { ...event, order: 500_000_001 }])).toBe(false);
    expect(isCountable([event, { ...event, seq: 500_000_001 }])).toBe(false);
  });

  test('the header hash does not change when the words are taken', () => {
    const [event] = stamp([said('ja')], stream, [], writer, deps);
    expect(event && headerHash({ ...event, body: null })).toBe(event && headerHash(event));
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import type { StreamSummary } from '../journal/model/port.ts';
import { turns, withNews } from './journal-over.ts';
import { openLists } from './worker/lists.ts';

const writer = { author: MemberId.parse('a'.repeat(32)), device: DeviceId.parse('b'.repeat(32)) };
const streams = ['1', '2', '3', '4', '5', '6'].map((digit) => StreamId.parse(digit.repeat(32)));
const byId = (list: readonly StreamSummary[]) =>
  list.toSorted((a, b) => (a.stream < b.stream ? -1 : 1));

it('shows the same list as the journal after whatever happened, and sends only what is new', async () => {
  const Step = fc.tuple(fc.constantFrom(...streams), fc.constantFrom('write', 'erase', 'look'));
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 40 }), async (steps) => {
      const journal = openMemoryJournal(writer, fixedDeps());
      const lists = openLists(journal);
      let known: ReturnType<typeof withNews> = { stamp: 0, list: [] };
      const look = async () => {
        known = withNews(known, await lists.since('review', known.stamp));
      };
      for (const [i, [stream, what]] of steps.entries()) {
        if (what === 'erase') await journal.erase(stream);
        if (what === 'write')
          await journal.append(stream, 'review', [{ type: 'Said', version: 1, data: {} }], { i });
        if (what === 'look') await look();
      }
      await look();
      expect(byId(known.list)).toEqual(byId(await journal.list('review')));
      expect((await lists.since('review', known.stamp)).changed).toEqual([]);
    }),
  );
});

it('keeps the summary of what did not change as it is, and lets an answer that comes late change nothing', async () => {
  const journal = openMemoryJournal(writer, fixedDeps());
  const lists = openLists(journal);
  const write = (stream: StreamId, n: number) =>
    journal.append(stream, 'review', [{ type: 'Said', version: 1, data: {} }], { n });
  const [one, two] = [streams[0] ?? StreamId.parse(''), streams[1] ?? StreamId.parse('')];
  await write(one, 1);
  const late = await lists.since('review', 0);
  await write(two, 1);
  const first = withNews({ stamp: 0, list: [] }, await lists.since('review', 0));
  await write(two, 2);
  const news = await lists.since('review', first.stamp);
  expect(news.changed.map(({ stream }) => stream)).toEqual([two]);
  const second = withNews(first, news);
  const summary = (list: readonly StreamSummary[]) => list.find(({ stream }) => stream === one);
  expect(summary(second.list)).toBe(summary(first.list));
  expect(withNews(second, late)).toBe(second);
});

it('asks for one list after the other, so that what two want at once crosses once', async () => {
  const inTurn = turns<string>();
  const order: string[] = [];
  const ask =
    (name: string, fails = false) =>
    async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const answers = await Promise.allSettled([
    inTurn('interview', ask('a', true)),
    inTurn('interview', ask('b')),
    inTurn('review', ask('c')),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(order.indexOf('b begins')).toBeGreaterThan(order.indexOf('a ends'));
  expect(order.indexOf('c begins')).toBeLessThan(order.indexOf('a ends'));
});

import { describe, expect, it } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import {
  foldLog,
  logStreamOf,
  monthOf,
  monthToCheck,
  sampleOf,
  summariseLog,
  type LogFact,
} from './access-log.ts';

const read = (stream: StreamId): LogFact => ({
  type: 'AccessNoted',
  version: 1,
  data: { act: 'read', stream },
});

async function logged(count: number, start = Date.UTC(2026, 9, 5)) {
  const deps = fixedDeps(start);
  const author = MemberId.parse('a'.repeat(31) + '1');
  const journal = openMemoryJournal({ author, device: newId(DeviceId, deps.random) }, deps);
  const stream = logStreamOf(author, monthOf(start));
  for (let n = 0; n < count; n += 1) {
    deps.clock.advance(1000);
    await journal.append(stream, 'log', [read(newId(StreamId, deps.random))], {});
  }
  return { author, journal, stream, events: (await journal.open(stream))?.events ?? [] };
}

const KARIN = MemberId.parse('b'.repeat(32));

describe('the log', () => {
  it('is read newest first, with who and when', async () => {
    const { events, author } = await logged(3);
    const { accesses } = foldLog([events]);
    const times = accesses.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(accesses[0]).toMatchObject({ by: author, act: 'read' });
    expect(summariseLog(events)).toEqual({ by: author, month: '2026-10' });
  });

  it('of a stream that is not its author’s says nothing', async () => {
    const { events } = await logged(1);
    const [first] = events;
    expect(summariseLog(first ? [{ ...first, author: KARIN }] : [])).toBeUndefined();
    expect(summariseLog([])).toBeUndefined();
  });
});

describe('the sample', () => {
  it('is a tenth, at least five and at most twenty, of what others did', async () => {
    const { events, author } = await logged(90);
    const { accesses } = foldLog([events]);
    expect(sampleOf(accesses, KARIN, 'x')).toHaveLength(9);
    expect(sampleOf(accesses.slice(0, 30), KARIN, 'x')).toHaveLength(5);
    expect(sampleOf(accesses.slice(0, 2), KARIN, 'x')).toHaveLength(2);
    expect(sampleOf(accesses, author, 'x')).toEqual([]);
    const many = Array.from({ length: 5 }, () => accesses).flat();
    expect(sampleOf(many, KARIN, 'x')).toHaveLength(20);
  });

  it('is another with another seed, and the same with the same', async () => {
    const { accesses } = foldLog([(await logged(90)).events]);
    expect(sampleOf(accesses, KARIN, 'x')).toEqual(sampleOf(accesses, KARIN, 'x'));
    expect(sampleOf(accesses, KARIN, 'x')).not.toEqual(sampleOf(accesses, KARIN, 'y'));
  });
});

describe('the month to check', () => {
  it('is the last one that is over and unchecked', async () => {
    const { events, journal, stream } = await logged(2);
    const november = Date.UTC(2026, 10, 3);
    expect(monthToCheck(foldLog([events]), Date.UTC(2026, 9, 30))).toBeNull();
    expect(monthToCheck(foldLog([events]), november)).toBe('2026-10');
    const checked: LogFact = {
      type: 'LogChecked',
      version: 1,
      data: { month: '2026-10', sample: [], outcome: 'inOrder', note: '' },
    };
    await journal.append(stream, 'log', [checked], {});
    expect(
      monthToCheck(foldLog([(await journal.open(stream))?.events ?? []]), november),
    ).toBeNull();
  });
});

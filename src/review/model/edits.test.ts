import { expect, it } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { stamp, type NewEvent } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import { sampleOf } from './access-log.ts';
import { editsOf } from './edits.ts';

const deps = fixedDeps(Date.UTC(2026, 9, 5, 8));
const writer = () => ({
  author: newId(MemberId, deps.random),
  device: newId(DeviceId, deps.random),
});
const [karin, tore] = [writer(), writer()];
const stream = newId(StreamId, deps.random);
const fact = (type: string): NewEvent => ({ type, version: 1, data: { text: 'Hemligt.' } });
const HOUR = 60 * 60_000;

function written(...by: readonly (readonly [typeof karin, number])[]) {
  let events = stamp([fact('InterviewStarted')], stream, [], tore, deps);
  for (const [who, after] of by) {
    deps.clock.advance(after);
    events = merge(events, stamp([fact('MemoWritten')], stream, events, who, deps));
  }
  return events;
}

it('says who changed what once a day, at the first change, and no word of it', () => {
  const events = written([tore, HOUR], [karin, HOUR], [tore, HOUR], [tore, 24 * HOUR]);
  const edits = editsOf([{ kind: 'interview', events }], '2026-10');
  expect(edits).toEqual([
    {
      act: 'edited',
      by: tore.author,
      at: events[4]?.at,
      id: events[4]?.id,
      kind: 'interview',
      stream,
    },
    {
      act: 'edited',
      by: karin.author,
      at: events[2]?.at,
      id: events[2]?.id,
      kind: 'interview',
      stream,
    },
    {
      act: 'edited',
      by: tore.author,
      at: events[0]?.at,
      id: events[0]?.id,
      kind: 'interview',
      stream,
    },
  ]);
  expect(JSON.stringify(edits)).not.toContain('Hemligt');
  expect(editsOf([{ kind: 'interview', events }], '2026-09')).toEqual([]);
});

it('of words that were taken back stays, and can be drawn for the check', () => {
  const events = written([karin, HOUR]).map((event) => ({ ...event, body: null }));
  const edits = editsOf([{ kind: 'interview', events }], '2026-10');
  expect(edits.map(({ by }) => by)).toEqual([karin.author, tore.author]);
  expect(sampleOf(edits, karin.author, 'seed').map(({ by }) => by)).toEqual([tore.author]);
});

it('tells a removal from the register apart, and says it once', () => {
  const line = stamp([fact('PersonRemoved')], stream, [], karin, deps);
  const word = stamp([fact('EntryErased')], newId(StreamId, deps.random), [], karin, deps);
  const edits = editsOf(
    [
      { kind: 'participant', events: line },
      { kind: 'erasure', events: word },
    ],
    '2026-10',
  );
  expect(edits).toMatchObject([{ act: 'removed', kind: 'participant', by: karin.author }]);
});

import { canonical } from '../../src/base/canonical.ts';
import { newId, systemClock, systemRandom, type Deps } from '../../src/base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../src/base/ids.ts';
import type { Result } from '../../src/base/result.ts';
import { RETRACTED, stamp, type NewEvent, type Writer } from '../../src/journal/model/event.ts';
import type { Journal } from '../../src/journal/model/port.ts';

/*
 * What a journal promises to the rooms above it, whoever keeps it. The cases run under vitest in Node and, for the
 * sealed vault, in a real browser's worker, where no test runner is: so they assert by throwing.
 */
export interface JournalCase {
  readonly name: string;
  run(journal: Journal, writer: Writer): Promise<void>;
}

const deps: Deps = { clock: systemClock(), random: systemRandom };
const newStream = (): StreamId => newId(StreamId, deps.random);
export const newWriter = (): Writer => ({
  author: newId(MemberId, deps.random),
  device: newId(DeviceId, deps.random),
});

const said = (text: string): NewEvent => ({ type: 'QuestionAnswered', version: 1, data: { text } });

function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [canonical(actual ?? null), canonical(expected ?? null)];
  if (a !== b) throw new Error(`${what}: expected ${b}, found ${a}`);
}

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`not kept: ${canonical(result.error)}`);
  return result.value;
}

const textOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'text' in data ? data.text : null;

async function texts(journal: Journal, stream: StreamId): Promise<unknown[]> {
  const opened = await journal.open(stream);
  return (opened?.events ?? [])
    .filter((event) => event.type !== RETRACTED)
    .map((event) => (event.body ? textOf(event.body.data) : null));
}

export const journalContract: readonly JournalCase[] = [
  {
    name: 'what was appended is there in order, with sound chains',
    async run(journal) {
      const stream = newStream();
      value(await journal.append(stream, 'interview', [said('ett'), said('två')], { n: 2 }));
      value(await journal.append(stream, 'interview', [said('tre')], { n: 3 }));
      same(await texts(journal, stream), ['ett', 'två', 'tre'], 'texts');
      const opened = await journal.open(stream);
      same(opened?.faults, [], 'faults');
      same(opened?.kind, 'interview', 'kind');
      same(
        opened?.events.map((event) => event.seq),
        [1, 2, 3],
        'sequence',
      );
    },
  },
  {
    name: 'append answers with the very events that are kept',
    async run(journal, writer) {
      const stream = newStream();
      const kept = value(await journal.append(stream, 'review', [said('här')], null));
      same((await journal.open(stream))?.events, kept.events, 'events');
      same(kept.saved, 'both', 'saved');
      same(
        kept.events.map((event) => event.device),
        [writer.device],
        'device',
      );
    },
  },
  {
    name: 'a stream that is not there opens as nothing',
    async run(journal) {
      same(await journal.open(newStream()), undefined, 'opened');
    },
  },
  {
    name: 'lists hold the streams of a kind with their newest summary, newest change first',
    async run(journal) {
      const [older, newer, other] = [newStream(), newStream(), newStream()];
      value(await journal.append(older, 'safety', [said('a')], { name: 'a' }));
      await new Promise((resolve) => setTimeout(resolve, 5));
      value(await journal.append(newer, 'safety', [said('b')], { name: 'b' }));
      value(await journal.append(other, 'log', [said('c')], { name: 'c' }));
      same(
        (await journal.list('safety')).map((each) => each.data),
        [{ name: 'b' }, { name: 'a' }],
        'list',
      );
      await new Promise((resolve) => setTimeout(resolve, 5));
      value(await journal.append(older, 'safety', [said('d')], { name: 'a2' }));
      same(
        (await journal.list('safety')).map((each) => each.data),
        [{ name: 'a2' }, { name: 'b' }],
        'list',
      );
    },
  },
  {
    name: "lists tell how much of a stream is this device's own",
    async run(journal) {
      const stream = newStream();
      const own = async () =>
        (await journal.list('review')).find((each) => each.stream === stream)?.own;
      const theirs = stamp([said('ditt')], stream, [], newWriter(), deps);
      value(await journal.take(stream, 'review', theirs, null));
      same(await own(), 0, 'own');
      value(await journal.append(stream, 'review', [said('a'), said('b')], null));
      value(await journal.take(stream, 'review', theirs, null));
      same(await own(), 2, 'own');
    },
  },
  {
    name: 'a draft is kept by key, the newest value only, also before the first event',
    async run(journal) {
      const stream = newStream();
      const writes = ['h', 'he', 'hej'].map((text) =>
        journal.draft(stream, 'interview', 's1q1', text),
      );
      for (const write of writes) value(await write);
      value(await journal.draft(stream, 'interview', 's1q2', { verbatim: true }));
      const opened = await journal.open(stream);
      const drafts = Object.fromEntries(
        (opened?.drafts ?? []).map((draft) => [draft.key, draft.value]),
      );
      same(drafts, { s1q1: 'hej', s1q2: { verbatim: true } }, 'drafts');
      same(opened?.events, [], 'events');
      same(
        (await journal.list('interview')).some((each) => each.stream === stream),
        false,
        'listed',
      );
    },
  },
  {
    name: 'a settled draft does not come back, the others stay',
    async run(journal) {
      const stream = newStream();
      value(await journal.draft(stream, 'interview', 'a', 'x'));
      value(await journal.draft(stream, 'interview', 'b', 'y'));
      const late = journal.draft(stream, 'interview', 'a', 'xx');
      value(await journal.append(stream, 'interview', [said('xx')], null, ['a']));
      value(await late);
      same(
        (await journal.open(stream))?.drafts.map((draft) => draft.key),
        ['b'],
        'drafts',
      );
    },
  },
  {
    name: 'what is typed after the settling is a draft again',
    async run(journal) {
      const stream = newStream();
      value(await journal.draft(stream, 'interview', 'a', 'x'));
      const append = journal.append(stream, 'interview', [said('x')], null, ['a']);
      const again = journal.draft(stream, 'interview', 'a', 'x and more');
      value(await append);
      value(await again);
      same(
        (await journal.open(stream))?.drafts.map((draft) => draft.value),
        ['x and more'],
        'drafts',
      );
    },
  },
  {
    name: 'retraction erases the words and keeps id and place, and the chain holds',
    async run(journal) {
      const stream = newStream();
      const first = value(
        await journal.append(stream, 'interview', [said('hemligt'), said('kvar')], null),
      );
      value(await journal.draft(stream, 'interview', 'open', 'under tiden'));
      const [taken] = first.events;
      const fact = { type: RETRACTED, version: 1, data: { events: [taken?.id] } };
      value(await journal.append(stream, 'interview', [fact], null));
      same(await texts(journal, stream), [null, 'kvar'], 'texts');
      const opened = await journal.open(stream);
      same(opened?.faults, [], 'faults');
      same(
        opened?.drafts.map((draft) => draft.value),
        ['under tiden'],
        'drafts',
      );
      value(await journal.append(stream, 'interview', [said('efter')], null));
      same(await texts(journal, stream), [null, 'kvar', 'efter'], 'texts after');
    },
  },
  {
    name: 'a retraction wins over a copy that still has the words',
    async run(journal) {
      const stream = newStream();
      const first = value(await journal.append(stream, 'interview', [said('hemligt')], null));
      const fact = {
        type: RETRACTED,
        version: 1,
        data: { events: first.events.map((event) => event.id) },
      };
      value(await journal.append(stream, 'interview', [fact], null));
      value(await journal.take(stream, 'interview', first.events, null));
      same(await texts(journal, stream), [null], 'texts');
    },
  },
  {
    name: 'take is merge: idempotent, keeps both, and own events go on after it',
    async run(journal) {
      const stream = newStream();
      value(await journal.append(stream, 'review', [said('mitt')], null));
      const mine = (await journal.open(stream))?.events ?? [];
      const theirs = stamp([said('ditt')], stream, mine, newWriter(), deps);
      value(await journal.take(stream, 'review', theirs, { from: 'other' }));
      value(await journal.take(stream, 'review', theirs, { from: 'other' }));
      value(await journal.append(stream, 'review', [said('svar')], null));
      same(await texts(journal, stream), ['mitt', 'ditt', 'svar'], 'texts');
      same((await journal.open(stream))?.faults, [], 'faults');
    },
  },
  {
    name: 'a stream stays of its kind, whatever a copy says it is',
    async run(journal) {
      const stream = newStream();
      const kept = value(await journal.append(stream, 'interview', [said('mitt')], { n: 1 }));
      const theirs = stamp([said('ditt')], stream, kept.events, newWriter(), deps);
      const taken = await journal.take(stream, 'review', theirs, null);
      same(taken, { ok: false, error: { type: 'otherKind' } }, 'taken');
      same(await texts(journal, stream), ['mitt'], 'texts');
      same(
        (await journal.list('interview')).find((each) => each.stream === stream)?.data,
        { n: 1 },
        'summary',
      );
      const writes = [
        () => journal.append(stream, 'review', [said('fel')], null),
        () => journal.draft(stream, 'review', 'a', 'fel'),
      ];
      for (const write of writes) {
        same(await write(), { ok: false, error: { type: 'otherKind' } }, 'written');
      }
      value(await journal.append(stream, 'interview', [said('mer')], null));
      same(await texts(journal, stream), ['mitt', 'mer'], 'texts after');
    },
  },
  {
    name: 'a copy numbered beyond counting is refused, and one goes on',
    async run(journal) {
      const stream = newStream();
      value(await journal.append(stream, 'interview', [said('mitt')], null));
      const far = stamp([said('ditt')], stream, [], newWriter(), deps);
      for (const odd of [
        { order: Number.MAX_SAFE_INTEGER },
        { seq: 1_000_000_000 },
        { order: 1_000_000_000 },
      ]) {
        const copy = far.map((event) => ({ ...event, ...odd }));
        const taken = await journal.take(stream, 'interview', copy, null);
        same(taken, { ok: false, error: { type: 'notCountable' } }, 'taken');
      }
      value(await journal.append(stream, 'interview', [said('mer')], null));
      same(await texts(journal, stream), ['mitt', 'mer'], 'texts');
    },
  },
  {
    name: 'a copy without the words takes none away',
    async run(journal) {
      const stream = newStream();
      const kept = value(await journal.append(stream, 'interview', [said('mitt')], null));
      const bare = kept.events.map((event) => ({ ...event, body: null }));
      value(await journal.take(stream, 'interview', bare, null));
      same(await texts(journal, stream), ['mitt'], 'texts');
    },
  },
  {
    name: 'an erased stream is gone, and its id can begin anew',
    async run(journal) {
      const stream = newStream();
      value(await journal.append(stream, 'interview', [said('bort')], { name: 'bort' }));
      value(await journal.draft(stream, 'interview', 'a', 'bort'));
      value(await journal.erase(stream));
      same(await journal.open(stream), undefined, 'opened');
      same(
        (await journal.list('interview')).some((each) => each.stream === stream),
        false,
        'listed',
      );
      value(await journal.append(stream, 'interview', [said('nytt')], null));
      same(await texts(journal, stream), ['nytt'], 'texts');
      same((await journal.open(stream))?.drafts, [], 'drafts');
    },
  },
  {
    name: 'listeners hear of every change until they leave',
    async run(journal) {
      const stream = newStream();
      const heard: StreamId[] = [];
      const leave = journal.subscribe((changed) => heard.push(changed));
      value(await journal.append(stream, 'log', [said('a')], null));
      value(await journal.take(stream, 'log', [], null));
      value(await journal.erase(stream));
      leave();
      value(await journal.append(stream, 'log', [said('b')], null));
      same(heard, [stream, stream, stream], 'heard');
    },
  },
];

/** Registers every case with a test runner; each gets a journal of its own. */
export function runJournalContract(
  name: string,
  open: (writer: Writer) => Promise<Journal>,
  test: (title: string, run: () => Promise<void>) => void,
): void {
  for (const each of journalContract) {
    test(`${name}: ${each.name}`, async () => {
      const writer = newWriter();
      await each.run(await open(writer), writer);
    });
  }
}

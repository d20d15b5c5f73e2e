import { describe, expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { agreed, must, started, written, wrote } from '../interview/fixture.ts';
import { continuedStreamOf } from '../interview/model/continued.ts';
import { continuedFacts, type HandoverFact } from '../interview/model/handover.ts';
import { InterviewSummary } from '../interview/model/summary.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { stamp, type JournalEvent, type Writer } from '../journal/model/event.ts';
import { merge } from '../journal/model/merge.ts';
import { listAssignments } from '../people/assignments.ts';
import type { AssignmentFact, Brief } from '../people/model/assignment.ts';
import { takeIn } from './take-in.ts';

const deps = fixedDeps();
const writer = (): Writer => ({
  author: newId(MemberId, systemRandom),
  device: newId(DeviceId, systemRandom),
});
const [karin, nils, sara] = [writer(), writer(), writer()];
const stream = newId(StreamId, systemRandom);
const brief: Brief = {
  participant: newId(StreamId, systemRandom),
  code: 'K-017',
  name: 'Elin Sand',
  contact: '070-174 06 05',
  contactNote: 'Aldrig efter sex.',
  language: 'sv',
  interpreter: false,
  protectedData: false,
  wave: 1,
  due: null,
  topics: ['Skolan'],
  relation: 'own',
};
const facts = {
  given: { type: 'AssignmentGiven', version: 1, data: { to: nils.author, brief, wish: 'none' } },
  toSara: {
    type: 'AssignmentHandedOver',
    version: 1,
    data: { to: sara.author, why: 'wish' },
  },
  toNils: {
    type: 'AssignmentHandedOver',
    version: 1,
    data: { to: nils.author, why: 'other' },
  },
  cancelled: { type: 'AssignmentEnded', version: 1, data: { how: 'cancelled' } },
  answered: {
    type: 'AssignmentAnswered',
    version: 1,
    data: { answer: 'accepted', on: '2026-11-22' },
  },
} satisfies Record<string, AssignmentFact>;
const more = (known: readonly JournalEvent[], fact: AssignmentFact, by = karin) =>
  merge(known, stamp([fact], stream, known, by, deps));
const given = more([], facts.given);
const passedOn = more(given, facts.toSara);

/** Nils's tablet after what came to it. */
async function tablet(...parcels: readonly (readonly JournalEvent[])[]) {
  const journal = openMemoryJournal(nils, deps);
  const take = async (events: readonly JournalEvent[]) =>
    must(await takeIn(journal, nils.author, 'assignment', stream, events, { supervises: false }));
  for (const parcel of parcels) await take(parcel);
  const all = JSON.stringify([await journal.list('assignment'), await journal.open(stream)]);
  return { journal, all, listed: await listAssignments(journal) };
}

describe('an assignment on an interviewer’s tablet', () => {
  it('brings the name and the contact to the one it is given to', async () => {
    const { listed } = await tablet(given);
    expect(listed).toMatchObject([{ to: nils.author, brief: { name: 'Elin Sand' } }]);
  });

  it('leaves only the code when it has passed on to somebody else', async () => {
    const { listed, all } = await tablet(given, passedOn);
    expect(listed).toMatchObject([{ to: sara.author, brief: { code: 'K-017', name: '' } }]);
    for (const word of ['Elin', '174 06 05', 'Aldrig', 'Skolan']) expect(all).not.toContain(word);
  });

  it('leaves only the code when it is called off, and taking it in again changes nothing', async () => {
    const off = more(given, facts.cancelled);
    const { listed, all } = await tablet(given, off, off, given);
    expect(listed).toMatchObject([{ ended: 'cancelled' }]);
    expect(all).not.toContain('Elin');
  });

  it('keeps what the person answered and this tablet had not sent', async () => {
    const { journal } = await tablet(given);
    const kept = await journal.append(stream, 'assignment', [facts.answered], {});
    must(kept);
    must(await takeIn(journal, nils.author, 'assignment', stream, passedOn, { supervises: false }));
    const types = (await journal.open(stream))?.events.map(({ type }) => type);
    expect(types).toContain('AssignmentAnswered');
  });

  it('is not erased before what this tablet has not sent is on its way', async () => {
    const { journal } = await tablet(given);
    must(await journal.append(stream, 'assignment', [facts.answered], {}));
    const sent: StreamId[] = [];
    const take = (isPacked: boolean) =>
      takeIn(journal, nils.author, 'assignment', stream, passedOn, {
        supervises: false,
        sendOwn: async (which) => {
          // What is packed is what stands here now.
          const said = (await journal.open(which))?.events.map(({ type }) => type);
          expect(said).toContain('AssignmentAnswered');
          sent.push(which);
          return isPacked;
        },
      });
    expect(await take(false)).toEqual({
      ok: false,
      error: { type: 'storeFailed', name: 'outbox' },
    });
    expect(JSON.stringify(await journal.open(stream))).toContain('Elin');
    must(await take(true));
    expect(JSON.stringify(await journal.open(stream))).not.toContain('Elin');
    must(await take(true));
    expect(sent).toEqual([stream, stream]);
  });

  it('comes back whole when it is handed back', async () => {
    const { listed } = await tablet(given, passedOn, more(passedOn, facts.toNils));
    expect(listed).toMatchObject([{ to: nils.author, brief: { name: 'Elin Sand' } }]);
  });

  it('is nothing at all where it was gone before it came, or was cleared away', async () => {
    expect((await tablet(passedOn)).listed).toEqual([]);
    const { journal } = await tablet(given, passedOn);
    must(await journal.erase(stream));
    must(await takeIn(journal, nils.author, 'assignment', stream, passedOn, { supervises: false }));
    expect(await listAssignments(journal)).toEqual([]);
  });

  it('stays whole with a supervisor', async () => {
    const journal = openMemoryJournal(karin, deps);
    must(await takeIn(journal, karin.author, 'assignment', stream, passedOn));
    expect(await listAssignments(journal)).toMatchObject([{ brief: { name: 'Elin Sand' } }]);
  });
});

describe('a half-done interview that is handed over', () => {
  const old = newId(StreamId, systemRandom);
  const handed: HandoverFact = {
    type: 'DraftHandedOver',
    version: 1,
    data: {
      to: nils.author,
      from: sara.author,
      interview: old,
      code: 'K-017',
      keptAt: 1,
      facts: [
        ...(continuedFacts(written([started(), agreed(), wrote('s2q1', 'Vi valde rum.')])) ?? []),
      ],
    },
  };
  const parcel = stamp([handed], stream, [], karin, deps);
  const take = (journal: ReturnType<typeof openMemoryJournal>, member: MemberId) =>
    takeIn(journal, member, 'handover', stream, parcel, { now: 5 });

  it('becomes an interview of the new interviewer’s own, once', async () => {
    const journal = openMemoryJournal(nils, deps);
    must(await take(journal, nils.author));
    must(await take(journal, nils.author));
    const [row, ...others] = await journal.list('interview');
    expect(others).toEqual([]);
    expect(row?.stream).toBe(continuedStreamOf(old, nils.author));
    expect(InterviewSummary.parse(row?.data)).toMatchObject({
      interviewer: nils.author,
      status: 'paused',
    });
    const events = (await journal.open(continuedStreamOf(old, nils.author)))?.events ?? [];
    expect(new Set(events.map(({ author }) => author))).toEqual(new Set([nils.author]));
    expect(JSON.stringify(events)).toContain('Vi valde rum.');
  });

  it('brings only what means something in an interview that goes on', async () => {
    const journal = openMemoryJournal(nils, deps);
    const more = [
      { type: 'RecordingStarted', version: 1, data: {} },
      { type: 'SomethingElse', version: 1, data: { words: 'Okänt' } },
    ];
    const data = { ...handed.data, facts: [...handed.data.facts, ...more] };
    const sent = stamp([{ ...handed, data }], stream, [], karin, deps);
    must(await takeIn(journal, nils.author, 'handover', stream, sent, { now: 5 }));
    const events = (await journal.open(continuedStreamOf(old, nils.author)))?.events ?? [];
    expect(events).toHaveLength(handed.data.facts.length);
  });

  it('does not come back where it was erased', async () => {
    const journal = openMemoryJournal(nils, deps);
    const erased = continuedStreamOf(old, nils.author);
    const wasErased = async (which: StreamId) => which === erased;
    must(await takeIn(journal, nils.author, 'handover', stream, parcel, { now: 5, wasErased }));
    expect(await journal.list('interview')).toEqual([]);
  });

  it('is nothing to anybody else', async () => {
    const journal = openMemoryJournal(karin, deps);
    must(await take(journal, karin.author));
    expect(await journal.list('interview')).toEqual([]);
    expect(await journal.list('handover')).toEqual([]);
  });
});

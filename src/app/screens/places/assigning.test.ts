import { expect, it, vi } from 'vitest';
import { fixedDeps, newId } from '../../../base/deps.ts';
import { StreamId } from '../../../base/ids.ts';
import { err, ok } from '../../../base/result.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { giveAssignment, listAssignments } from '../../../people/assignments.ts';
import { foldAssignment } from '../../../people/model/assignment.ts';
import { briefOf, givable } from '../../../people/model/givable.ts';
import { writeParticipant } from '../../../people/write.ts';
import type { Desk } from '../../port.ts';
import { fakeDesk, ME } from '../fixture.ts';
import { readAssigning, settleHeld } from './assigning.ts';
import { answeredTore, cameIn, CODE, given, registered, TORE } from './fixture.ts';
import { peopleIn } from './register.ts';

const ENDED = Date.parse('2026-03-01T10:00:00Z');

async function begun(own: Partial<Desk> = {}) {
  const deps = fixedDeps();
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const deliver = vi.fn<Desk['deliver']>(async () => ok('packed'));
  const desk = fakeDesk({ journal, deliver, ...own });
  const participant = await registered(journal, deps);
  const interview = newId(StreamId, deps.random);
  const assignment = await given(journal, deps, { participant, interview });
  const settle = () => settleHeld(desk);
  const held = async () => (await peopleIn(journal)).flatMap((each) => each.held);
  const ended = async () => (await listAssignments(journal)).map((each) => each.ended);
  const answered = (answer: 'accepted' | 'declined', on = '2026-02-01') =>
    answeredTore(journal, deps, assignment, answer, on);
  return { journal, deliver, participant, interview, assignment, answered, settle, held, ended };
}

it('ends an assignment when its interview has come in, and notes the talk once', async () => {
  const office = await begun();
  await cameIn(office.journal, office.interview, ENDED);
  await office.settle();
  expect(await office.held()).toEqual([{ wave: 1, interview: office.interview, on: '2026-03-01' }]);
  expect(await office.ended()).toEqual(['held']);
  expect(office.deliver.mock.calls).toEqual([
    ['shared', office.participant],
    ['assignment', office.assignment],
  ]);
  await office.settle();
  expect(await office.held()).toHaveLength(1);
  expect(office.deliver).toHaveBeenCalledTimes(2);
});

it('leaves what is half done or another’s as it is', async () => {
  const office = await begun();
  const deps = fixedDeps();
  await cameIn(office.journal, office.interview, ENDED, { revision: 0, status: 'talking' });
  const other = { bytes: (length: number) => new Uint8Array(length).fill(9) };
  await cameIn(office.journal, newId(StreamId, other), deps.clock.now());
  await office.settle();
  expect(await office.held()).toEqual([]);
  expect(await office.ended()).toEqual([null]);
  expect(office.deliver).not.toHaveBeenCalled();
});

it('does not end what it could not note', async () => {
  const office = await begun();
  await cameIn(office.journal, office.interview, ENDED);
  const { journal } = office;
  const refusing = fakeDesk({
    journal: {
      ...journal,
      append: (stream, kind, ...rest) =>
        kind === 'participant'
          ? Promise.resolve(err({ type: 'diskFull' }))
          : journal.append(stream, kind, ...rest),
    },
  });
  await settleHeld(refusing);
  expect(await office.ended()).toEqual([null]);
  await office.settle();
  expect(await office.ended()).toEqual(['held']);
  expect((await readAssigning(refusing)).cameIn.get(CODE)).toHaveLength(1);
});

it('what the interviewer was answered reaches the register, once, also when nobody had noted the offer', async () => {
  const office = await begun();
  await office.answered('declined');
  await office.settle();
  const offers = async () => (await peopleIn(office.journal)).flatMap((each) => each.offers);
  expect(await offers()).toMatchObject([
    { wave: 1, on: '2026-02-01', by: TORE, answer: { answer: 'declined', on: '2026-02-01' } },
  ]);
  await office.settle();
  expect(await offers()).toHaveLength(1);
  expect(office.deliver.mock.calls).toEqual([['shared', office.participant]]);
  await office.answered('accepted', '2026-02-09');
  await office.settle();
  expect(await offers()).toMatchObject([{ answer: { answer: 'accepted', on: '2026-02-09' } }]);
});

it('a later word in the register stands', async () => {
  const office = await begun();
  await office.answered('accepted');
  await office.settle();
  const [offer] = (await peopleIn(office.journal)).flatMap((each) => each.offers);
  const later = { offer: offer?.offer ?? '', answer: 'declined', on: '2026-03-03' } as const;
  await writeParticipant(office.journal, office.participant, [
    { type: 'OfferAnswered', version: 1, data: later },
  ]);
  await office.settle();
  const [now] = (await peopleIn(office.journal)).flatMap((each) => each.offers);
  expect(now?.answer).toEqual({ answer: 'declined', on: '2026-03-03' });
});

it('what a supervisor corrects or removes afterwards stands, also on the same day', async () => {
  const office = await begun();
  const { journal, participant } = office;
  const offers = async () => (await peopleIn(journal)).flatMap((each) => each.offers);
  const events = async () => (await journal.open(participant))?.events.length;
  await office.answered('declined');
  await office.settle();
  const offer = (await offers())[0]?.offer ?? '';
  const correct = (answer: 'accepted' | null) =>
    writeParticipant(journal, participant, [
      { type: 'OfferAnswered', version: 1, data: { offer, answer, on: '2026-02-01' } },
    ]);
  await correct('accepted');
  const known = await events();
  await office.settle();
  expect(await offers()).toMatchObject([{ answer: { answer: 'accepted' } }]);
  expect(await events()).toBe(known);
  await correct(null);
  await office.settle();
  expect(await offers()).toMatchObject([{ answer: null }]);
  await writeParticipant(journal, participant, [
    { type: 'OfferRemoved', version: 1, data: { offer } },
  ]);
  await office.settle();
  expect(await offers()).toEqual([]);
  // What the interviewer is answered after that is new.
  await office.answered('accepted');
  await office.settle();
  expect(await offers()).toMatchObject([{ answer: { answer: 'accepted', on: '2026-02-01' } }]);
});

it('writes every fact once, however often and however slowly it is asked', async () => {
  const deps = fixedDeps();
  const fast = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const journal = {
    ...fast,
    append: async (...args: Parameters<typeof fast.append>) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return fast.append(...args);
    },
  };
  const desk = fakeDesk({ journal });
  const people: StreamId[] = [];
  for (let each = 0; each < 3; each += 1) {
    const participant = await registered(journal, deps);
    const assignment = await given(journal, deps, { participant });
    await answeredTore(journal, deps, assignment, 'declined', '2026-02-01');
    people.push(participant);
  }
  await Promise.all([settleHeld(desk), settleHeld(desk), settleHeld(desk)]);
  for (const participant of people) {
    const written = (await journal.open(participant))?.events.map(({ type }) => type);
    expect(written).toEqual(['ParticipantAdded', 'OfferMade', 'OfferAnswered']);
  }
});

it('the same talk noted by two is one', async () => {
  const office = await begun();
  const data = { wave: 1, interview: office.interview, on: '2026-03-01' };
  const noted = { type: 'InterviewHeld', version: 1, data } as const;
  await writeParticipant(office.journal, office.participant, [noted]);
  await writeParticipant(office.journal, office.participant, [{ ...noted, data }]);
  expect(await office.held()).toEqual([data]);
});

it('a yes that the register has goes along with the assignment', async () => {
  const deps = fixedDeps();
  const journal = openMemoryJournal({ author: ME.member, device: ME.device }, deps);
  const stream = await registered(journal, deps);
  const offered = { offer: 'abcdef12', wave: 1, way: 'letter', on: '2026-01-02', by: ME.member };
  await writeParticipant(journal, stream, [
    { type: 'OfferMade', version: 1, data: { ...offered, way: 'letter' } },
    {
      type: 'OfferAnswered',
      version: 1,
      data: { offer: 'abcdef12', answer: 'accepted', on: '2026-01-09' },
    },
  ]);
  const [chosen] = givable(await peopleIn(journal), [], new Map());
  expect(chosen?.answer).toEqual({ answer: 'accepted', on: '2026-01-09' });
  if (!chosen) throw new Error('nobody to give');
  const brief = briefOf(chosen, { due: null, topics: [], relation: 'neverMet', way: 'Sms' });
  await giveAssignment(journal, { to: TORE, brief, wish: 'none' }, ME.member, deps, chosen.answer);
  const [listed] = await listAssignments(journal);
  expect(listed?.answer).toEqual({ answer: 'accepted', on: '2026-01-09' });
  const opened = listed && (await journal.open(listed.stream));
  expect(foldAssignment(opened?.events ?? [])?.answer).toEqual(listed?.answer);
});

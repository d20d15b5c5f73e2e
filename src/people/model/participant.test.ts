import { expect, it } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import { stamp } from '../../journal/model/event.ts';
import { foldAssignment, type AssignmentFact, type Brief } from './assignment.ts';
import {
  foldParticipant,
  ParticipantSummary,
  summariseParticipant,
  type Details,
  type ParticipantFact,
} from './participant.ts';

const deps = fixedDeps();
const author = newId(MemberId, deps.random);
const other = newId(MemberId, deps.random);
const DEVICE = newId(DeviceId, deps.random);
const journal = openMemoryJournal({ author, device: DEVICE }, deps);
const details: Details = {
  name: 'Elin Exempel',
  contact: { way: 'text', value: '070-000 00 00', note: 'Bara sms, dagtid.' },
  birthMonth: '2004-05',
  municipality: 'Storby',
  protectedData: false,
  language: 'sv',
  interpreter: false,
  ownWorkers: [author],
  otherWorkers: '',
  siblings: [],
};

it('is folded from what happened, and lists can do without opening it', async () => {
  const stream = newId(StreamId, deps.random);
  const facts: ParticipantFact[] = [
    { type: 'ParticipantAdded', version: 1, data: { code: 'K-017', details, batch: null } },
    {
      type: 'PlacementWritten',
      version: 1,
      data: {
        placement: {
          placement: 'aaaaaaaa',
          kind: 'fosterHome',
          from: '2012-03',
          to: '2022-06-10',
          municipality: 'Storby',
          ending: 'planned',
        },
      },
    },
    { type: 'ParticipantChanged', version: 1, data: { details: { municipality: 'Lillby' } } },
    {
      type: 'OfferMade',
      version: 1,
      data: { offer: 'bbbbbbbb', wave: 1, way: 'letter', on: '2026-10-01', by: author },
    },
    { type: 'ReminderSent', version: 1, data: { offer: 'bbbbbbbb', on: '2026-10-20' } },
    {
      type: 'OfferAnswered',
      version: 1,
      data: { offer: 'bbbbbbbb', answer: 'declined', on: '2026-10-21' },
    },
    {
      type: 'OfferAnswered',
      version: 1,
      data: { offer: 'bbbbbbbb', answer: 'accepted', on: '2026-10-25' },
    },
  ];
  await journal.append(stream, 'participant', facts, {});
  const events = (await journal.open(stream))?.events ?? [];
  const state = foldParticipant(events);
  expect(state?.details).toEqual({ ...details, municipality: 'Lillby' });
  expect(state?.placements).toHaveLength(1);
  expect(state?.offers).toMatchObject([
    { reminders: ['2026-10-20'], answer: { answer: 'accepted' } },
  ]);
  const summary = summariseParticipant(events);
  expect(ParticipantSummary.parse(summary)).toEqual(summary);
  expect(foldParticipant(events.slice(1))).toBeUndefined();
});

const made = {
  type: 'OfferMade',
  version: 1,
  data: { offer: 'bbbbbbbb', wave: 1, way: 'text', on: '2026-10-01', by: author },
} as const satisfies ParticipantFact;
const reminded = {
  type: 'ReminderSent',
  version: 1,
  data: { offer: 'bbbbbbbb', on: '2026-10-20' },
} as const satisfies ParticipantFact;
const removed = {
  type: 'OfferRemoved',
  version: 1,
  data: { offer: 'bbbbbbbb' },
} as const satisfies ParticipantFact;
const answered = (
  answer: 'accepted' | 'declined' | null,
  on: string,
  heard?: number,
): ParticipantFact => ({
  type: 'OfferAnswered',
  version: 1,
  data: {
    offer: 'bbbbbbbb',
    answer,
    on,
    ...(heard ? { heard: { assignment: StreamId.parse('f'.repeat(32)), answer: heard } } : {}),
  },
});
const after = (...facts: readonly ParticipantFact[]) => {
  const added: ParticipantFact = {
    type: 'ParticipantAdded',
    version: 1,
    data: { code: 'K-017', details, batch: null },
  };
  const stream = newId(StreamId, deps.random);
  return foldParticipant(stamp([added, ...facts], stream, [], { author, device: DEVICE }, deps));
};

it('an offer that two apps noted is one, and keeps what was said of it between', () => {
  expect(after(made, reminded, answered('declined', '2026-10-21'), made)?.offers).toEqual([
    {
      ...made.data,
      reminders: ['2026-10-20'],
      answer: { answer: 'declined', on: '2026-10-21' },
    },
  ]);
});

it('an offer that was removed is not made again by an app that had not seen that', () => {
  expect(after(made, removed, made, answered('declined', '2026-10-21', 1))?.offers).toEqual([]);
});

it('an answer given to an interviewer counts once, and what is corrected after it stands', () => {
  const first = answered('declined', '2026-10-21', 1);
  const corrected = answered('accepted', '2026-10-21');
  const [offer] = after(made, first, corrected, first)?.offers ?? [];
  expect(offer?.answer).toEqual({ answer: 'accepted', on: '2026-10-21' });
  expect(after(made, first, answered(null, '2026-10-21'), first)?.offers[0]?.answer).toBeNull();
  const again = answered('declined', '2026-10-21', 2);
  expect(after(made, first, corrected, again)?.offers[0]?.answer?.answer).toBe('declined');
  const late = answered('declined', '2026-10-19', 1);
  expect(after(made, corrected, late)?.offers[0]?.answer?.answer).toBe('accepted');
});

it('passes an assignment on and remembers every hand', async () => {
  const stream = newId(StreamId, deps.random);
  const brief: Brief = {
    participant: newId(StreamId, deps.random),
    code: 'K-017',
    name: 'Elin Exempel',
    contact: '070-000 00 00',
    contactNote: '',
    language: 'sv',
    interpreter: false,
    protectedData: false,
    wave: 1,
    due: null,
    topics: [],
    relation: 'own',
  };
  const facts: AssignmentFact[] = [
    { type: 'AssignmentGiven', version: 1, data: { to: author, brief, wish: 'none' } },
    { type: 'AssignmentHandedOver', version: 1, data: { to: other, why: 'left' } },
  ];
  await journal.append(stream, 'assignment', facts, {});
  const state = foldAssignment((await journal.open(stream))?.events ?? []);
  expect(state).toMatchObject({ to: other, hands: [author, other], ended: null });
});

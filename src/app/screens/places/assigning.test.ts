import { expect, it, vi } from 'vitest';
import { fixedDeps, newId } from '../../../base/deps.ts';
import { StreamId } from '../../../base/ids.ts';
import { err, ok } from '../../../base/result.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { listAssignments } from '../../../people/assignments.ts';
import type { Desk } from '../../port.ts';
import { fakeDesk, ME } from '../fixture.ts';
import { readAssigning, settleHeld } from './assigning.ts';
import { cameIn, CODE, given, registered } from './fixture.ts';
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
  const settle = async () => settleHeld(desk, await readAssigning(desk));
  const held = async () => (await peopleIn(journal)).flatMap((each) => each.held);
  const ended = async () => (await listAssignments(journal)).map((each) => each.ended);
  return { journal, deliver, participant, interview, assignment, settle, held, ended };
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
  await settleHeld(refusing, await readAssigning(refusing));
  expect(await office.ended()).toEqual([null]);
  await office.settle();
  expect(await office.ended()).toEqual(['held']);
  expect((await readAssigning(refusing)).cameIn.get(CODE)).toHaveLength(1);
});

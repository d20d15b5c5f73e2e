import { expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { stamp, type JournalEvent, type Writer } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import { foldAssignment, type AssignmentFact, type Brief } from './assignment.ts';

const deps = fixedDeps();
const writer = (): Writer => ({
  author: newId(MemberId, systemRandom),
  device: newId(DeviceId, systemRandom),
});
const [karin, nils, sara] = [writer(), writer(), writer()];
const stream = newId(StreamId, systemRandom);
const interview = newId(StreamId, systemRandom);
const brief: Brief = {
  participant: newId(StreamId, systemRandom),
  code: 'K-017',
  name: 'Elin Sand',
  contact: '070',
  contactNote: '',
  language: 'sv',
  interpreter: false,
  protectedData: false,
  wave: 1,
  due: null,
  topics: [],
  relation: 'own',
};
const given: AssignmentFact = {
  type: 'AssignmentGiven',
  version: 1,
  data: { to: nils.author, brief, wish: 'none' },
};
const toSara: AssignmentFact = {
  type: 'AssignmentHandedOver',
  version: 1,
  data: { to: sara.author, why: 'left' },
};
const begun: AssignmentFact = { type: 'AssignmentBegun', version: 1, data: { interview } };
const answered: AssignmentFact = {
  type: 'AssignmentAnswered',
  version: 1,
  data: { answer: 'declined', on: '2026-11-22' },
};
const after = (...said: readonly (readonly [Writer, AssignmentFact])[]): JournalEvent[] =>
  said.reduce<JournalEvent[]>(
    (known, [who, fact]) => merge(known, stamp([fact], stream, known, who, deps)),
    [],
  );

it('follows it from hand to hand to its end', () => {
  const ended: AssignmentFact = { type: 'AssignmentEnded', version: 1, data: { how: 'held' } };
  const all = after([karin, given], [karin, toSara], [sara, begun], [karin, ended]);
  expect(foldAssignment(all)).toMatchObject({
    to: sara.author,
    givenBy: karin.author,
    hands: [nils.author, sara.author],
    interview,
    ended: 'held',
  });
});

it('hears the one who has it and the supervisors, and no more the one who had it', () => {
  expect(foldAssignment(after([karin, given], [nils, answered]))?.answer?.answer).toBe('declined');
  expect(foldAssignment(after([karin, given], [karin, answered]))?.answer).not.toBeNull();
  expect(foldAssignment(after([karin, given], [nils, answered]))?.answers).toBe(1);
  // What the register knew already is nothing that an interviewer heard.
  expect(foldAssignment(after([karin, given], [karin, answered]))?.answers).toBe(0);
  const late = after([karin, given], [karin, toSara], [nils, answered], [nils, begun]);
  expect(foldAssignment(late)).toMatchObject({ answer: null, interview: null });
});

it('a yes that was recalled stays so, whichever of the two supervisors was heard first', () => {
  const allowed: AssignmentFact = {
    type: 'LastTalkAllowed',
    version: 1,
    data: { interview },
  };
  const recalled: AssignmentFact = { type: 'LastTalkRecalled', version: 1, data: {} };
  const lastTalk = (...said: readonly (readonly [Writer, AssignmentFact])[]) =>
    foldAssignment(after(...said))?.lastTalk;
  expect(lastTalk([karin, given])).toBeNull();
  expect(lastTalk([karin, given], [karin, allowed])).toEqual({ interview, recalled: false });
  const gone = { interview, recalled: true };
  expect(lastTalk([karin, given], [karin, allowed], [sara, recalled])).toEqual(gone);
  expect(lastTalk([karin, given], [karin, allowed], [sara, recalled], [karin, allowed])).toEqual(
    gone,
  );
});

it('begins with nothing but a giving', () => {
  expect(foldAssignment(after([nils, begun]))).toBeUndefined();
});

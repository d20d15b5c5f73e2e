import { expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { stamp } from '../../journal/model/event.ts';
import { caseOf, PlayedRun } from '../fixture.ts';
import { debriefOf, keptOf } from './debrief.ts';
import { foldGroup, type GroupFact } from './group.ts';
import { foldDebrief, type DebriefFact } from './kept-debrief.ts';
import { foldCase, publishedPart, summariseCase, type CaseFact } from './own-case.ts';

const tora = newId(MemberId, systemRandom);
const nils = newId(MemberId, systemRandom);
const say = (facts: readonly (CaseFact | GroupFact | DebriefFact)[], author = tora) =>
  stamp(
    facts,
    StreamId.parse('a'.repeat(32)),
    [],
    { author, device: newId(DeviceId, systemRandom) },
    fixedDeps(),
  );
const written = (text: string): CaseFact => ({
  type: 'CaseWritten',
  version: 1,
  data: { case: { text } },
});
const published = (version: number): CaseFact => ({
  type: 'CasePublished',
  version: 1,
  data: { version },
});
const withdrawn: CaseFact = { type: 'CaseWithdrawn', version: 1, data: {} };

it('a case is out as it stood when it was published, not as it is being written', () => {
  const events = say([written('ett'), published(1), written('två')]);
  expect(foldCase(events)).toMatchObject({
    by: tora,
    draft: { text: 'två' },
    published: { case: { text: 'ett' }, version: 1 },
  });
  expect(publishedPart(events)).toEqual(events.slice(0, 2));
  expect(JSON.stringify(publishedPart(events))).not.toContain('två');
});

it('nothing of a case leaves before it is published, and the withdrawal leaves too', () => {
  expect(publishedPart(say([written('ett')]))).toEqual([]);
  expect(summariseCase(say([written('ett')]))).toMatchObject({ published: null, isOut: false });
  const events = say([written('ett'), published(1), withdrawn, written('två')]);
  expect(publishedPart(events)).toEqual(events.slice(0, 3));
  expect(summariseCase(events)).toEqual({ by: tora, published: null, isOut: true });
  expect(foldCase(say([published(1)]))).toBeUndefined();
});

it('a group has its name and its members, each once', () => {
  const facts: GroupFact[] = [
    { type: 'GroupNamed', version: 1, data: { name: 'Hösten' } },
    { type: 'MemberAdded', version: 1, data: { member: nils } },
    { type: 'MemberAdded', version: 1, data: { member: nils } },
    { type: 'MemberAdded', version: 1, data: { member: tora } },
    { type: 'MemberRemoved', version: 1, data: { member: tora } },
    { type: 'GroupNamed', version: 1, data: { name: 'Våren' } },
  ];
  expect(foldGroup(say(facts))).toEqual({ by: tora, name: 'Våren', members: [nils] });
  expect(foldGroup(say(facts.slice(1)))).toBeUndefined();
});

it('a kept debrief has the last answer to each question, from the one who kept it', () => {
  const played = new PlayedRun(caseOf('Lina'));
  const made = debriefOf(caseOf('Lina'), played.events());
  if (!made) throw new Error('no debrief');
  const debrief = keptOf(made);
  const facts: DebriefFact[] = [
    { type: 'DebriefKept', version: 1, data: { debrief } },
    { type: 'ReflectionAdded', version: 1, data: { question: 0, text: 'Jag väntade inte.' } },
    { type: 'ReflectionAdded', version: 1, data: { question: 0, text: 'Jag väntade ut henne.' } },
  ];
  const kept = foldDebrief(say(facts, nils));
  expect(kept).toMatchObject({ by: nils, debrief: { case: 'case3' } });
  expect([...(kept?.reflections ?? [])]).toEqual([[0, 'Jag väntade ut henne.']]);
  expect(foldDebrief(say(facts.slice(1), nils))).toBeUndefined();
  const foreign = say(facts.slice(1), tora);
  expect(foldDebrief([...say(facts.slice(0, 1), nils), ...foreign])?.reflections.size).toBe(0);
});

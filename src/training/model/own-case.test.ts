import { expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../base/ids.ts';
import { stamp } from '../../journal/model/event.ts';
import { merge, verifyChain } from '../../journal/model/merge.ts';
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

it('leaves as it stands: what it was begun with and published before stays, and the chain holds', () => {
  const events = say([
    written('Karin på Ekvägen'),
    written('ett'),
    published(1),
    written('två'),
    published(2),
    written('fyra'),
  ]);
  const out = publishedPart(events);
  expect(JSON.stringify(out)).toContain('två');
  for (const words of ['Ekvägen', 'ett', 'fyra']) expect(JSON.stringify(out)).not.toContain(words);
  expect(verifyChain(out)).toEqual([]);
  const own = { by: tora, published: { case: { text: 'två' }, version: 2 }, version: 2 };
  expect(foldCase(out)).toMatchObject(own);
  // Whoever has an older copy keeps what was out then, and reads the new one.
  expect(foldCase(merge(publishedPart(events.slice(0, 3)), out))).toMatchObject(own);
  // A withdrawn one too is known for what it was.
  const gone = say([written('ett'), written('två'), published(1), withdrawn]);
  expect(summariseCase(publishedPart(gone))).toEqual({ by: tora, published: null, isOut: true });
  expect(JSON.stringify(publishedPart(gone))).not.toContain('ett');
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

import { expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId } from '../../base/ids.ts';
import { GuideRef } from '../../guide/model/guide.ts';
import { stamp, type JournalEvent } from '../../journal/model/event.ts';
import { foldSignoff, signoffStreamOf, summariseSignoff, type SignoffFact } from './signoff.ts';

const guide = GuideRef.parse({ id: 'default-guide', version: '1.0.0' });
const [nils, tora, tuva] = [0, 1, 2].map(() => newId(MemberId, systemRandom));
if (!nils || !tora || !tuva) throw new Error('three people');
const stream = signoffStreamOf(nils);
const signed: SignoffFact = {
  type: 'SignedOff',
  version: 1,
  data: { trainee: nils, guide, note: '' },
};
const takenBack: SignoffFact = {
  type: 'SignoffTakenBack',
  version: 1,
  data: { trainee: nils, reason: 'Vi övar mer.' },
};

function say(author: MemberId, facts: readonly SignoffFact[], known: readonly JournalEvent[] = []) {
  const writer = { author, device: newId(DeviceId, systemRandom) };
  return [...known, ...stamp(facts, stream, known, writer, fixedDeps())];
}

it('stands until a trainer takes it back, also another one, and can be given again', () => {
  const given = say(tora, [signed]);
  expect(foldSignoff(given)?.standing).toMatchObject([{ by: tora, guide }]);
  const gone = say(tuva, [takenBack], given);
  expect(foldSignoff(gone)).toMatchObject({
    standing: [],
    takenBack: { by: tuva, reason: 'Vi övar mer.' },
  });
  const again = say(tuva, [signed], gone);
  expect(foldSignoff(again)).toMatchObject({ standing: [{ by: tuva }], takenBack: null });
  expect(summariseSignoff(again)).toEqual({ trainee: nils, standing: 1 });
});

it('is nobody’s own word about themselves, and nobody’s who is no trainer', () => {
  expect(foldSignoff(say(nils, [signed]))?.standing).toEqual([]);
  const isTrainer = (member: MemberId) => member === tora;
  expect(foldSignoff(say(tuva, [signed]), isTrainer)?.standing).toEqual([]);
  expect(foldSignoff(say(tora, [signed]), isTrainer)?.standing).toHaveLength(1);
});

it('is about the one whose stream it is', () => {
  const other: SignoffFact = { ...signed, data: { ...signed.data, trainee: tuva } };
  expect(foldSignoff(say(tora, [other]))).toBeUndefined();
  expect(summariseSignoff(say(tora, [other]))).toBeUndefined();
});

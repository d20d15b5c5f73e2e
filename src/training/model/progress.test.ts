import { expect, it } from 'vitest';
import { fixedDeps, newId, systemRandom } from '../../base/deps.ts';
import { DeviceId, MemberId, type StreamId } from '../../base/ids.ts';
import { GuideRef } from '../../guide/model/guide.ts';
import { stamp } from '../../journal/model/event.ts';
import {
  foldProgress,
  summariseTraining,
  surveyStreamOf,
  trainingStreamOf,
  type TrainingFact,
} from './progress.ts';

const GUIDE = GuideRef.parse({ id: 'default-guide', version: '1.0.0' });
const nils = newId(MemberId, systemRandom);
const olle = newId(MemberId, systemRandom);
const done: TrainingFact = {
  type: 'ExerciseDone',
  version: 1,
  data: { module: 'm1', exercise: 'e1', right: 3, of: 4 },
};
const confirmed: TrainingFact = {
  type: 'ModuleConfirmed',
  version: 1,
  data: { module: 'm1', how: 'colleague', note: '' },
};
const finished: TrainingFact = {
  type: 'PracticeFinished',
  version: 1,
  data: {
    case: 'case3',
    caseVersion: 1,
    guide: GUIDE,
    reached: 4,
    of: 5,
    allMet: false,
  },
};
const shared: TrainingFact = { type: 'Shared', version: 1, data: {} };

const written = (author: MemberId, stream: StreamId, facts: readonly TrainingFact[]) =>
  stamp(facts, stream, [], { author, device: newId(DeviceId, systemRandom) }, fixedDeps());

it('tells what is done, and that it is shared only once it is', () => {
  const stream = trainingStreamOf(nils);
  const before = foldProgress(written(nils, stream, [done, confirmed, finished]));
  expect(before).toMatchObject({ by: nils, shared: false });
  expect(before?.exercises).toMatchObject([{ exercise: 'e1', right: 3 }]);
  expect(before?.confirmed).toMatchObject([{ module: 'm1', how: 'colleague' }]);
  expect(before?.finished).toMatchObject([{ case: 'case3', allMet: false }]);
  expect(summariseTraining(written(nils, stream, [done, shared]))).toEqual({
    by: nils,
    shared: true,
  });
});

it('is one’s own: nobody writes in a colleague’s, or in another stream', () => {
  const stream = trainingStreamOf(nils);
  expect(foldProgress(written(olle, stream, [confirmed]))).toBeUndefined();
  expect(foldProgress(written(nils, surveyStreamOf(nils), [confirmed]))).toBeUndefined();
  const own = written(nils, stream, [done]);
  const foreign = stamp(
    [confirmed, shared],
    stream,
    own,
    { author: olle, device: newId(DeviceId, systemRandom) },
    fixedDeps(),
  );
  expect(foldProgress([...own, ...foreign])).toMatchObject({ confirmed: [], shared: false });
  expect(foldProgress([])).toBeUndefined();
});

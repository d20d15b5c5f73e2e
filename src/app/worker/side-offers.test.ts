import { expect, it } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { MemberId, StreamId } from '../../base/ids.ts';
import {
  agreed,
  IDA,
  INTERVIEW,
  memoryJournal,
  openSession,
  started,
} from '../../interview/fixture.ts';
import type { ConcernSummary } from '../../interview/model/concern.ts';
import { ownConcerns, soundToSend } from './side-offers.ts';

const row = (data: unknown) => ({
  stream: newId(StreamId, systemRandom),
  kind: 'sound' as const,
  data,
  changed: 1,
});

it('offers the drafts for reports of one’s own, and nobody else’s', () => {
  const concern: ConcernSummary = {
    kind: 'concern',
    author: IDA.author,
    interview: null,
    code: null,
    begunAt: 1,
    handedOverAt: null,
  };
  const own = row(concern);
  const others = row({ ...concern, author: newId(MemberId, systemRandom) });
  expect(ownConcerns([others, own, row('unreadable')], IDA.author)).toEqual([own]);
});

it('sends the sound of this interview while the yes to it holds', async () => {
  const journal = memoryJournal();
  const session = await openSession([started()], journal);
  const recording = row({ interview: INTERVIEW });
  const listed = [recording, row({ interview: newId(StreamId, systemRandom) })];
  await session.act([agreed(['participate', 'notes', 'audio'])]);
  expect(await soundToSend(journal, listed, INTERVIEW)).toEqual([recording]);
  await session.act([agreed(['participate', 'notes'])]);
  expect(await soundToSend(journal, listed, INTERVIEW)).toEqual([]);
});

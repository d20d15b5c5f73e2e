import { expect, it } from 'vitest';
import { fixedDeps } from '../../base/deps.ts';
import { QuestionId } from '../../base/ids.ts';
import { stamp } from '../../journal/model/event.ts';
import { partingCheck, type PartingRows } from '../../parcel/model/policy.ts';
import { caseOf, PlayedRun, RUN } from '../fixture.ts';
import { IDA } from '../../interview/fixture.ts';
import { debriefOf, keptOf, type Debrief } from './debrief.ts';
import type { DebriefFact } from './kept-debrief.ts';
import {
  CASE_POLICY,
  DEBRIEF_POLICY,
  GROUP_POLICY,
  PRACTICE_POLICY,
  SIGNOFF_POLICY,
  SURVEY_POLICY,
  TRAINING_POLICY,
} from './policy.ts';

/* What stays on the tablet fits no parcel's table; tsc fails here if it ever does. */
// @ts-expect-error a practice run
export const run: PartingRows = PRACTICE_POLICY;
// @ts-expect-error what somebody expects and fears
export const survey: PartingRows = SURVEY_POLICY;
export const may: readonly PartingRows[] = [
  TRAINING_POLICY,
  DEBRIEF_POLICY,
  SIGNOFF_POLICY,
  CASE_POLICY,
  GROUP_POLICY,
];

export const withWords = (debrief: Debrief): DebriefFact => ({
  type: 'DebriefKept',
  version: 1,
  // @ts-expect-error the trainee's own questions are not kept
  data: { debrief },
});

it('lets a debrief leave, and not one event of the run it comes from', () => {
  const played = new PlayedRun(caseOf('Saga'));
  const question = QuestionId.parse('s1q1');
  const data = { question, how: 'own', probe: null, text: 'Berätta!', judged: null } as const;
  played.fact({ type: 'QuestionPut', version: 1, data });
  const events = played.events();
  const debrief = debriefOf(caseOf('Saga'), events);
  if (!debrief) throw new Error('no debrief');
  const kept: DebriefFact = { type: 'DebriefKept', version: 1, data: { debrief: keptOf(debrief) } };
  const leaving = stamp([kept], RUN, [], IDA, fixedDeps());
  expect(() => partingCheck(leaving, DEBRIEF_POLICY)).not.toThrow();
  for (const rows of may) {
    for (const event of events.run) {
      expect(() => partingCheck([event], rows)).toThrow('may not leave');
    }
  }
  expect(() => partingCheck(events.run, PRACTICE_POLICY)).toThrow('stays on the tablet');
});

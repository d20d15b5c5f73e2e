import { newId, type Random } from '../base/deps.ts';
import { StreamId, type MemberId, type Millis, type TrackId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { Guide } from '../guide/model/guide.ts';
import { routeOf } from '../guide/model/route.ts';
import type { Journal, StoreProblem } from '../journal/model/port.ts';
import { NOTHING_NOTED, type CircumstancesFact } from './model/circumstances.ts';
import type { InterviewFact } from './model/event.ts';
import type { InterviewSummary } from './model/summary.ts';

/** Starts an interview: pins the guide, and is on disk before anything of it is shown. */
export async function beginInterview(
  journal: Journal,
  input: {
    readonly interviewer: MemberId;
    readonly code: string;
    readonly guide: Guide;
    readonly track: TrackId;
    /** Which talk with this person it is, when it begins from an assignment. */
    readonly wave?: number;
    /** Known beforehand, from an assignment: it stands there from the first moment on, or nothing is begun. */
    readonly protectedData?: boolean;
    /** The two have not met yet: the interview begins with its preparation. */
    readonly prepare?: boolean;
  },
  deps: { readonly random: Random; readonly now: Millis },
): Promise<Result<StreamId, StoreProblem>> {
  const { interviewer, code, guide, track } = input;
  const stream = newId(StreamId, deps.random);
  const ref = { id: guide.id, version: guide.version };
  const prepare = input.prepare ?? false;
  const facts: (InterviewFact | CircumstancesFact)[] = [
    { type: 'InterviewStarted', version: 1, data: { code, guide: ref, track, ...waveOf(input) } },
  ];
  if (input.protectedData) {
    const data = { ...NOTHING_NOTED, protectedData: true };
    facts.push({ type: 'CircumstancesNoted', version: 1, data });
  }
  if (prepare) facts.push({ type: 'PreparationBegun', version: 1, data: {} });
  const summary: InterviewSummary = {
    code,
    interviewer,
    guide: ref,
    track,
    status: prepare ? 'preparing' : 'talking',
    startedAt: deps.now,
    completedAt: null,
    endedAt: null,
    promised: [],
    done: 0,
    of: routeOf(guide, track).order.length,
    flags: 0,
    flaggedAt: null,
    unsettled: 0,
    revision: 0,
    wave: input.wave ?? null,
    mayAsk: null,
  };
  const kept = await journal.append(stream, 'interview', facts, summary);
  return kept.ok ? ok(stream) : kept;
}

const waveOf = ({ wave }: { readonly wave?: number }): { readonly wave?: number } =>
  wave === undefined ? {} : { wave };

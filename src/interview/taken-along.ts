import type { QuestionId } from '../base/ids.ts';
import { ok, type Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import {
  askedDuring,
  saidAgainIn,
  writtenTo,
  type SaidAgain,
  type Stretch,
} from './model/said-again.ts';
import type { SegmentId } from './model/transcript.ts';
import { ownWords } from './read-back.ts';
import type { InterviewSession } from './session.ts';
import { TranscriptSession, type TranscriptPorts } from './transcript-session.ts';

/** What stands in the transcript of what is about to be taken back. */
export interface Along {
  readonly transcript: TranscriptSession;
  /** What is taken back, in every version of it. */
  readonly words: readonly string[];
  readonly found: readonly SaidAgain[];
}

/**
 * Looks in the transcript, also in what a crash left half-typed there. Null when there is none on this device.
 * @param taken `words`: a passage of the answers; left out where they go as a whole. `stretch`: sound that goes too.
 */
export async function findAlong(
  ports: TranscriptPorts,
  session: InterviewSession,
  taken: {
    readonly questions: readonly QuestionId[];
    readonly words?: readonly string[];
    /** What goes besides the answers. */
    readonly more?: readonly string[];
    readonly stretch?: Stretch | undefined;
  },
): Promise<Along | null> {
  const transcript = await TranscriptSession.open(ports, session.stream);
  // What can't be kept as a fact now is shown and asked about all the same: taking it back tries again.
  await transcript?.settleAll();
  if (!transcript) return null;
  const { questions, stretch } = taken;
  const typed = questions.flatMap((id) => [session.answer(id).text, ownWords(session, id)]);
  const told = taken.words ?? [...writtenTo(session.events(), questions), ...typed];
  const words = [...told, ...(taken.more ?? [])];
  const stretches = stretch ? [stretch] : askedDuring(session.events(), questions);
  const whole = taken.words === undefined;
  return {
    transcript,
    words,
    found: saidAgainIn(transcript.snapshot(), { words, stretches, whole }),
  };
}

/** Those that go unless the person says otherwise. */
export const goingOf = (along: Along | null): SegmentId[] =>
  along?.found.flatMap(({ goes, segment }) => (goes ? [segment.segment] : [])) ?? [];

/**
 * Erases these segments, and what older versions of others held of the words. Before the interview's own words: after
 * a crash in between they still stand there, and are taken back again.
 */
export const takeAlong = (
  along: Along | null,
  segments: readonly SegmentId[],
): Promise<Result<Saved, StoreProblem>> =>
  along ? along.transcript.takeBack(segments, along.words) : Promise.resolve(ok('both'));

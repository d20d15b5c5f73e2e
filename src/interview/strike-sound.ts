import type { StreamId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import { factsOf } from './model/sound-note.ts';
import { recordingsOf, type StrikeReason } from './model/sound.ts';
import { ownWordsKey } from './model/take-back.ts';
import type { SegmentId } from './model/transcript.ts';
import { eventsToErase, flagsWithoutWords, type Written } from './model/written-then.ts';
import type { InterviewSession } from './session.ts';
import type { SoundPorts } from './sound-ports.ts';
import { takeAlong, type Along } from './taken-along.ts';
import { erasePlacement } from './timeline.ts';

export interface Strike {
  readonly recording: StreamId;
  /** Milliseconds of sound. */
  readonly from: number;
  readonly to: number;
  readonly reason: StrikeReason;
  /** What goes with it of what was written while this was said. */
  readonly written?: readonly Written[];
  /** What the transcript has of it, and which segments of it go. */
  readonly along?: Along | null;
  readonly segments?: readonly SegmentId[];
}

/**
 * Strikes out a stretch: the words written then, what a transcript has of it, and the sound with its keys. The log
 * keeps when, how long and which kind of reason. Words first: of all that can fail on the way, they are what is read.
 */
export async function strikeSound(
  session: InterviewSession,
  sound: SoundPorts,
  strike: Strike,
): Promise<Result<Saved, StoreProblem>> {
  const { recording, from, reason, written = [] } = strike;
  const running = sound.desk.current();
  // The second that is being recorded must be on disk, or it would come after the strike.
  const heard = running?.recording === recording ? await running.flush() : strike.to;
  const to = Math.max(strike.to, running?.recording === recording && strike.to > heard ? heard : 0);
  const along = await takeAlong(strike.along ?? null, strike.segments ?? []);
  if (!along.ok) return along;
  const taken = await takeWritten(session, written);
  if (!taken.ok) return taken;
  const struck = await sound.strike(recording, from, to);
  if (!struck.ok) return struck;
  return session.act([
    {
      type: 'SoundStruck',
      version: 1,
      data: { recording, from: Math.round(from), to: Math.round(to), reason },
    },
  ]);
}

/** Erases what was written: answers and placements whole, and of the rest what was written then. */
async function takeWritten(
  session: InterviewSession,
  written: readonly Written[],
): Promise<Result<Saved, StoreProblem>> {
  const questions = written.flatMap((each) => (each.kind === 'answer' ? [each.question] : []));
  if (questions.length > 0) {
    const taken = await session.takeBack(questions);
    if (!taken.ok) return taken;
  }
  for (const each of written) {
    if (each.kind !== 'placement') continue;
    const erased = await erasePlacement(session, each.placement.placement);
    if (!erased.ok) return erased;
  }
  return session.retract(
    (events) => eventsToErase(events, written),
    () => flagsWithoutWords(session.events(), written),
    written.flatMap((each) => (each.kind === 'ownWords' ? [ownWordsKey(each.question)] : [])),
  );
}

/**
 * A crash or a lock leaves a recording without an end: what is on disk says where it was, and what was missing behind
 * the lock.
 */
export async function endForgotten(session: InterviewSession, sound: SoundPorts): Promise<void> {
  const open = recordingsOf(session.events()).filter(
    ({ recording, ms }) => ms === null && sound.desk.current()?.recording !== recording,
  );
  if (open.length === 0) return;
  const cards = await sound.cards();
  for (const known of open) {
    const { recording } = known;
    const card = cards.find((each) => each.recording === recording);
    const ms = card?.ms ?? 0;
    const notes = card ? await sound.notes(recording) : [];
    await session.act([
      { type: 'RecordingEnded', version: 1, data: { recording, ms } },
      ...factsOf(notes, ms, known),
    ]);
  }
}

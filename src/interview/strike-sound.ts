import { ok, type Result } from '../base/result.ts';
import type { QuestionId, StreamId } from '../base/ids.ts';
import { RETRACTED } from '../journal/model/event.ts';
import type { Journal, Saved, StoreProblem } from '../journal/model/port.ts';
import { recordingsOf, type StrikeReason } from './model/sound.ts';
import { TranscriptFact, TranscriptSummary } from './model/transcript.ts';
import type { InterviewSession } from './session.ts';
import type { SoundPorts } from './sound-ports.ts';

export interface Strike {
  readonly recording: StreamId;
  /** Milliseconds of sound. */
  readonly from: number;
  readonly to: number;
  readonly reason: StrikeReason;
  /** Whose answers go with it: what was written while this was said. */
  readonly questions: readonly QuestionId[];
}

/**
 * Strikes out a stretch: the words written then, what a transcript has of it, and the sound with its keys. The log
 * keeps when, how long and which kind of reason. Words first: of all that can fail on the way, they are what is read.
 */
export async function strikeSound(
  session: InterviewSession,
  journal: Journal,
  sound: SoundPorts,
  strike: Strike,
): Promise<Result<Saved, StoreProblem>> {
  const { recording, from, reason, questions } = strike;
  const running = sound.desk.current();
  // The second that is being recorded must be on disk, or it would come after the strike.
  const heard = running?.recording === recording ? await running.flush() : strike.to;
  const to = Math.max(strike.to, running?.recording === recording && strike.to > heard ? heard : 0);
  if (questions.length > 0) {
    const taken = await session.takeBack(questions);
    if (!taken.ok) return taken;
  }
  const written = await strikeTranscripts(session, journal, from, to);
  if (!written.ok) return written;
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

/** Segments name a time and no recording, so where there are several recordings only a person can tell which. */
async function strikeTranscripts(
  session: InterviewSession,
  journal: Journal,
  from: number,
  to: number,
): Promise<Result<Saved, StoreProblem>> {
  if (recordingsOf(session.events()).length !== 1) return ok('both');
  for (const { stream, data } of await journal.list('transcript')) {
    if (TranscriptSummary.safeParse(data).data?.interview !== session.stream) continue;
    const events = (await journal.open(stream))?.events ?? [];
    const told = events.flatMap((event) => {
      const fact = TranscriptFact.safeParse({ ...event, data: event.body?.data }).data;
      return fact?.type === 'SegmentWritten' ? [{ id: event.id, data: fact.data }] : [];
    });
    const touched = new Set(
      told.flatMap(({ data: { segment, from: begin, to: end } }) =>
        begin !== null && begin < to && (end ?? begin) >= from ? [segment] : [],
      ),
    );
    if (touched.size === 0) continue;
    // Every version of a segment: an earlier one had the same words.
    const ids = told.filter((each) => touched.has(each.data.segment)).map(({ id }) => id);
    const facts = [
      { type: RETRACTED, version: 1, data: { events: ids } },
      ...[...touched].map((segment) => ({ type: 'SegmentRemoved', version: 1, data: { segment } })),
    ];
    const kept = await journal.append(stream, 'transcript', facts, data);
    if (!kept.ok) return kept;
  }
  return ok('both');
}

/** A crash leaves a recording without an end: what is on disk says where it was. */
export async function endForgotten(session: InterviewSession, sound: SoundPorts): Promise<void> {
  const open = recordingsOf(session.events()).filter(
    ({ recording, ms }) => ms === null && sound.desk.current()?.recording !== recording,
  );
  if (open.length === 0) return;
  const cards = await sound.cards();
  await session.act(
    open.map(({ recording }) => ({
      type: 'RecordingEnded',
      version: 1,
      data: { recording, ms: cards.find((card) => card.recording === recording)?.ms ?? 0 },
    })),
  );
}

import * as z from 'zod/mini';
import { QuestionId, StreamId, type Millis } from '../../base/ids.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { fact } from '../../journal/model/fact.ts';

/** Milliseconds of sound. */
export const Ms = z.int().check(z.nonnegative());

/** Why no sound came, as far as the tablet knows. */
export const SoundGap = z.enum([
  'paused',
  'silentMicrophone',
  'microphoneTaken',
  'tabletSlept',
  'notKept',
]);
export type SoundGap = z.infer<typeof SoundGap>;

export const StrikeReason = z.enum(['participant', 'thirdPerson', 'mistake']);
export type StrikeReason = z.infer<typeof StrikeReason>;

/**
 * What the interview knows of its sound; the slices themselves are sealed beside the journal. Places in a recording
 * are milliseconds of sound from its beginning: a pause takes no place.
 */
export const SoundFact = z.discriminatedUnion('type', [
  fact('RecordingStarted', { recording: StreamId, mime: z.string() }),
  fact('RecordingEnded', { recording: StreamId, ms: Ms }),
  /** A question was asked here; null: a place marked by hand. */
  fact('SoundMarked', { recording: StreamId, at: Ms, question: z.nullable(QuestionId) }),
  /** No sound came. `lasted`: how long by the clock, where it took no place in the recording. */
  fact('SoundMissing', {
    recording: StreamId,
    from: Ms,
    to: Ms,
    why: SoundGap,
    lasted: z.optional(Ms),
  }),
  /** Struck out on the person's wish: the slices and their key are gone. */
  fact('SoundStruck', { recording: StreamId, from: Ms, to: Ms, reason: StrikeReason }),
]);
export type SoundFact = z.infer<typeof SoundFact>;

export function missing(
  recording: StreamId,
  why: SoundGap,
  from: number,
  to: number,
  lasted?: number,
): SoundFact {
  const data = { recording, from, to, why };
  const clocked = lasted === undefined ? data : { ...data, lasted: Math.round(lasted) };
  return { type: 'SoundMissing', version: 1, data: clocked };
}

export const mark = (recording: StreamId, at: number, question: QuestionId | null): SoundFact => ({
  type: 'SoundMarked',
  version: 1,
  data: { recording, at, question },
});

type DataOf<T extends SoundFact['type']> = Extract<SoundFact, { type: T }>['data'];
type Placed<T extends SoundFact['type']> = Omit<DataOf<T>, 'recording'> & { readonly now: Millis };

/** `isLate`: written down when the recording had ended, so its `now` says nothing of when. */
export type MissingSound = Placed<'SoundMissing'> & { readonly isLate: boolean };

/** The tablet was switched off in it: what has an end has a length, or is a place where sound was refused. */
export const goesToTheEnd = ({ why, lasted }: MissingSound): boolean =>
  lasted === undefined && why !== 'notKept';

/** One recording as the interview tells it: what a time line shows, and what a supervisor must see. */
export interface RecordingState {
  readonly recording: StreamId;
  readonly mime: string;
  readonly startedAt: Millis;
  /** Null while it goes on, and after a crash until somebody looks. */
  readonly ms: number | null;
  readonly marks: readonly Placed<'SoundMarked'>[];
  readonly missing: readonly MissingSound[];
  readonly struck: readonly Placed<'SoundStruck'>[];
}

const soundFactOf = (event: JournalEvent): SoundFact | undefined =>
  event.body === null ? undefined : SoundFact.safeParse({ ...event, data: event.body.data }).data;

/** In the order in which they were begun. `events` in reading order. */
export function recordingsOf(events: readonly JournalEvent[]): readonly RecordingState[] {
  const all = new Map<StreamId, RecordingState>();
  for (const event of events) {
    const told = soundFactOf(event);
    if (!told) continue;
    const { recording } = told.data;
    const known = all.get(recording);
    if (told.type === 'RecordingStarted') {
      const { mime } = told.data;
      const begun = { recording, mime, startedAt: event.at, ms: null };
      all.set(recording, known ?? { ...begun, marks: [], missing: [], struck: [] });
    } else if (known) {
      all.set(recording, after(known, told, event.at));
    }
  }
  return [...all.values()];
}

function after(
  known: RecordingState,
  told: Exclude<SoundFact, { type: 'RecordingStarted' }>,
  now: Millis,
): RecordingState {
  switch (told.type) {
    case 'RecordingEnded':
      return { ...known, ms: told.data.ms };
    case 'SoundMarked':
      return { ...known, marks: [...known.marks, { ...told.data, now }] };
    case 'SoundMissing':
      return {
        ...known,
        missing: [...known.missing, { ...told.data, now, isLate: known.ms !== null }],
      };
    case 'SoundStruck':
      return { ...known, struck: [...known.struck, { ...told.data, now }] };
  }
}

const Asked = z.object({ question: QuestionId });

/** The question that an event of the talk is about; undefined when it is about none, or was taken back. */
export const questionOf = (event: JournalEvent): QuestionId | undefined =>
  Asked.safeParse(event.body?.data).data?.question;

/** What a recording says of itself in the stream that carries it to the office: no word, and no person. */
export const RecordingFact = z.discriminatedUnion('type', [
  fact('SoundKept', { interview: StreamId, mime: z.string() }),
  /** A stretch is gone; the parcel with it replaces the one before. */
  fact('SoundCut', { from: Ms, to: Ms }),
]);
export type RecordingFact = z.infer<typeof RecordingFact>;

/** What lists show of a recording's stream. */
export const RecordingSummary = z.object({ interview: StreamId });
export type RecordingSummary = z.infer<typeof RecordingSummary>;

/** Undefined when the events, in reading order, do not begin a recording. */
export function summariseRecording(events: readonly JournalEvent[]): RecordingSummary | undefined {
  const [first] = events;
  const kept = first && RecordingFact.safeParse({ ...first, data: first.body?.data }).data;
  return kept?.type === 'SoundKept' ? { interview: kept.data.interview } : undefined;
}

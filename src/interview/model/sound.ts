import * as z from 'zod/mini';
import { QuestionId, StreamId } from '../../base/ids.ts';
import { fact } from './fact.ts';

const Ms = z.int().check(z.nonnegative());

/**
 * What the interview knows of its sound; the slices themselves are sealed beside the journal. Places in a recording
 * are milliseconds from its beginning.
 */
export const SoundFact = z.discriminatedUnion('type', [
  fact('RecordingStarted', { recording: StreamId, mime: z.string() }),
  fact('RecordingEnded', { recording: StreamId, ms: Ms }),
  /** A question was asked here; null: a place marked by hand. */
  fact('SoundMarked', { recording: StreamId, at: Ms, question: z.nullable(QuestionId) }),
  /** No sound came: why, as far as the tablet knows. */
  fact('SoundMissing', {
    recording: StreamId,
    from: Ms,
    to: Ms,
    why: z.enum(['paused', 'silentMicrophone', 'microphoneTaken', 'tabletSlept', 'notKept']),
  }),
  /** Struck out on the person's wish: the slices and their key are gone. */
  fact('SoundStruck', {
    recording: StreamId,
    from: Ms,
    to: Ms,
    reason: z.enum(['participant', 'thirdPerson', 'mistake']),
  }),
]);
export type SoundFact = z.infer<typeof SoundFact>;

import type { StreamId } from '../../../base/ids.ts';
import type { InterviewPorts } from '../ports.ts';

/** What the transcript needs beside what a talk needs. */
export interface TranscriptPorts extends Pick<InterviewPorts, 'journal' | 'deps' | 'sound'> {
  /** Seals it into the outbox. */
  readonly deliver: (transcript: StreamId) => Promise<boolean>;
  readonly saveFile: (transcript: StreamId) => Promise<'saved' | 'notMade'>;
  readonly onBack: () => void;
}

import type { Deps } from '../../base/deps.ts';
import type { MemberId, StreamId } from '../../base/ids.ts';
import type { Journal } from '../../journal/model/port.ts';
import type { SoundPorts } from '../sound-ports.ts';

/** What the interview screens get from app/: they reach nothing else. */
export interface InterviewPorts {
  /** Who interviews. */
  readonly interviewer: MemberId;
  readonly journal: Journal;
  readonly deps: Deps;
  /** Seals a parcel into the outbox; a problem is shown by the port's owner and never loses the interview. */
  readonly deliver: (
    kind: 'interview' | 'safety' | 'concern' | 'transcript' | 'withdrawal',
    stream: StreamId,
  ) => Promise<void>;
  /** Saves the interview as one sealed file, when the outbox or the database can't be trusted. */
  readonly saveFile: (stream: StreamId) => Promise<'saved' | 'notMade'>;
  /** Absent in practice, where no sound is recorded. */
  readonly sound?: SoundPorts | undefined;
  /** Locks the tablet; null where there is nothing to lock, as in practice. */
  readonly onLock: (() => void) | null;
  readonly onHome: () => void;
  /** From the memo back to a question. */
  readonly onTalk: (stream: StreamId) => void;
  readonly onAfter: (stream: StreamId) => void;
  /** To a draft for a report, which lies in a stream of its own. */
  readonly onConcern: (stream: StreamId) => void;
  /** To where an interview is written out word for word. */
  readonly onTranscript: (stream: StreamId) => void;
}

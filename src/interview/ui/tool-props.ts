import type { QuestionId } from '../../base/ids.ts';
import type { Question } from '../../guide/model/guide.ts';
import type { InterviewSession } from '../session.ts';
import type { InterviewPorts } from './ports.ts';

/* Apart from the tables of the tools, which name every screen that gets these. */

/** What every tool of a talk gets. It covers the talk until it calls `onClose`, and the question stays where it was. */
export interface ToolProps {
  readonly session: InterviewSession;
  readonly question: Question;
  readonly ports: InterviewPorts;
  readonly onClose: () => void;
  /** Closes the tool and goes to a question. */
  readonly onGo: (question: QuestionId) => void;
  /** Moves the talk while the tool stays open, as the buttons at the foot of the talk do. */
  readonly onMove: (how: 'previous' | 'next' | 'skip') => void;
  readonly onPause: () => void;
  readonly onStop: () => void;
}

/** What every part of the screen after the talk gets; a part with nothing to show shows nothing. */
export interface AfterPartProps {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
}

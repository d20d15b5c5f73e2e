import { type ComponentType, type LazyExoticComponent } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import type { Question } from '../../guide/model/guide.ts';
import type { InterviewSession } from '../session.ts';
import type { toolTexts } from '../../i18n/tools.ts';
import type { InterviewPorts } from './ports.ts';

/** What every tool of a talk gets. It covers the talk until it calls `onClose`, and the question stays where it was. */
export interface ToolProps {
  readonly session: InterviewSession;
  readonly question: Question;
  readonly ports: InterviewPorts;
  readonly onClose: () => void;
  /** Closes the tool and goes to a question. */
  readonly onGo: (question: QuestionId) => void;
  readonly onPause: () => void;
  readonly onStop: () => void;
}

export interface Tool {
  readonly label: Exclude<keyof typeof toolTexts.sv, 'tools' | 'toolsNone' | 'toTools' | 'close'>;
  readonly Screen: LazyExoticComponent<ComponentType<ToolProps>>;
}

/** All tools, in the order in which they are offered; each is loaded when it is opened. */
export const TOOLS: readonly Tool[] = [];

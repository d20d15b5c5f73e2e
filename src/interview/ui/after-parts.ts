import { type ComponentType, type LazyExoticComponent } from 'react';
import type { InterviewSession } from '../session.ts';
import type { InterviewPorts } from './ports.ts';

/** What every part of the screen after the talk gets; a part with nothing to show shows nothing. */
export interface AfterPartProps {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
}

export interface AfterPart {
  readonly id: string;
  readonly Part: LazyExoticComponent<ComponentType<AfterPartProps>>;
  /** Also when the interview is completed: what is promised to the person goes on. */
  readonly whenCompleted: boolean;
}

/** What stands before the memo on the screen after the talk, in this order. */
export const AFTER_PARTS: readonly AfterPart[] = [];

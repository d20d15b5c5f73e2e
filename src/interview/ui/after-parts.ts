import { type ComponentType, type LazyExoticComponent } from 'react';
import type { InterviewSession } from '../session.ts';
import type { InterviewPorts } from './ports.ts';

/** What every part of the screen after the talk gets; a part with nothing to show shows nothing. */
export interface AfterPartProps {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
}

/** What stands before the memo on the screen after the talk, in this order. */
export const AFTER_PARTS: readonly LazyExoticComponent<ComponentType<AfterPartProps>>[] = [];

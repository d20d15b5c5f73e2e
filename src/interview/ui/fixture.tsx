import { fixedDeps, type Deps } from '../../base/deps.ts';
import type { Guide } from '../../guide/model/guide.ts';
import type { Journal } from '../../journal/model/port.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import {
  aged,
  agreed,
  ended,
  GUIDE,
  IDA,
  memoryJournal,
  openSession,
  started,
} from '../fixture.ts';
import type { InterviewSession } from '../session.ts';
import type { InterviewPorts } from './ports.ts';

/* An open interview and ports that note what the screens asked of them, for the tests of these screens. */

/** What the screens asked of the house, in order: `deliver safety`, `home`, … */
export interface Asked {
  readonly ports: InterviewPorts;
  readonly calls: string[];
}

/** A clock that is a second later at every look, as between two taps of a person. */
function unhurried(): Deps {
  const { clock, random } = fixedDeps();
  return {
    random,
    clock: {
      now: () => {
        clock.advance(1000);
        return clock.now();
      },
    },
  };
}

export function notingPorts(journal: Journal): Asked {
  const calls: string[] = [];
  const ports: InterviewPorts = {
    interviewer: IDA.author,
    journal,
    deps: unhurried(),
    deliver: async (kind) => {
      calls.push(`deliver ${kind}`);
    },
    saveFile: async () => {
      calls.push('file');
      return 'saved';
    },
    onLock: () => {
      calls.push('lock');
    },
    onHome: () => {
      calls.push('home');
    },
    onTalk: () => {
      calls.push('talk');
    },
    onAfter: () => {
      calls.push('after');
    },
    onConcern: () => {
      calls.push('concern');
    },
    onTranscript: () => {
      calls.push('transcript');
    },
  };
  return { ports, calls };
}

export interface OpenTalk extends Asked {
  readonly session: InterviewSession;
  readonly journal: Journal;
}

/** An interview at its beginning, or wherever these facts led to. */
export async function openTalk(
  facts: readonly NewEvent[] = [started()],
  journal: Journal = memoryJournal(),
  guide: Guide = GUIDE,
): Promise<OpenTalk> {
  const session = await openSession(facts, journal, guide);
  return { session, journal, ...notingPorts(journal) };
}

/** Consent given and the first section done: the talk stands at s2q1. */
export const consented: readonly NewEvent[] = [
  started(),
  aged(),
  agreed(),
  ...['s1q1', 's1q2', 's1q3', 's1q4'].map((id) => ended(id, 'answered')),
];

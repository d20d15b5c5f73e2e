import type { Deps } from '../../../base/deps.ts';
import type { InterviewPorts } from '../../../interview/ui/ports.ts';
import type { Desk } from '../../port.ts';
import type { Route } from '../../routes.ts';

/** What the real screens of an interview reach in practice: each other by `goTo`, and nothing outside of it. */
export function practicePorts(desk: Desk, deps: Deps, goTo: (to: Route) => void): InterviewPorts {
  return {
    interviewer: desk.me.member,
    journal: desk.journal,
    deps,
    deliver: () => Promise.resolve(),
    saveFile: () => Promise.resolve('notMade'),
    sound: desk.sound,
    onLock: null,
    onHome: () => goTo({ name: 'home' }),
    onTalk: (stream) => goTo({ name: 'talk', stream }),
    onAfter: (stream) => goTo({ name: 'after', stream }),
    onConcern: (stream) => goTo({ name: 'concern', stream }),
    onTranscript: (stream) => goTo({ name: 'transcript', stream }),
  };
}

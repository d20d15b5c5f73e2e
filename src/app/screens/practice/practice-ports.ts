import type { Deps } from '../../../base/deps.ts';
import type { InterviewPorts } from '../../../interview/ui/ports.ts';
import type { Desk } from '../../port.ts';
import type { Route } from '../../routes.ts';

/**
 * What the real screens of an interview reach in practice: each other by `goTo`, and nothing outside of it. What they
 * hand over the desk of a practice refuses, or only notes.
 * @param onLock null where the practice is in memory, and has no passphrase to come back with.
 */
export function practicePorts(
  desk: Desk,
  deps: Deps,
  goTo: (to: Route) => void,
  onLock: (() => void) | null,
): InterviewPorts {
  return {
    interviewer: desk.me.member,
    journal: desk.journal,
    deps,
    deliver: async (kind, stream) => {
      await desk.deliver(kind, stream);
    },
    saveFile: () => Promise.resolve('notMade'),
    sound: desk.sound,
    onLock,
    onHome: () => goTo({ name: 'home' }),
    onTalk: (stream) => goTo({ name: 'talk', stream }),
    onAfter: (stream) => goTo({ name: 'after', stream }),
    onConcern: (stream) => goTo({ name: 'concern', stream }),
    onTranscript: (stream) => goTo({ name: 'transcript', stream }),
  };
}

import { newId, systemClock, systemRandom } from '../base/deps.ts';
import { DeviceId, MemberId, OfficeId } from '../base/ids.ts';
import type { Guide } from '../guide/model/guide.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import type { PracticeCase } from '../training/model/case.ts';
import type { PlayedBy } from '../training/model/run.ts';
import { pretendSound } from '../training/pretend-sound.ts';
import { PracticeSession, type PracticeDeps } from '../training/session.ts';
import { memoryDesk } from './memory-desk.ts';
import type { Desk } from './port.ts';

/** A practice that goes on: the desk that the real screens of an interview work at, and who answers. */
export interface Practice {
  readonly desk: Desk;
  readonly session: PracticeSession;
}

const deps: PracticeDeps = {
  clock: systemClock(),
  random: systemRandom,
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Opens a desk of class practice over a journal in memory, and begins a talk at it with the case. It has no vault, no
 * office and no key: what it is asked to deliver it refuses, and nothing of it is on a disk.
 */
export async function openPractice(input: {
  readonly played: PracticeCase;
  readonly guide: Guide;
  readonly by: PlayedBy;
}): Promise<Practice> {
  const { played, guide, by } = input;
  const author = newId(MemberId, deps.random);
  const device = newId(DeviceId, deps.random);
  const journal = openMemoryJournal({ author, device }, deps);
  const me = {
    member: author,
    device,
    name: '',
    role: 'interviewer',
    office: newId(OfficeId, deps.random),
    officeName: '',
    class: 'practice',
  } as const;
  const bare = memoryDesk({ me, journal }, guide, { type: 'onlyPractice' }, deps.random);
  // Who agrees to sound in the case is asked about it, with the real tool and without a microphone.
  const desk: Desk = played.setup.audio ? { ...bare, sound: pretendSound() } : bare;
  const session = await PracticeSession.begin(
    { journal, guide, played, by, interviewer: author },
    deps,
  );
  return { desk, session };
}

/** Ends it: nothing of it is left, in memory either. */
export async function closePractice({ desk, session }: Practice): Promise<void> {
  await desk.sound?.desk.stop();
  await session.wipe();
}

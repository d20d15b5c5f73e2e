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
  /** Ends it and leaves of it what is to be left: nothing, or what the practice vault has sealed. */
  close(): Promise<void>;
}

export const practiceDeps: PracticeDeps = {
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
  const author = newId(MemberId, practiceDeps.random);
  const device = newId(DeviceId, practiceDeps.random);
  const journal = openMemoryJournal({ author, device }, practiceDeps);
  const me = practiceMe(author, device);
  const bare = memoryDesk({ me, journal }, guide, { type: 'onlyPractice' }, practiceDeps.random);
  // Who agrees to sound in the case is asked about it, with the real tool and without a microphone.
  const desk: Desk = played.setup.audio ? { ...bare, sound: pretendSound() } : bare;
  const session = await PracticeSession.begin(
    { journal, guide, played, by, interviewer: author },
    practiceDeps,
  );
  const close = async () => {
    await desk.sound?.desk.stop();
    await session.wipe();
  };
  return { desk, session, close };
}

/** Who practises, as the screens of an interview see them. */
export const practiceMe = (member: MemberId, device: DeviceId) =>
  ({
    member,
    device,
    name: '',
    role: 'interviewer',
    office: newId(OfficeId, practiceDeps.random),
    officeName: '',
    class: 'practice',
  }) as const;

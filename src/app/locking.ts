import { release } from '../base/bytes.ts';
import type { VaultId } from '../base/ids.ts';
import type { RunningSound, SoundDesk } from '../interview/recording.ts';
import type { SoundKeeper } from '../interview/sound-ports.ts';
import { openVaultLine, type VaultLine } from './call.ts';
import { letGoWithin } from './let-go.ts';

const LET_GO_MS = 1500;

/** How an open vault is locked, and how sound goes on beside a locked one. */
export interface Locking {
  /** To disk, through the worker that has the keys now. */
  readonly append: SoundKeeper['append'];
  /** True once it is locked and only sound goes on: nothing of the vault may be shown. */
  isLocked(): boolean;
  lock(): void;
}

export interface LockingDeps {
  readonly line: VaultLine;
  readonly vault: VaultId;
  readonly sound: SoundDesk;
  readonly changed: () => void;
  readonly reload: () => void;
  readonly openLine?: () => VaultLine;
}

/**
 * A lock saves what is under way, ends the worker and loads the page anew, so that nothing readable stays in memory.
 * While sound is recorded (DESIGN section 12) the worker with all keys ends as well, but a fresh one goes on with the
 * keys of this recording's coming minutes, which open nothing that was written or said before; the page forgets the
 * talk, and is loaded anew when the recording ends.
 */
export function openLocking(deps: LockingDeps): Locking {
  const { line, vault, sound, reload, openLine = openVaultLine } = deps;
  let way: Promise<VaultLine> = Promise.resolve(line);
  let isLocking = false;
  let isLocked = false;

  async function handOver(running: RunningSound): Promise<VaultLine> {
    const keys = await line.call('soundHandOver', running.recording);
    running.forgetTalk();
    await letGoWithin(LET_GO_MS, line);
    if (!keys.ok) throw new Error('locking: no keys to record with');
    const fresh = openLine();
    const kept = await fresh.call('soundKeep', vault, keys.value);
    if (!kept.ok) throw new Error('locking: the recording can not go on');
    return fresh;
  }

  /** What can't be kept ends with a word (the recorder says it), and the page is loaded anew when it has been seen. */
  async function goOn(running: RunningSound): Promise<void> {
    isLocked = true;
    way = handOver(running);
    deps.changed();
    try {
      await way;
    } catch {
      await stopWithin(LET_GO_MS, running);
      reload();
      return;
    }
    await ended(sound);
    await (await way).call('close');
    reload();
  }

  async function close(): Promise<void> {
    try {
      await letGoWithin(LET_GO_MS, line);
    } finally {
      reload();
    }
  }

  return {
    async append(recording, slice) {
      const kept = await (await way).call('soundAppend', recording, slice);
      // The worker had a copy, and here nobody looks at it any more.
      release(slice.bytes);
      return kept;
    },
    isLocked: () => isLocked,
    lock: () => {
      if (isLocking) return;
      isLocking = true;
      const running = sound.current();
      const isGoing = running !== null && running.now().type !== 'ended';
      void (isGoing ? goOn(running) : close());
    },
  };
}

/** Ends a recording, or gives up waiting for its last second. */
export async function stopWithin(
  ms: number,
  running: Pick<RunningSound, 'stop'> | null,
): Promise<void> {
  await Promise.race([running?.stop(), new Promise((late) => setTimeout(late, ms))]);
}

/** Resolves when nothing is recorded any longer, and what went wrong has been seen. */
function ended(sound: SoundDesk): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (sound.current() !== null) return;
      leave();
      resolve();
    };
    const leave = sound.subscribe(look);
    look();
  });
}

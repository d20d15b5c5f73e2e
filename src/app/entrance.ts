import { err, ok, type Result } from '../base/result.ts';
import type { VaultId } from '../base/ids.ts';
import { readInvitation } from '../sync/model/invitation.ts';
import { openVaultLine } from './call.ts';
import { openDesk, paperOf } from './desk.ts';
import { rememberVault } from './had-vault.ts';
import { letGoWithin } from './let-go.ts';
import { stopWithin } from './locking.ts';
import type { Desk, Entrance } from './port.ts';
import type { Opened } from './worker/api.ts';

const channelOf = (vault: VaultId): BroadcastChannel => new BroadcastChannel(`vault:${vault}`);
const TAKE_OVER_MS = 5000;
/** Before the tab that asks gives up. */
const LET_GO_MS = 4000;
const STOP_MS = 1500;

/**
 * The way in, over the vault worker.
 * @param onTaken another tab has taken the vault over; this one has saved and let go.
 */
export function openEntrance(onTaken: () => void): Entrance {
  const line = openVaultLine();
  document.addEventListener('visibilitychange', () => {
    void line.call('setVisible', document.visibilityState === 'visible');
  });

  const enter = async (opened: Opened): Promise<Desk> => {
    // Asked on the page, since workers can't: the browser then does not clear us out when space runs low.
    void navigator.storage.persist();
    rememberVault();
    const desk = openDesk(line, opened);
    const channel = channelOf(opened.vault);
    channel.onmessage = async (message: MessageEvent<string>) => {
      if (message.data !== 'takeOver') return;
      try {
        // Its last second goes to disk like every word.
        await stopWithin(STOP_MS, desk.sound?.desk ?? null);
        await letGoWithin(LET_GO_MS - STOP_MS, line);
      } finally {
        channel.postMessage('free');
        onTaken();
      }
    };
    return desk;
  };

  return {
    cards: () => line.call('cards'),
    officeCard: () => line.call('officeCard'),
    checkSecret: (secret) => line.call('checkSecret', secret),
    found: async (input) => {
      const found = await line.call('found', input);
      if (!found.ok) return found;
      const { sheet, opened } = found.value;
      return ok({
        desk: await enter(opened),
        sheet: paperOf(sheet),
      });
    },
    readInvitation: (fragment) => {
      const read = readInvitation(fragment);
      if (!read.ok) return err({ type: 'badInvitation' });
      return ok({ officeName: read.value.n, person: read.value.p, role: read.value.role });
    },
    join: (input) => entered(line.call('join', input), enter),
    unlock: (vault, secret) => entered(line.call('unlock', vault, secret), enter),
    takeOver,
  };
}

async function entered<E>(
  answer: Promise<Result<Opened, E>>,
  enter: (opened: Opened) => Promise<Desk>,
): Promise<Result<Desk, E>> {
  const opened = await answer;
  return opened.ok ? ok(await enter(opened.value)) : opened;
}

/** Resolves when the other tab has let go, or after five seconds without an answer. */
function takeOver(vault: VaultId): Promise<void> {
  return new Promise((resolve) => {
    const channel = channelOf(vault);
    const done = () => {
      clearTimeout(timer);
      channel.close();
      resolve();
    };
    const timer = setTimeout(done, TAKE_OVER_MS);
    channel.onmessage = (message: MessageEvent<string>) => {
      if (message.data === 'free') done();
    };
    channel.postMessage('takeOver');
  });
}

import type { Loop } from '../../sync/loop.ts';
import type { OpenVault, VaultCard, VaultHost } from '../../vault/model/port.ts';

/*
 * A round may hang on a slow network for minutes. Neither who unlocks nor who locks waits for it: what lies in the
 * outbox is sealed, and the Web Lock of the loop lets only one round at a time run in any case.
 */

type Broke = (cause: unknown) => void;

/**
 * Closes the vault at once; its line to the office is told to stop and not waited for. What lies beside it and holds
 * only practice comes after it, and also when the vault could not be closed.
 */
export async function letGo(
  vault: Pick<OpenVault, 'close'> | undefined,
  line: Promise<{ readonly loop: Pick<Loop, 'stop'> }> | undefined,
  broke: Broke,
  beside?: { close(): Promise<void> },
): Promise<void> {
  line?.then(({ loop }) => loop.stop()).catch(broke);
  try {
    await vault?.close();
  } finally {
    await beside?.close();
  }
}

/** Ends the sending of a vault that has been unlocked; its own loop is woken when it may have its turn. */
export function relieve(
  sending: Pick<Loop, 'stop'> | undefined,
  line: () => Promise<{ readonly loop: Pick<Loop, 'wake'> }> | undefined,
  broke: Broke,
): void {
  sending
    ?.stop()
    .then(async () => (await line())?.loop.wake())
    .catch(broke);
}

/** What was left of measuring goes when the app is started for work. */
export function sweep(
  host: Pick<VaultHost, 'destroy'>,
  cards: readonly VaultCard[],
  broke: Broke,
): void {
  for (const { vault } of cards) void host.destroy(vault).catch(broke);
}

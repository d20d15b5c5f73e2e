import { useState } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { UnlockSecret, VaultCard } from '../../vault/model/port.ts';
import type { Desk, Entrance } from '../port.ts';
import type { AnyProblem } from './problem.tsx';
import { useWait } from './use-wait.ts';

/** One try after another at a vault, with the wait that the vault asks for between them. */
export function useUnlock(
  entrance: Pick<Entrance, 'unlock' | 'takeOver'>,
  card: VaultCard,
  clock: Clock,
  onOpen: (desk: Desk) => void,
) {
  const [busy, setBusy] = useState<'unlocking' | 'takingOver' | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const wait = useWait(clock);

  const attempt = async (secret: UnlockSecret): Promise<void> => {
    setBusy('unlocking');
    setProblem(null);
    const result = await entrance.unlock(card.vault, secret);
    setBusy(null);
    if (result.ok) return onOpen(result.value);
    setProblem(result.error);
    if ('waitMs' in result.error) wait.begin(result.error.waitMs);
  };

  /** The other tab saves and lets go, then the same secret is tried here. */
  const takeOver = async (secret: UnlockSecret): Promise<void> => {
    setBusy('takingOver');
    setProblem(null);
    await entrance.takeOver(card.vault);
    await attempt(secret);
  };

  return {
    busy,
    problem,
    setProblem,
    wait,
    mayTry: busy === null && wait.seconds === 0,
    attempt,
    takeOver,
  };
}

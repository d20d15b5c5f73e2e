import type { VaultLine } from './call.ts';

/**
 * Lets the vault save what is under way, also what still waits in the page, and ends the worker, after `ms` at the
 * latest: every keystroke is in the reserve by then, and with the worker its files and locks are free in any case.
 */
export async function letGoWithin(
  ms: number,
  line: Pick<VaultLine, 'end' | 'landed'> & { call(method: 'close'): Promise<void> },
): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await Promise.race([line.landed().then(() => line.call('close')), late]);
  } finally {
    clearTimeout(timer);
    line.end();
  }
}

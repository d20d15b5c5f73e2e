import type { StreamKind } from '../journal/model/event.ts';

/**
 * Practice is never on a disk: it would outlive the run, beside what real people have said.
 * @throws Error for a practice run: whoever asks a vault to keep one has a bug.
 */
export function assertReal(kind: StreamKind): void {
  if (kind === 'practice') throw new Error('journal: practice is kept in memory only');
}

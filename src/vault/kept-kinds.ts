import type { StreamKind } from '../journal/model/event.ts';

/**
 * No stream of practice is ever on a disk: it would outlive the run, beside what real people have said. The talk of
 * module 5 is no stream; it lies as one record in a vault of its own class (docs/decisions/0020-practice-apart.md).
 * @throws Error for a practice run: whoever asks a vault to keep one has a bug.
 */
export function assertReal(kind: StreamKind): void {
  if (kind === 'practice') throw new Error('journal: practice is kept in memory only');
}

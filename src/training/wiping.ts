import type { Journal } from '../journal/model/port.ts';

/** Every kind of stream that the screens of a talk may begin. */
const WRITTEN = [
  'practice',
  'interview',
  'reflection',
  'concern',
  'transcript',
  'sound',
  'safety',
  'withdrawal',
] as const;

/** Erases all that a practice has left in its journal. */
export async function wipeTalk(journal: Journal<'practice'>): Promise<void> {
  for (const kind of WRITTEN) {
    for (const { stream } of await journal.list(kind)) await journal.erase(stream);
  }
}

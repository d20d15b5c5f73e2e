import type { Deps } from '../../../base/deps.ts';
import type { Program } from '../../../people/model/program.ts';
import { changeProgram } from '../../../people/program-stream.ts';
import type { Desk } from '../../port.ts';

/**
 * Changes the office's rules in one's own stream and hands them to everyone.
 * @returns false when the change could not be kept.
 */
export async function changeRules(
  desk: Pick<Desk, 'deliver' | 'journal' | 'me'>,
  changes: Partial<Program>,
  { clock }: Pick<Deps, 'clock'>,
): Promise<boolean> {
  const kept = await changeProgram(desk.journal, desk.me, changes, clock.now());
  // What cannot be packed now is packed in a later round; it is kept here all the same.
  if (kept.ok) void desk.deliver('policy', kept.value);
  return kept.ok;
}

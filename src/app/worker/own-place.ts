import { err } from '../../base/result.ts';
import { isOwnPlace } from '../../interview/model/own-place.ts';
import type { Journal } from '../../journal/model/port.ts';
import type { OpenVault } from '../../vault/model/port.ts';

/**
 * For a word of this member's that found something of another kind where it belongs. Where its id is theirs alone, what
 * lies there was put there by a changed app to be in the way: it gives way, and the word is kept. Its sealed parcel
 * stays at the office, and with whoever wrote it.
 */
export async function appendInOwnPlace(
  { journal, member }: Pick<OpenVault, 'journal' | 'member'>,
  ...[stream, kind, facts, ...rest]: Parameters<Journal['append']>
): ReturnType<OpenVault['journal']['append']> {
  if (!facts.some((fact) => isOwnPlace(kind, stream, member, fact))) {
    return err({ type: 'otherKind' });
  }
  const cleared = await journal.erase(stream);
  return cleared.ok ? journal.append(stream, kind, facts, ...rest) : cleared;
}

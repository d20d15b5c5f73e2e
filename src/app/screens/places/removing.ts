import type { Deps } from '../../../base/deps.ts';
import { listAssignments } from '../../../people/assignments.ts';
import type { Program } from '../../../people/model/program.ts';
import type { Colleague } from '../../../people/model/propose.ts';
import type { Known } from '../../../people/model/register.ts';
import { openTalkOf, removePerson } from '../../../people/remove.ts';
import type { Removal } from '../../../people/ui/RemovePart.tsx';
import type { Desk } from '../../port.ts';

/** Whom a talk with this person is given to, by name; null when nobody has one, empty for who is not known here. */
export async function givenTo(
  { journal }: Pick<Desk, 'journal'>,
  person: Known['stream'],
  colleagues: readonly Colleague[],
): Promise<string | null> {
  const to = openTalkOf(await listAssignments(journal), person);
  return to === undefined ? null : (colleagues.find(({ member }) => member === to)?.name ?? '');
}

/** @returns false when it could not be kept: then the person is in the register as before. */
export async function removeFrom(
  desk: Pick<Desk, 'deliver' | 'eraseApproved' | 'journal' | 'me'>,
  person: Known,
  removal: Removal & { readonly rules: Program },
  deps: Deps,
): Promise<boolean> {
  const { journal, me } = desk;
  const { deliver, eraseApproved: erase } = desk;
  const removed = await removePerson(
    { journal, me: me.member, deliver, erase },
    person,
    removal,
    deps,
  );
  return removed.ok;
}

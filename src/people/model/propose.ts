import type { MemberId, StreamId } from '../../base/ids.ts';
import type { AssignmentSummary, Brief, Wish } from './assignment.ts';
import type { ParticipantSummary } from './participant.ts';
import type { Program } from './program.ts';

/** Somebody who could hold a talk, as the office's directory has them. */
export interface Colleague {
  readonly member: MemberId;
  readonly name: string;
  /** False for who has left, or has no tablet in use: nothing can be given to them. */
  readonly here: boolean;
}

/** One who may be chosen. Nothing here says how many interviews anybody has held (domain.md K19). */
export interface Candidate {
  readonly member: MemberId;
  readonly name: string;
  readonly relation: Brief['relation'];
  /** They have, or had, a talk with a brother or sister: one could be heard in what the other says. */
  readonly sibling: boolean;
  /** The participant's wish speaks against them. */
  readonly againstWish: boolean;
}

export interface Asked {
  readonly stream: StreamId;
  readonly details: Pick<ParticipantSummary['details'], 'ownWorkers' | 'siblings'>;
}

/**
 * Who could hold the talk, the best first: the participant's wish, then no sibling between them, then the office's
 * preference for the own former social worker, then by name.
 */
export function candidatesFor(
  asked: Asked,
  wish: Wish,
  colleagues: readonly Colleague[],
  assignments: readonly AssignmentSummary[],
  { preferOwnWorker }: Pick<Program, 'preferOwnWorker'>,
): readonly Candidate[] {
  const withSiblings = new Set(
    assignments
      .filter(({ brief }) => asked.details.siblings.includes(brief.participant))
      .flatMap(({ hands }) => hands),
  );
  const candidates = colleagues
    .filter(({ here }) => here)
    .map(({ member, name }): Candidate => {
      const own = asked.details.ownWorkers.includes(member);
      const againstWish = (wish === 'own' && !own) || (wish === 'other' && own);
      const relation = own ? 'own' : 'neverMet';
      return { member, name, relation, sibling: withSiblings.has(member), againstWish };
    });
  const rank = ({ againstWish, sibling, relation }: Candidate): number =>
    (againstWish ? 4 : 0) +
    (sibling ? 2 : 0) +
    ((relation === 'own') === (preferOwnWorker || wish === 'own') ? 0 : 1);
  return candidates.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'sv'));
}

/** Why a talk can't be given to somebody. `sibling` is a warning: a supervisor may decide otherwise. */
export type GiveProblem = 'left' | 'againstWish' | 'sibling';

export function giveProblem(
  to: MemberId,
  candidates: readonly Candidate[],
  accepted: { readonly sibling: boolean },
): GiveProblem | null {
  const chosen = candidates.find(({ member }) => member === to);
  if (!chosen) return 'left';
  if (chosen.againstWish) return 'againstWish';
  return chosen.sibling && !accepted.sibling ? 'sibling' : null;
}

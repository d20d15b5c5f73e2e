import type { Guide } from '../../guide/model/guide.ts';
import type { About } from './about.ts';
import type { CaseAnswer, ConditionalReply } from './case.ts';

/** What is wrong with a case: `what` names a sentence in the catalogue, the rest says where. */
export interface CaseProblem {
  readonly what:
    | 'fullName'
    | 'minorUnfit'
    | 'trackUnknown'
    | 'unanswered'
    | 'answerUnknown'
    | 'probeUnknown'
    | 'valueUnfit'
    | 'checkpointDouble'
    | 'checkpointOffTrack'
    | 'questionUnknown'
    | 'cardUnknown'
    | 'itemUnknown'
    | 'probeInCheckpoint'
    | 'withoutAfter'
    | 'neverCaused'
    | 'aboutNothing'
    | 'identityNumber'
    | 'contact';
  /** Question, checkpoint or part of the case. */
  readonly place: string;
  /** The id or the word that is meant, if it is about one. */
  readonly found: string | null;
}

export const problem = (
  what: CaseProblem['what'],
  place: string,
  found: string | null = null,
): CaseProblem => ({ what, place, found });

export const questionsOf = (guide: Guide) => guide.sections.flatMap(({ questions }) => questions);

/** Everything that a case may say at one question. */
export const repliesOf = (answer: CaseAnswer): ConditionalReply[] => [
  answer,
  ...Object.values(answer.probes ?? {}),
  ...(answer.ifAsked ?? []),
  ...(answer.ifSilent ? [answer.ifSilent] : []),
];

/** False when no words could ever be about it. */
export const saysWhat = ({ topic, words = [] }: About): boolean =>
  topic !== undefined || words.length > 0;

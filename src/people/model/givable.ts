import { lastOffer } from './accounting.ts';
import type { AssignmentSummary, Brief } from './assignment.ts';
import type { Listed } from './register.ts';
import { comingWave, heldBy, saidNoBefore, type CameIn } from './waves.ts';

/** Somebody whose coming talk nobody has been given yet. */
export interface Givable {
  readonly person: Listed;
  readonly wave: number;
  readonly offer: 'accepted' | 'asked' | 'none';
  /** The yes that the register has; null when there is none yet. */
  readonly answer: AssignmentSummary['answer'];
}

const RANK = { accepted: 0, asked: 1, none: 2 } as const;

/**
 * Whose talk can be given to an interviewer: those who said yes first, then those who were asked, then everyone else,
 * since some are asked by the interviewer. Left out are who has said no, who is not asked for a reason, who did not
 * want to be asked again, and whose coming talk is given already.
 */
export function givable(
  people: readonly Listed[],
  assignments: readonly AssignmentSummary[],
  cameIn: ReadonlyMap<string, readonly CameIn[]>,
): readonly Givable[] {
  const open = new Set(
    assignments
      .filter(({ ended }) => ended === null)
      .map(({ brief }) => `${brief.participant} ${brief.wave}`),
  );
  return people
    .flatMap((person): Givable[] => {
      const held = heldBy(person, cameIn);
      const wave = comingWave(held);
      if (open.has(`${person.stream} ${wave}`)) return [];
      if (person.notAsked.some((each) => each.wave === wave)) return [];
      const offer = lastOffer(person, wave);
      const answer = offer?.answer?.answer;
      if (answer === 'declined') return [];
      // Said at the end of the last talk; a yes since then is the person's own change of mind.
      if (saidNoBefore(held, wave) && answer !== 'accepted') return [];
      if (answer === 'accepted') {
        return [{ person, wave, offer: answer, answer: offer?.answer ?? null }];
      }
      return [{ person, wave, offer: offer ? 'asked' : 'none', answer: null }];
    })
    .sort((a, b) => RANK[a.offer] - RANK[b.offer]);
}

const LINE = 200;

/** What goes along to the one interviewer, copied from the register. */
export function briefOf(
  { person, wave }: Pick<Givable, 'person' | 'wave'>,
  more: Pick<Brief, 'due' | 'topics' | 'relation'> & { readonly way: string },
): Brief {
  const { code, details, stream } = person;
  const { name, language, interpreter, protectedData, contact } = details;
  const said = `${more.way}: ${contact.value}`;
  return {
    participant: stream,
    code,
    name,
    contact: said.length > LINE ? contact.value : said,
    contactNote: contact.note,
    language,
    interpreter,
    protectedData,
    wave,
    due: more.due,
    topics: more.topics,
    relation: more.relation,
  };
}

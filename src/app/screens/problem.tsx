import type { GuideProblem, PlaceStep } from '../../guide/model/parse.ts';
import { problemTexts } from '../../i18n/problem.ts';
import { useTexts } from '../../kit/language.tsx';
import type { PackProblem, ParcelProblem } from '../../parcel/model/port.ts';
import type { ApiProblemCode } from '../../sync/model/protocol.ts';
import type { SyncProblem } from '../../sync/model/problem.ts';
import type { PasskeyProblem } from '../passkey.ts';
import type { LineProblem } from '../port.ts';

type Texts = typeof problemTexts.sv;

/** Every problem that has a sentence of its own; the catalogue without one of them does not compile. */
type Known =
  | Exclude<(LineProblem | SyncProblem)['type'], 'api'>
  | PackProblem['type']
  | ParcelProblem['type']
  | PasskeyProblem['type']
  | `api_${ApiProblemCode}`;

const isKnown = (key: string): key is Known =>
  Object.hasOwn(problemTexts.sv, key) && !/^(guide|member|place)_|^unknown$/.test(key);

/** A problem as any port of ours hands it up; an answer of the office also has its code. */
export interface AnyProblem {
  readonly type: string;
  readonly code?: string;
}

/** Says what is wrong and what to do, in the chosen language. What nobody foresaw is told with its code. */
export function useProblem(): (problem: AnyProblem) => string {
  const texts = useTexts(problemTexts);
  return (problem) => {
    const key = problem.code === undefined ? problem.type : `api_${problem.code}`;
    return isKnown(key) ? texts[key] : texts.unknown(problem.code ?? problem.type);
  };
}

/** The place in words and the problem: "Avsnitt 2, fråga 3: texten saknas (text.sv)". */
export function useGuideProblem(): (problem: GuideProblem) => string {
  const texts = useTexts(problemTexts);
  return (problem) => {
    const steps = problem.place.flatMap((step) =>
      step.part === 'member' ? [] : [texts[`place_${step.part}`](step.number)],
    );
    const members = problem.place.flatMap((step) => (step.part === 'member' ? [step.name] : []));
    const mark = problem.id ?? members.join('.');
    const said = `${sayWhat(texts, problem)}${mark ? ` (${mark})` : ''}`;
    return capital(steps.length > 0 ? `${steps.join(', ')}: ${said}` : said) + '.';
  };
}

const isMember = (key: string): key is Extract<keyof Texts, `member_${string}`> =>
  key.startsWith('member_') && Object.hasOwn(problemTexts.sv, key);

function sayWhat(texts: Texts, { what, place }: GuideProblem): string {
  const member = lastNamed(place);
  const key = `member_${member ?? ''}`;
  if (!isMember(key)) return texts[`guide_${what}`];
  if (what === 'missing') return texts.guide_missingWhat(texts[key]);
  if (what === 'wrongKind') return texts.guide_wrongKindWhat(texts[key]);
  return what === 'empty' ? texts.guide_emptyWhat(texts[key]) : texts[`guide_${what}`];
}

/** The language at the end of a path (text.sv) says less than the member before it. */
const lastNamed = (place: readonly PlaceStep[]): string | undefined =>
  place
    .flatMap((step) => (step.part === 'member' ? [step.name] : []))
    .findLast((name) => name !== 'sv' && name !== 'en');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import type * as z from 'zod/mini';
import { err, ok, type Result } from '../../base/result.ts';
import { Guide } from './guide.ts';

type CountedPart = 'section' | 'question' | 'track' | 'card' | 'probe' | 'option' | 'field';

/** One step into a guide file, counted from one as people do: section 2, question 3. */
export type PlaceStep =
  | { readonly part: CountedPart; readonly number: number }
  | { readonly part: 'member'; readonly name: string };

/** Why a file is not a guide, and where. `what` names a sentence in the catalogue (`guide.problem.<what>`). */
export interface GuideProblem {
  readonly type: 'notAGuide';
  readonly what:
    | 'notJson'
    | 'notAnObject'
    | 'tooLarge'
    | 'missing'
    | 'wrongKind'
    | 'empty'
    | 'duplicateId'
    | 'unknownQuestion'
    | 'gateMissing'
    | 'gateLeftOut';
  readonly place: readonly PlaceStep[];
  /** The id that is double or unknown, if the problem is about one. */
  readonly id?: string;
}

export const MAX_GUIDE_BYTES = 8 * 1024 * 1024;

const LISTS = new Map<string, CountedPart>([
  ['sections', 'section'],
  ['questions', 'question'],
  ['tracks', 'track'],
  ['situations', 'card'],
  ['probes', 'probe'],
  ['options', 'option'],
  ['fields', 'field'],
]);

/** Reads a guide file. The first error is told with its place; nothing is guessed or repaired. */
export function parseGuide(text: string): Result<Guide, GuideProblem> {
  if (text.length > MAX_GUIDE_BYTES) return err({ type: 'notAGuide', what: 'tooLarge', place: [] });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err({ type: 'notAGuide', what: 'notJson', place: [] });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return err({ type: 'notAGuide', what: 'notAnObject', place: [] });
  }
  const parsed = Guide.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (!issue) throw new Error('a failed parse without an issue');
    return err({ type: 'notAGuide', what: reason(issue, value), place: place(issue.path) });
  }
  return lint(parsed.data);
}

/** The issue does not carry what was found (zod leaves it out), so it is looked up in the file. */
function reason(issue: z.core.$ZodIssue, file: object): GuideProblem['what'] {
  if (issue.code === 'too_small') return 'empty';
  const found = issue.path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
    file,
  );
  return found === undefined ? 'missing' : 'wrongKind';
}

function place(path: readonly PropertyKey[]): PlaceStep[] {
  const steps: PlaceStep[] = [];
  for (let i = 0; i < path.length; i += 1) {
    const name = String(path[i]);
    const next = path[i + 1];
    const part = LISTS.get(name);
    if (part && typeof next === 'number') {
      steps.push({ part, number: next + 1 });
      i += 1;
    } else if (typeof path[i] === 'number') {
      steps.push({ part: 'field', number: Number(path[i]) + 1 });
    } else {
      steps.push({ part: 'member', name });
    }
  }
  return steps;
}

/** What a schema can't say: ids are unique, tracks name questions that exist, and consent is asked in every track. */
function lint(guide: Guide): Result<Guide, GuideProblem> {
  const seen = new Set<string>();
  let gate: string | undefined;
  for (const [s, section] of guide.sections.entries()) {
    for (const [q, question] of section.questions.entries()) {
      const here: PlaceStep[] = [
        { part: 'section', number: s + 1 },
        { part: 'question', number: q + 1 },
      ];
      if (seen.has(question.id)) {
        return err({ type: 'notAGuide', what: 'duplicateId', place: here, id: question.id });
      }
      seen.add(question.id);
      if (question.watch?.includes('consentGate')) gate ??= question.id;
    }
  }
  if (gate === undefined) return err({ type: 'notAGuide', what: 'gateMissing', place: [] });
  for (const [t, track] of guide.tracks.entries()) {
    const here: PlaceStep[] = [{ part: 'track', number: t + 1 }];
    const unknown = track.questionIds.find((id) => !seen.has(id));
    if (unknown)
      return err({ type: 'notAGuide', what: 'unknownQuestion', place: here, id: unknown });
    if (!track.questionIds.some((id) => id === gate)) {
      return err({ type: 'notAGuide', what: 'gateLeftOut', place: here, id: gate });
    }
  }
  return ok(guide);
}

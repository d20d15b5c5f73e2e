import type * as z from 'zod/mini';
import { err, ok, type Result } from '../../base/result.ts';
import { PracticeCase } from './case.ts';
import { formOf } from './case-edited.ts';
import { CaseForm } from './case-form.ts';
import { placeOf, type CasePlace } from './case-made.ts';

/* A case as a file, to pass on to a trainer in another municipality: plain JSON, with nobody real in it. */

const KIND = 'aterblick-practice-case';
/** A long case is about 60 kB. */
export const MAX_CASE_FILE = 1_000_000;

/** What the file holds, with line breaks, so that it can be read by a person. */
export const caseFile = (made: PracticeCase): string =>
  `${JSON.stringify({ kind: KIND, v: 1, case: made }, null, 2)}\n`;

/** Why a file is no case; nothing was changed. */
export type CaseFileProblem =
  | { readonly type: 'tooLarge' }
  | { readonly type: 'notJson' }
  /** JSON, but something else than a practice case. */
  | { readonly type: 'otherFile' }
  | { readonly type: 'laterVersion' }
  /** `fictional` or `practiceOnly` is not said: it may be about somebody. */
  | { readonly type: 'notFictional' }
  /** A practice case, with something wrong in it. */
  | { readonly type: 'wrong'; readonly places: readonly CasePlace[] };

/** Reads a case from a file; it becomes a new draft and never replaces one that is here. */
export function readCaseFile(text: string): Result<CaseForm, CaseFileProblem> {
  if (text.length > MAX_CASE_FILE) return err({ type: 'tooLarge' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err({ type: 'notJson' });
  }
  if (!isRecord(value)) return err({ type: 'otherFile' });
  if (value['kind'] === KIND && value['v'] !== 1) return err({ type: 'laterVersion' });
  // Also the case alone, as it stands in the training's own file.
  const held: unknown = value['kind'] === KIND ? value['case'] : value;
  if (!isRecord(held) || !('persona' in held) || !('answers' in held)) {
    return err({ type: 'otherFile' });
  }
  if (held['fictional'] !== true || held['practiceOnly'] !== true) {
    return err({ type: 'notFictional' });
  }
  const made = PracticeCase.safeParse(held);
  if (!made.success) return wrong(made.error);
  // The form holds less than a case may: what is taken in must open again.
  const form = CaseForm.safeParse(formOf(made.data));
  return form.success ? ok(form.data) : wrong(form.error);
}

/** @param error of the case or of its form: what matters here lies at the same places in both. */
function wrong({ issues }: z.core.$ZodError): Result<never, CaseFileProblem> {
  const places = new Set(issues.map(({ path }) => placeOf(path)));
  return err({ type: 'wrong', places: [...places] });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

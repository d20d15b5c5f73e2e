import { packedMemoFields } from './act.ts';
import type { Guide } from '../../guide/model/guide.ts';
import type { QuestionId } from '../../base/ids.ts';
import type { InterviewState } from './state.ts';

/** What looks as if it could point somebody out (domain.md section 3, data minimisation). */
export type Identifying = 'identityNumber' | 'phone' | 'email' | 'street';

export interface Finding {
  readonly kind: Identifying;
  /** In UTF-16 code units, as every place in a text. */
  readonly from: number;
  readonly to: number;
}

/*
 * Light patterns, looked for on the tablet alone. They miss much and take some things for what they are not, so they
 * only ever point and never change a text.
 */
const PATTERNS: readonly (readonly [Identifying, RegExp])[] = [
  ['email', /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
  // Personal and coordination numbers (day + 60), with or without century and sign.
  [
    'identityNumber',
    /(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12678]\d|[39][01])[-+ ]?\d{4}(?!\d)/g,
  ],
  // A Swedish number in the national or international way: eight digits or more, in groups.
  ['phone', /(?<![\d-])(?:\+46|0046|0)[ -]?(?:\(0\))?[1-9]\d{0,2}(?:[ -/]?\d{2,4}){2,4}(?!\d)/g],
  // Storgatan 12, Björkvägen 3 B, Norra allén 7; not "på vägen 3 gånger".
  [
    'street',
    /(?:(?:Norra|Södra|Östra|Västra|Stora|Lilla|Gamla|Nya|\p{Lu}\p{L}+s) \p{L}*|\p{Lu}[\p{L}-]*)(?:gatan|vägen|gränd|stigen|allén|torget|backen|gången) \d{1,3}(?: ?[A-Z](?!\p{L}))?/gu,
  ],
];

/** What stands out in a text, in order; where two kinds overlap, the first of the list above. */
export function identifyingIn(text: string): Finding[] {
  const found: Finding[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const finding = { kind, from: index, to: index + words.length };
      if (!found.some((known) => known.from < finding.to && finding.from < known.to))
        found.push(finding);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A text of the interview in which something stands out. */
export type Place = (
  | { readonly kind: 'question'; readonly question: QuestionId }
  | { readonly kind: 'memo'; readonly field: string }
) & { readonly findings: readonly Finding[] };

/** Answers in the guide's order, then the memo's parts that leave the tablet. */
export function identifyingPlaces(state: InterviewState, guide: Guide): Place[] {
  const answers = guide.sections
    .flatMap((section) => section.questions)
    .map(({ id }): Place => {
      const text = state.questions.get(id)?.answer?.text ?? '';
      return { kind: 'question', question: id, findings: identifyingIn(text) };
    });
  const memo = packedMemoFields(guide).map(({ id }): Place => {
    const value = state.memo.get(id);
    const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join('\n') : '';
    return { kind: 'memo', field: id, findings: identifyingIn(text) };
  });
  return [...answers, ...memo].filter(({ findings }) => findings.length > 0);
}

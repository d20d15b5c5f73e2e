import type { QuestionId, TrackId } from '../../base/ids.ts';
import type { AnswerSpec, Guide, LocalText, MemoField } from '../../guide/model/guide.ts';
import { NO_ANSWER, type InterviewState, type QuestionState } from '../../interview/model/state.ts';

export interface AskedItem {
  readonly question: QuestionId;
  readonly text: LocalText;
  /** How it was to be answered; unknown when the guide isn't on this device. */
  readonly spec: AnswerSpec | undefined;
  readonly state: QuestionState;
}

export interface RecordSection {
  readonly id: string;
  /** Null for questions whose section is not known here. */
  readonly title: LocalText | null;
  readonly items: readonly AskedItem[];
}

/**
 * The questions in the words in which they were asked, under the guide's sections. The record stands above the
 * guide: guides change and the record must not (DESIGN section 6). The guide may be missing on this device.
 */
export function recordSections(state: InterviewState, guide: Guide | undefined): RecordSection[] {
  const asked = new Map(state.asked.map((each) => [each.question, each.text]));
  const sections: RecordSection[] = (guide?.sections ?? []).map((section) => ({
    id: section.id,
    title: section.title,
    items: section.questions
      .filter(({ id }) => asked.has(id) || state.questions.has(id))
      .map(({ id, text, answer }) => ({
        question: id,
        text: asked.get(id) ?? text,
        spec: answer,
        state: state.questions.get(id) ?? NO_ANSWER,
      })),
  }));
  const placed = new Set(sections.flatMap((section) => section.items.map((item) => item.question)));
  const others = state.asked.flatMap(({ question, text }) =>
    placed.has(question)
      ? []
      : [{ question, text, spec: undefined, state: state.questions.get(question) ?? NO_ANSWER }],
  );
  return [...sections, { id: 'others', title: null, items: others }].filter(
    (section) => section.items.length > 0,
  );
}

export interface MemoItem {
  readonly field: string;
  /** Null when the guide isn't on this device. */
  readonly spec: MemoField | null;
  readonly value: string | number | readonly string[];
}

/** Parts A and B of the memo as written, in the guide's order. Part C never gets here (DESIGN section 6). */
export function memoItems(
  state: InterviewState,
  guide: Guide | undefined,
): { readonly part: 'A' | 'B' | null; readonly items: readonly MemoItem[] }[] {
  const fields = guide?.memoTemplate.fields ?? [];
  const known = new Set(fields.map((field) => field.id));
  const items = (part: 'A' | 'B'): MemoItem[] =>
    fields.flatMap((spec) => {
      const value = state.memo.get(spec.id);
      return spec.part === part && value !== undefined ? [{ field: spec.id, spec, value }] : [];
    });
  const others = [...state.memo].flatMap(([field, value]) =>
    known.has(field) ? [] : [{ field, spec: null, value }],
  );
  return [
    { part: 'A' as const, items: items('A') },
    { part: 'B' as const, items: items('B') },
    { part: null, items: others },
  ].filter((group) => group.items.length > 0);
}

export const trackName = (guide: Guide | undefined, track: TrackId): LocalText =>
  guide?.tracks.find((each) => each.id === track)?.name ?? { sv: track };

export const cardTitle = (guide: Guide | undefined, card: string): LocalText =>
  guide?.situations.find((each) => each.id === card)?.title ?? { sv: card };

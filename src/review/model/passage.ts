import type { EventId } from '../../base/ids.ts';
import type { Verbatim } from '../../interview/model/event.ts';
import type { InterviewState } from '../../interview/model/state.ts';
import type { Anchor, Passage } from './event.ts';

/** Where the words of a comment are in the text as it reads now. */
export type Place =
  /** `moved`: at another offset than when the comment was made. */
  | { readonly type: 'found'; readonly from: number; readonly to: number; readonly moved: boolean }
  | { readonly type: 'whole' }
  /** The text no longer has these words: the comment is shown with its quote, beside the answer. */
  | { readonly type: 'lost' }
  /** The participant took the words back: they are not shown again, not even as a quote. */
  | { readonly type: 'takenBack' };

/** The text under an anchor; a memo list reads as its lines. */
export function textUnder(state: InterviewState, anchor: Anchor): string {
  if (anchor.kind === 'question') return state.questions.get(anchor.question)?.answer?.text ?? '';
  const value = state.memo.get(anchor.field);
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join('\n') : '';
}

/** Finds a comment's passage in the interview as it is now: at its place, else the nearest same words. */
export function locate(
  comment: Passage & { readonly anchor: Anchor; readonly event?: EventId | null },
  state: InterviewState,
): Place {
  const { anchor, quote, from } = comment;
  // A part of that version was taken back: nobody can tell any more whether it is the part that was quoted.
  if (comment.event && state.erased.has(comment.event)) return { type: 'takenBack' };
  if (anchor.kind === 'question' && state.questions.get(anchor.question)?.takenBack) {
    return { type: 'takenBack' };
  }
  if (quote === '') return { type: 'whole' };
  const text = textUnder(state, anchor);
  let nearest = -1;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (nearest === -1 || Math.abs(at - from) < Math.abs(nearest - from)) nearest = at;
  }
  if (nearest === -1) return { type: 'lost' };
  return { type: 'found', from: nearest, to: nearest + quote.length, moved: nearest !== from };
}

/** A stretch of text for the screen: said word for word or not, in pieces by which comments lie on them. */
export interface Stretch {
  readonly verbatim: boolean;
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly text: string;
  readonly comments: readonly EventId[];
  /** About somebody else than the one who tells it. */
  readonly aboutOthers: boolean;
}

export interface Mark {
  readonly id: EventId;
  readonly from: number;
  readonly to: number;
}

/** Cuts a text where marked passages and comments begin and end. Joined again, it is the text. */
export function stretches(
  text: string,
  verbatim: readonly Verbatim[],
  marks: readonly Mark[],
  thirdPerson: readonly Verbatim[] = [],
): Stretch[] {
  const within = (at: number): number => Math.min(Math.max(at, 0), text.length);
  const cuts = new Set([0, text.length]);
  for (const [from, to] of [...verbatim, ...thirdPerson]) cuts.add(within(from)).add(within(to));
  for (const { from, to } of marks) cuts.add(within(from)).add(within(to));
  const points = [...cuts].sort((a, b) => a - b);
  const found: { verbatim: boolean; pieces: Piece[] }[] = [];
  for (const [i, from] of points.entries()) {
    const to = points[i + 1];
    if (to === undefined) break;
    const covers = ([start, end]: Verbatim) => start <= from && to <= end;
    const spoken = verbatim.some(covers);
    const piece = {
      text: text.slice(from, to),
      comments: marks.filter((mark) => mark.from <= from && to <= mark.to).map((mark) => mark.id),
      aboutOthers: thirdPerson.some(covers),
    };
    const last = found.at(-1);
    if (last?.verbatim === spoken) last.pieces.push(piece);
    else found.push({ verbatim: spoken, pieces: [piece] });
  }
  return found;
}

import type { Verbatim } from '../../interview/model/event.ts';
import { stretches, type Mark } from '../model/passage.ts';

/**
 * A text as it was written, what was said word for word set apart, what is about others underlined, and
 * commented words marked. It holds exactly the
 * text and nothing else, since comments count their place in it: quotation marks come from the style sheet.
 */
export function PassageText(props: {
  readonly id: string;
  readonly text: string;
  readonly verbatim: readonly Verbatim[];
  readonly thirdPerson?: readonly Verbatim[] | undefined;
  readonly marks: readonly Mark[];
}) {
  const parts = stretches(props.text, props.verbatim, props.marks, props.thirdPerson);
  return (
    <p className="review-text" data-passage={props.id}>
      {parts.map((stretch, i) => {
        const pieces = stretch.pieces.map((piece, j) => {
          const words = piece.aboutOthers ? (
            <span key={j} className="review-others">
              {piece.text}
            </span>
          ) : (
            piece.text
          );
          return piece.comments.length > 0 ? <mark key={j}>{words}</mark> : words;
        });
        if (!stretch.verbatim) return <span key={i}>{pieces}</span>;
        const last = parts[i - 1]?.pieces.at(-1)?.text.at(-1) ?? '';
        const own = QUOTE.test(stretch.pieces[0]?.text[0] ?? '') || QUOTE.test(last);
        return (
          <q key={i} data-own={own || undefined}>
            {pieces}
          </q>
        );
      })}
    </p>
  );
}

/** Where the interviewer wrote quotation marks, they are not doubled. */
const QUOTE = /["“”„»«]/;

import type { QuestionId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import type { Verbatim } from './model/event.ts';
import { answerOf } from './model/marks.ts';
import { bare, cutOut, signed } from './model/passages.ts';
import { foldReadBack, type ReadBackFact } from './model/read-back.ts';
import { ownWordsKey, wordsOf } from './model/take-back.ts';
import type { InterviewSession } from './session.ts';

/* What the young person does with what was written: own words beside it, and words taken back for good. */

/** What stands in the person's own field: the draft if there is one, else what was kept. */
export function ownWords(session: InterviewSession, question: QuestionId): string {
  const draft = session.draftOf(ownWordsKey(question));
  return typeof draft === 'string' ? draft : keptOwnWords(session, question);
}

const keptOwnWords = (session: InterviewSession, question: QuestionId): string =>
  foldReadBack(session.events()).questions.get(question)?.ownWords ?? '';

/** On every input. */
export const typeOwnWords = (session: InterviewSession, question: QuestionId, text: string): void =>
  session.draft(ownWordsKey(question), text);

/**
 * When the field is left: the own words become a fact. Where some of the earlier ones are gone from them, the earlier
 * versions are erased: what a person deletes of their own words is taken back (DESIGN section 5).
 */
export function settleOwnWords(
  session: InterviewSession,
  question: QuestionId,
): Promise<Result<Saved, StoreProblem>> {
  const change = () => {
    const kept = keptOwnWords(session, question);
    const text = ownWords(session, question);
    return { text, changed: text !== kept, erases: !text.includes(kept) };
  };
  return session.retract(
    (events) => (change().erases ? wordsOf(events, [question], ['OwnWordsWritten']) : []),
    (): ReadBackFact[] => {
      const { text, changed } = change();
      return changed ? [{ type: 'OwnWordsWritten', version: 1, data: { question, text } }] : [];
    },
    [ownWordsKey(question)],
  );
}

/** Own words that a crash left half-written: what is only a draft is in no parcel. */
export async function settleAllOwnWords(
  session: InterviewSession,
): Promise<Result<'settled', StoreProblem>> {
  for (const { id } of session.guide.sections.flatMap((section) => section.questions)) {
    if (typeof session.draftOf(ownWordsKey(id)) !== 'string') continue;
    const kept = await settleOwnWords(session, id);
    if (!kept.ok) return kept;
  }
  return ok('settled');
}

/** Why a passage is still there. */
export type NotTakenBack = StoreProblem | { readonly type: 'changed' };

/**
 * Takes passages of an answer back: every version of it is erased, and the answer without them is written in the same
 * append, so that a crash leaves either all or nothing of it. What was marked around them keeps its marks.
 * @param words the answer as it was shown, without signs; `cuts` are counted in it.
 */
export async function takePassagesBack(
  session: InterviewSession,
  question: QuestionId,
  words: string,
  cuts: readonly Verbatim[],
): Promise<Result<'erased', NotTakenBack>> {
  // Words that are still a draft become an event first: only a retraction gives the stream a new key.
  const settled = await session.settle(question);
  if (!settled.ok) return settled;
  const { text, value } = session.answer(question);
  const said = bare(text);
  if (said.text !== words) return err({ type: 'changed' });
  const left = cutOut(said, cuts);
  const done =
    left.text.trim() === '' && value === null
      ? await takeAnswerBack(session, question)
      : await session.retract(
          (events) => wordsOf(events, [question], ['AnswerWritten']),
          [
            {
              type: 'AnswerWritten',
              version: 1,
              data: { question, answer: answerOf(signed(left), value) },
            },
            { type: 'PassageTakenBack', version: 1, data: { question } },
          ],
          [question],
        );
  return done.ok ? ok('erased') : done;
}

/** The whole answer, with its value and the person's own words about it. */
export async function takeAnswerBack(
  session: InterviewSession,
  question: QuestionId,
): Promise<Result<Saved, StoreProblem>> {
  const settled = await settleOwnWords(session, question);
  return settled.ok ? session.takeBack([question]) : settled;
}

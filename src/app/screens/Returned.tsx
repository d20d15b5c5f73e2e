import { useCallback, useEffect, useMemo, useState } from 'react';
import { unkeptTexts } from '../../i18n/unkept.ts';
import type { InterviewSession } from '../../interview/session.ts';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useSnapshot } from '../../interview/ui/use-session.ts';
import {
  answerComment,
  draftAnswer,
  draftedAnswers,
  draftKey,
  forgetTakenBackAnswers,
  repliesOf,
  threadOf,
  type ReplyPorts,
} from '../../review/replies.ts';
import { reviewsOf } from '../../review/reviews.ts';
import { ReturnedNote } from '../../review/ui/ReturnedNote.tsx';
import type { Desk } from '../port.ts';
import { nameIn } from './names.ts';
import { useAsked } from './use-desk.ts';

/** What the supervisor asks to be mended, on the tablet of the one who mends it, and what is said about it. */
export function Returned(props: {
  readonly desk: Desk;
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
}) {
  const { desk, session, ports } = props;
  const { state } = useSnapshot(session);
  const replying = useMemo<ReplyPorts>(
    () => ({ journal: desk.journal, me: desk.me.member, deliver: desk.deliver }),
    [desk],
  );
  const unforgotten = useForgetting(desk, replying, session.stream, state.erased.size);
  const known = useAsked(
    desk,
    useCallback(async () => {
      const reviews = (await reviewsOf(desk.journal, session.stream)).map(
        ({ state: each }) => each,
      );
      return {
        reviews,
        answers: threadOf(reviews, await repliesOf(desk.journal, session.stream)),
        drafted: await draftedAnswers(replying, session.stream),
        directory: await desk.directory(),
      };
    }, [desk, session, replying]),
  );
  const u = useTexts(unkeptTexts);
  if (!known) return null;
  const nameOf = nameIn(known.directory, desk);
  return (
    <>
      {unforgotten && (
        <Notice tone="danger" live>
          {u.ownAnswers}
        </Notice>
      )}
      <ReturnedNote
        reviews={known.reviews}
        interview={state}
        guide={session.guide}
        nameOf={nameOf}
        thread={{
          answers: known.answers,
          nameOf,
          drafted: (comment) => known.drafted.get(draftKey(comment)) ?? '',
          draft: (comment, text) => draftAnswer(replying, session.stream, comment, text),
          answer: async (comment, text) => {
            const result = await answerComment(replying, session.stream, comment, text);
            return result.ok ? 'sent' : result.error.type;
          },
        }}
        onGo={(anchor) => {
          if (anchor.kind === 'question') {
            session.moveTo({ question: anchor.question, caret: 0 });
            ports.onTalk(session.stream);
          } else {
            document.getElementById(`memo-${anchor.field}`)?.scrollIntoView({ block: 'center' });
          }
        }}
      />
    </>
  );
}

/**
 * Words that the participant has taken back since are not repeated in an answer about them. What could not be erased
 * is tried again at every change on the device.
 * @returns true while such an answer is still here.
 */
function useForgetting(
  desk: Pick<Desk, 'subscribe'>,
  replying: ReplyPorts,
  interview: InterviewSession['stream'],
  takenBack: number,
): boolean {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let state: 'open' | 'trying' | 'done' = 'open';
    let current = true;
    const forget = async () => {
      if (state !== 'open') return;
      state = 'trying';
      const forgotten = await forgetTakenBackAnswers(replying, interview);
      const isKept = !forgotten.ok && forgotten.error.type === 'notSaved';
      state = isKept ? 'open' : 'done';
      if (current) setFailed(isKept);
    };
    void forget();
    const stop = desk.subscribe(() => void forget());
    return () => {
      current = false;
      stop();
    };
  }, [desk, replying, interview, takenBack]);
  return failed;
}

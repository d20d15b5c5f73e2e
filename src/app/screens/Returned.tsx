import { useCallback } from 'react';
import type { InterviewSession } from '../../interview/session.ts';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import { useSnapshot } from '../../interview/ui/use-session.ts';
import { reviewsOf } from '../../review/reviews.ts';
import { ReturnedNote } from '../../review/ui/ReturnedNote.tsx';
import type { Desk } from '../port.ts';
import { nameIn } from './names.ts';
import { useAsked } from './use-desk.ts';

/** What the supervisor asks to be mended, on the tablet of the one who mends it. */
export function Returned(props: {
  readonly desk: Desk;
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
}) {
  const { desk, session, ports } = props;
  const { state } = useSnapshot(session);
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        reviews: await reviewsOf(desk.journal, session.stream),
        directory: await desk.directory(),
      }),
      [desk, session],
    ),
  );
  if (!known) return null;
  return (
    <ReturnedNote
      reviews={known.reviews.map((review) => review.state)}
      interview={state}
      guide={session.guide}
      nameOf={nameIn(known.directory, desk)}
      onGo={(anchor) => {
        if (anchor.kind === 'question') {
          session.moveTo({ question: anchor.question, caret: 0 });
          ports.onTalk(session.stream);
        } else {
          document.getElementById(`memo-${anchor.field}`)?.scrollIntoView({ block: 'center' });
        }
      }}
    />
  );
}

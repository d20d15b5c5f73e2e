import { useEffect, useState, useSyncExternalStore } from 'react';
import type { MemberId, StreamId } from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import { ReviewSession, type ReviewPorts } from '../session.ts';
import type { ReviewProblem } from '../problem.ts';
import type { ReviewSnapshot } from '../reading.ts';
import { openComments, type ReviewState } from '../model/state.ts';
import type { ThreadPorts } from './Thread.tsx';
import type { SelectedPassage } from './selection.ts';

/** What the parts of the reading view share. */
export interface ReadingDesk {
  readonly session: ReviewSession;
  readonly now: ReviewSnapshot;
  readonly me: MemberId;
  readonly guide: Guide | undefined;
  readonly nameOf: (member: MemberId) => string;
  readonly sound: ReviewPorts['sound'];
  readonly selected: SelectedPassage | null;
  /** Told at the top of the page how an act went. */
  readonly tell: (how: 'sent' | ReviewProblem['type']) => void;
}

/** One's own review; undefined before the first word in it. */
export const ownReview = ({ now, me }: Pick<ReadingDesk, 'now' | 'me'>): ReviewState | undefined =>
  now.reviews.find((review) => review.reviewer === me);

/** The thread under a comment, from the supervisor's side. */
export function threadOn({ session, now, nameOf, tell }: ReadingDesk): ThreadPorts {
  const key = (comment: string) => `answer/${comment}`;
  return {
    answers: now.answers,
    nameOf,
    tell,
    drafted: (comment) => {
      const kept = session.draftOf(key(comment));
      return typeof kept === 'string' ? kept : '';
    },
    draft: async (comment, text) => (await session.draft(key(comment), text)).ok,
    answer: async (comment, text) => {
      const result = await session.answer(comment, text, key(comment));
      return result.ok ? 'sent' : result.error.type;
    },
  };
}

/** How many comments of one's own are open: those, and only those, one can mark as done. */
export function ownOpenComments({ now, me }: Pick<ReadingDesk, 'now' | 'me'>): number {
  const own = ownReview({ now, me });
  return own ? openComments(own).length : 0;
}

/** To the first open comment, where it stands. */
export const focusOpenComment = (): void =>
  document.querySelector<HTMLElement>('.review-comment[data-open]')?.focus();

/** Opens the interview once for as long as the screen is there; null while opening, undefined when it isn't here. */
export function useReviewSession(
  ports: ReviewPorts,
  stream: StreamId,
): ReviewSession | null | undefined {
  // The ports of the first render: a new object with the same parts must not open (and acknowledge) again.
  const [first] = useState(ports);
  const [session, setSession] = useState<ReviewSession | null | undefined>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    let left = false;
    let opened: ReviewSession | undefined;
    ReviewSession.open(first, stream).then(
      (found) => {
        opened = found;
        if (left) found?.close();
        else setSession(found);
      },
      (error: unknown) => setFailure({ error }),
    );
    return () => {
      left = true;
      opened?.close();
    };
  }, [first, stream]);
  // A bug: it belongs on the route's error screen, not in a promise nobody reads.
  if (failure) throw failure.error;
  return session;
}

export const useReview = (session: ReviewSession): ReviewSnapshot =>
  useSyncExternalStore(session.subscribe, session.snapshot);

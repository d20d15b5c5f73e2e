import type { Clock } from '../../../base/deps.ts';
import { hear, isHeard, type Stretches } from '../../model/heard.ts';
import type { SegmentId } from '../../model/transcript.ts';
import { isUnchecked, type Segment } from '../../model/transcript-state.ts';
import type { TranscriptSession } from '../../transcript-session.ts';
import type { Playback } from './playback.ts';

/**
 * Checks what is listened to: an imported segment whose whole stretch was played, in these very words. One that
 * somebody is writing in is left to them.
 */
export function checkWhatIsHeard(
  playback: Pick<Playback, 'onHeard' | 'source'>,
  session: TranscriptSession,
): () => void {
  const heard = new Map<SegmentId, { readonly event: string; readonly parts: Stretches }>();
  return playback.onHeard((from, to) => {
    const { segments } = session.snapshot();
    for (const [i, segment] of segments.entries()) {
      const stretch = isUnchecked(segment)
        ? stretchOf(segment, segments[i + 1], playback.source.durationMs)
        : null;
      if (!stretch || to <= stretch.from || from >= stretch.to || isBeingWritten(session, segment))
        continue;
      const known = heard.get(segment.segment);
      const before = known?.event === segment.event ? known.parts : [];
      const parts = hear(before, from, to);
      heard.set(segment.segment, { event: segment.event, parts });
      if (isHeard(parts, stretch.from, stretch.to)) void session.check(segment.segment);
    }
  });
}

/** From its beginning to its end; to the next one's beginning when nobody knows where it ended. */
function stretchOf(
  segment: Segment,
  next: Segment | undefined,
  durationMs: number,
): { readonly from: number; readonly to: number } | null {
  const { from } = segment;
  const to = segment.to ?? next?.from ?? durationMs;
  return from === null || to <= from ? null : { from, to: Math.min(to, durationMs) };
}

function isBeingWritten(session: TranscriptSession, segment: Segment): boolean {
  const { text, remark } = session.words(segment);
  return text !== segment.text || remark !== segment.remark;
}

/** Nobody listens for longer than this without a hand on a key or a pedal. */
const LISTENS_MS = 15 * 60_000;

/**
 * While somebody listens the vault does not lock as if they had left: what is played counts as a sign of them, as
 * scrolling does, but not for long.
 */
export function stayWhileHeard(playback: Pick<Playback, 'onHeard'>, clock: Clock): () => void {
  let touched = clock.now();
  const touch = () => {
    touched = clock.now();
  };
  const names = ['pointerdown', 'keydown', 'input'] as const;
  for (const name of names) window.addEventListener(name, touch, { capture: true });
  const leave = playback.onHeard(() => {
    if (clock.now() - touched < LISTENS_MS) window.dispatchEvent(new Event('scroll'));
  });
  return () => {
    leave();
    for (const name of names) window.removeEventListener(name, touch, { capture: true });
  };
}

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Clock } from '../../../base/deps.ts';
import type { SegmentId } from '../../model/transcript.ts';
import type { TranscriptSession } from '../../transcript-session.ts';
import { BACK_MS, type Playback } from './playback.ts';
import { fieldOf, type SegmentActs } from './SegmentRow.tsx';
import { useTranscriptKeys } from './transcript-keys.ts';

/** `14:05`, as the wall clock here shows it. */
function hourAt(ms: number): string {
  const at = new Date(ms);
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Where one writes, and what keys and buttons do there. */
export function useWriting(
  session: TranscriptSession,
  playback: Playback | null,
  clock: Clock,
  onMore: (id: SegmentId) => void,
) {
  const [current, setCurrent] = useState<SegmentId | null>(null);
  const [goTo, setGoTo] = useState<{ readonly id: SegmentId; readonly typed: string } | null>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  // The field is there when its segment has been drawn.
  useEffect(() => {
    if (!goTo) return;
    const field = document.getElementById(fieldOf(goTo.id));
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
    if (goTo.typed === '') return;
    putIn(field, goTo.typed);
  }, [goTo]);

  const time = useMemo(
    () => ({
      now: () => playback?.snapshot().ms ?? null,
      set: (id: SegmentId) => {
        const from = playback ? Math.round(playback.snapshot().ms) : null;
        void session.change(
          id,
          from === null ? { clock: hourAt(clock.now()) } : { from, to: null },
        );
      },
    }),
    [session, playback, clock],
  );

  const acts = useMemo<SegmentActs>(
    () => ({
      onCurrent: setCurrent,
      onEnter: async (id, caret, typedOn) => {
        const made =
          caret === null
            ? await session.next(id, { at: time.now() })
            : await session.cut(id, caret, time.now());
        setGoTo({ id: made ?? id, typed: typedOn() });
      },
      onPlay: playback ? playback.playFrom : null,
      onTimeNow: time.set,
      onMore: (id) => more.current(id),
    }),
    [session, playback, time],
  );

  const after = (id: SegmentId): SegmentId | undefined => {
    const { segments } = session.snapshot();
    return segments[segments.findIndex(({ segment }) => segment === id) + 1]?.segment;
  };
  useTranscriptKeys({
    play: () => playback?.toggle(),
    back: () => playback?.move(-BACK_MS),
    forward: () => playback?.move(BACK_MS),
    slower: () => playback?.step(-1),
    faster: () => playback?.step(1),
    time: () => current && time.set(current),
    speaker: () => {
      const now = session.snapshot().segments.find(({ segment }) => segment === current);
      const speaker = now?.speaker === 'participant' ? 'interviewer' : 'participant';
      if (now) void session.change(now.segment, { speaker });
    },
    listened: () => {
      if (!current) return;
      void session.check(current);
      const next = after(current);
      if (next) setGoTo({ id: next, typed: '' });
    },
  });

  return {
    current,
    acts,
    add: () => {
      const last = session.snapshot().segments.at(-1)?.segment ?? null;
      void session.next(last, { at: time.now() }).then((made) => {
        if (made) setGoTo({ id: made, typed: '' });
      });
    },
  };
}

/** As if it had been typed here: past React's own note of the value, so that it sees a change and keeps it. */
function putIn(field: HTMLTextAreaElement, text: string): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  set?.call(field, value.slice(0, start) + text + value.slice(end));
  field.setSelectionRange(start + text.length, start + text.length);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

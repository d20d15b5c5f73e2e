import { useEffect, useRef } from 'react';
import { combination } from '../shortcuts.ts';

/**
 * What keys and pedals do. A pedal sends F-keys or the keys of a media keyboard; letters with Alt are for keyboards
 * without F-keys. None is needed for Swedish, and none of a browser's that one would miss while writing (F5, F6, F11).
 */
export const TRANSCRIPT_KEYS = {
  play: ['Control+Space', 'F4', 'MediaPlayPause'],
  back: ['Alt+B', 'F3', 'MediaTrackPrevious'],
  forward: ['Alt+N', 'MediaTrackNext'],
  slower: ['Alt+J', 'F7'],
  faster: ['Alt+L', 'F8'],
  time: ['Alt+I', 'F9'],
  speaker: ['Alt+S', 'F2'],
  listened: ['Control+Enter'],
} as const;
export type TranscriptKey = keyof typeof TRANSCRIPT_KEYS;

export const isTranscriptKey = (act: string): act is TranscriptKey =>
  Object.hasOwn(TRANSCRIPT_KEYS, act);

/** Which act these keys stand for. Media keys often come without a place on the keyboard. */
export function actOf(
  event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'code' | 'key'>,
): TranscriptKey | undefined {
  const pressed = event.key.startsWith('Media') ? event.key : combination(event);
  return Object.keys(TRANSCRIPT_KEYS)
    .filter(isTranscriptKey)
    .find((act) => [...TRANSCRIPT_KEYS[act]].some((keys) => keys === pressed));
}

export type TranscriptActs = Readonly<Record<TranscriptKey, () => void>>;

/** Listens while the screen is shown; nothing happens while a dialog lies over it. */
export function useTranscriptKeys(acts: TranscriptActs): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = actOf(event);
      if (!act || event.metaKey) return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) latest.current[act]();
    };
    document.addEventListener('keydown', press);
    const media = 'mediaSession' in navigator ? navigator.mediaSession : null;
    const handlers = [
      ['play', 'play'],
      ['pause', 'play'],
      ['previoustrack', 'back'],
      ['nexttrack', 'forward'],
    ] as const;
    // While a sound plays the browser keeps media keys for itself and tells them here instead.
    for (const [name, act] of handlers) {
      media?.setActionHandler(name, () => latest.current[act]());
    }
    return () => {
      document.removeEventListener('keydown', press);
      for (const [name] of handlers) media?.setActionHandler(name, null);
    };
  }, []);
}

import { useEffect } from 'react';

/**
 * Keys for those who type beside talking. They lie where Swedish is not typed and where Chromium, iPadOS and Android
 * leave them alone: no Ctrl+Alt (AltGr), no letter with a sign a Swede needs behind Alt, and none of a browser's menu.
 */
export const SHORTCUTS = {
  next: 'Control+Enter',
  previous: 'Control+Shift+Enter',
  note: 'Alt+T',
  verbatim: 'Alt+O',
  thirdPerson: 'Alt+A',
  moment: 'Alt+S',
  skip: 'Alt+H',
  pause: 'Alt+P',
  cards: 'Alt+K',
  tools: 'Alt+V',
} as const;
export type Shortcut = keyof typeof SHORTCUTS;

/** Says on the element itself which keys do what a tap on it does: to screen readers, and to `useShortcuts`. */
export const keys = (act: Shortcut) => ({ 'aria-keyshortcuts': SHORTCUTS[act] });

/** As ARIA 1.2 writes it. The place of the key counts, since Alt changes its letter on a Mac or an iPad. */
export function combination(
  event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey' | 'code' | 'key'>,
): string {
  const key = event.code === '' ? event.key.toUpperCase() : event.code.replace('Key', '');
  const held = [event.ctrlKey && 'Control', event.altKey && 'Alt', event.shiftKey && 'Shift'];
  return [...held, key === 'ENTER' ? 'Enter' : key].filter(Boolean).join('+');
}

/** Presses, or goes to, what stands on the screen with these keys; nothing while something lies over the talk. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const pressed = combination(event);
      if (!Object.values<string>(SHORTCUTS).includes(pressed)) return;
      event.preventDefault();
      if (event.repeat || document.querySelector('dialog[open]')) return;
      const target = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${pressed}"]`);
      if (!(target instanceof HTMLTextAreaElement)) return target?.click();
      // Where little is written the field is folded away.
      target.closest('details')?.setAttribute('open', '');
      target.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

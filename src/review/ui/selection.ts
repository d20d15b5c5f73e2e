import { useEffect, useState } from 'react';
import type { Anchor, Passage } from '../model/event.ts';

/** Where a passage's text stands in the document: the element that carries `data-passage` holds it and no more. */
export const anchorKey = (anchor: Anchor): string =>
  anchor.kind === 'question' ? `question:${anchor.question}` : `memo:${anchor.field}`;

export interface SelectedPassage extends Passage {
  readonly key: string;
}

/** Long enough for a tap on "comment": on a touch screen the tap itself ends the selection. */
const LINGER_MS = 700;

/** The words selected within one answer, by mouse, touch or caret; null when there are none. */
export function useSelectedPassage(): SelectedPassage | null {
  const [selected, setSelected] = useState<SelectedPassage | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = readSelection(document.getSelection());
      clearTimeout(timer);
      if (now) setSelected(now);
      else timer = setTimeout(() => setSelected(null), LINGER_MS);
    };
    document.addEventListener('selectionchange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
    };
  }, []);
  return selected;
}

/** A selection that runs on past its answer (as a triple click does) ends where the answer ends. */
export function readSelection(selection: Selection | null): SelectedPassage | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const holder = passageOf(range.startContainer);
  const key = holder?.getAttribute('data-passage');
  if (!holder || !key) return null;
  const text = holder.textContent ?? '';
  const before = document.createRange();
  before.selectNodeContents(holder);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const within = passageOf(range.endContainer) === holder;
  const end = within ? start + range.toString().length : text.length;
  return trimmed(key, text, start, end);
}

/** The passage without white space at its ends; null when nothing is left. */
export function trimmed(
  key: string,
  text: string,
  start: number,
  end: number,
): SelectedPassage | null {
  const words = text.slice(start, end);
  const quote = words.trim();
  if (quote === '') return null;
  const from = start + (words.length - words.trimStart().length);
  return { key, from, to: from + quote.length, quote };
}

function passageOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('[data-passage]') ?? null;
}

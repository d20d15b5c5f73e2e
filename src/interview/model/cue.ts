/** A piece of a transcript from another tool. */
export interface Cue {
  /** Milliseconds into the recording; null where the file does not say. */
  readonly from: number | null;
  readonly to: number | null;
  /** Who speaks, as the file calls them; null where it does not say. Never kept: a person picks a role for it. */
  readonly voice: string | null;
  readonly text: string;
  /** What the file set apart in square brackets, and lines that could not be read. */
  readonly remark: string;
}

/** What was wrong on a line, counted from 1. What stood there is in a cue all the same. */
export interface ImportFault {
  readonly line: number;
  readonly why: 'badTime' | 'noTime' | 'backwards' | 'notText';
}

export interface Imported {
  readonly format: 'vtt' | 'srt' | 'text';
  readonly cues: readonly Cue[];
  readonly faults: readonly ImportFault[];
}

/** 1:02:03 and 2:03, for people. */
export function timeWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** `1:02:03`, `2:03` or `2.03`, with or without a part of a second; undefined when it is no time. */
export function timeOf(text: string): number | undefined {
  const parts = /^(?:(\d{1,3})[:.])?(\d{1,3})[:.](\d{2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!parts) return undefined;
  const [, h = '0', m = '0', s = '0', part = '0'] = parts;
  if (Number(s) > 59 || (parts[1] !== undefined && Number(m) > 59)) return undefined;
  return ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(part.padEnd(3, '0'));
}

/** Sets apart what a tool put in square brackets, e.g. `[skrattar]`: it was not said. */
export function apart(text: string): { readonly text: string; readonly remark: string } {
  const remarks: string[] = [];
  const rest = text.replace(/\[([^\]\n]{1,80})\]/g, (_whole, inner: string) => {
    remarks.push(inner.trim());
    return '';
  });
  if (remarks.length === 0) return { text, remark: '' };
  return { text: rest.replace(/[ \t]{2,}/g, ' ').trim(), remark: remarks.join(', ') };
}

/** A line of text with its number. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Lines of any system's making, without the byte order mark. */
export const linesOf = (text: string): Line[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ number: i + 1, text: line }));

/** Stretches of lines that stand together, without the empty ones between. */
export function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

import {
  apart,
  blocksOf,
  timeOf,
  type Cue,
  type Imported,
  type ImportFault,
  type Line,
} from './cue.ts';

/** How one kind of subtitle file says things. */
interface Dialect {
  readonly format: 'vtt' | 'srt';
  /** Blocks that hold no words. */
  readonly isAside: (first: string) => boolean;
  readonly time: (text: string) => number | undefined;
  /** What a cue's text says, by voice. */
  readonly voices: (
    text: string,
  ) => readonly { readonly voice: string | null; readonly text: string }[];
}

const ARROW = '-->';

/**
 * Reads the cues of a subtitle file. A cue whose times cannot be read comes without them, with the line as a remark
 * and a fault that names its number: no word of the file is lost.
 */
export function readCues(lines: readonly Line[], dialect: Dialect): Imported {
  const cues: Cue[] = [];
  const faults: ImportFault[] = [];
  for (const block of blocksOf(lines)) {
    // A header or note that runs into a cue is only its name (WebVTT 6.1).
    const hasCue = block.some((line) => line.text.includes(ARROW));
    if (!hasCue && dialect.isAside(block[0]?.text ?? '')) continue;
    for (const piece of piecesOf(block)) {
      const { timing } = piece;
      const first = piece.payload[0] ?? timing;
      if (!first) continue;
      const times = timing ? timesOf(timing.text, dialect) : ('noTime' as const);
      if (typeof times === 'string') faults.push({ line: (timing ?? first).number, why: times });
      const known = typeof times === 'string' ? { from: null, to: null } : times;
      const unread = typeof times === 'string' && timing ? [...piece.name, timing.text.trim()] : [];
      const text = piece.payload.map((line) => line.text.trim()).join('\n');
      for (const said of dialect.voices(text)) {
        const { text: words, remark } = apart(said.text.trim());
        const remarks = [remark, ...unread].filter(Boolean).join(', ');
        if (words === '' && remarks === '') continue;
        cues.push({ ...known, voice: said.voice, text: words, remark: remarks });
      }
    }
  }
  return { format: dialect.format, cues, faults };
}

interface Piece {
  /** What the cue is called, unless that is only its number. */
  readonly name: readonly string[];
  readonly timing: Line | null;
  readonly payload: readonly Line[];
}

/** One cue, or several with no empty line between them (WebVTT 6.1: a line with an arrow begins the next). */
function piecesOf(block: readonly Line[]): Piece[] {
  const starts = block.flatMap((line, i) => (line.text.includes(ARROW) ? [i] : []));
  const [begin = block.length] = starts;
  const before = block.slice(0, begin);
  const name = before.length > 1 ? [] : before.map(({ text }) => text.trim()).filter(isWords);
  const cues = starts.map((start, i): Piece => {
    const next = starts[i + 1];
    const payload = block.slice(start + 1, next);
    // The number of the next cue is no word of this one.
    if (next !== undefined && !isWords(payload.at(-1)?.text ?? '')) payload.pop();
    return { name: i === 0 ? name : [], timing: block[start] ?? null, payload };
  });
  // One line above a timing is the cue's name; more are words whose own timing is lost.
  const lost = starts.length === 0 || before.length > 1;
  return lost ? [{ name: [], timing: null, payload: before }, ...cues] : cues;
}

const isWords = (text: string): boolean => !/^\d*$/.test(text.trim());

function timesOf(
  line: string,
  dialect: Dialect,
): { readonly from: number; readonly to: number } | 'badTime' | 'backwards' {
  const [start = '', rest = ''] = line.split(ARROW);
  const from = dialect.time(start.trim());
  // After the end come settings of where the words stand on a screen.
  const to = dialect.time(rest.trim().split(/\s+/)[0] ?? '');
  if (from === undefined || to === undefined) return 'badTime';
  return to < from ? 'backwards' : { from, to };
}

/** WebVTT (W3C, https://www.w3.org/TR/webvtt1/): hours are optional, parts of a second are not. */
export const VTT: Dialect = {
  format: 'vtt',
  isAside: (first) => /^(WEBVTT|NOTE|STYLE|REGION)(\s|$)/.test(first),
  time: (text) => (/^(\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}$/.test(text) ? timeOf(text) : undefined),
  voices: vttVoices,
};

/** SubRip: never written down as a standard; a comma before the milliseconds, and most tools take a point too. */
export const SRT: Dialect = {
  format: 'srt',
  isAside: () => false,
  time: (text) => (/^\d{1,3}:\d{1,2}:\d{2}[,.]\d{1,3}$/.test(text) ? timeOf(text) : undefined),
  voices: (text) => {
    const plain = text.replace(/<\/?[a-z][^<>\n]{0,80}>|\{\\[^}\n]{0,40}\}/gi, '');
    return [{ voice: null, text: plain }];
  },
};

/** `<v Name>` says who speaks until the next one (WebVTT 6.4); other tags say how it looks. */
function vttVoices(text: string): { voice: string | null; text: string }[] {
  const said: { voice: string | null; text: string }[] = [];
  let voice: string | null = null;
  let from = 0;
  const keep = (to: number) => {
    const words = unescaped(text.slice(from, to).replace(/<\/?[a-z][^<>]*>|<[\d:.]+>/gi, ''));
    if (words.trim() !== '') said.push({ voice, text: words });
  };
  for (const tag of text.matchAll(/<v(?:\.[^\s<>]*)?[ \t\n]+([^<>]*)>|<\/v>/g)) {
    keep(tag.index);
    voice = tag[1] === undefined ? null : unescaped(tag[1]).replace(/\s+/g, ' ').trim() || null;
    from = tag.index + tag[0].length;
  }
  keep(text.length);
  return said.length > 0 ? said : [{ voice, text: '' }];
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};

/** Character references; one that nobody knows stays as it stands. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, ten, sixteen, name) => {
    const code = ten ? Number(ten) : sixteen ? Number.parseInt(sixteen, 16) : null;
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return NAMED[String(name)] ?? whole;
  });

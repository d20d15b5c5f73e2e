/** A part of what was asked: between two marks, or after an "and" that begins a question of its own. */
export interface Clause {
  /** As written, for quoting back. */
  readonly raw: readonly string[];
  /** In lower case, with spoken spellings made usual; the rules read these. */
  readonly words: readonly string[];
  /** The mark that ends it: `?`, `.`, `,` or nothing. */
  readonly end: '?' | '.' | ',' | '';
}

/** What a language brings to the cutting of a text. */
export interface Cutting {
  readonly usual: ReadonlyMap<string, string>;
  /** Words that fill a pause and change nothing. */
  readonly fillers: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
  /** Whether the words at this place begin a question of their own. */
  readonly asksAt: (words: readonly string[], at: number) => boolean;
}

/** Longer than any question that is asked of a person; what stands behind is not read. */
const LONGEST = 600;

/*
 * One pass, no nesting and nothing optional before a repeat: the time is linear in the text, whatever was typed.
 */
const PIECE = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[?!.…,;:–—"”“«»\n]/gu;
const ENDS = new Map<string, Clause['end']>([
  ['?', '?'],
  ['!', '.'],
  ['.', '.'],
  ['…', '.'],
  ['\n', '.'],
  [',', ','],
  [';', ','],
  [':', ','],
  ['–', ','],
  ['—', ','],
]);

/** Cuts a text into clauses, and tells whether something in it is quoted. */
export function cut(text: string, cutting: Cutting): { clauses: Clause[]; quotes: boolean } {
  const clauses: Clause[] = [];
  let raw: string[] = [];
  let quotes = 0;
  const close = (end: Clause['end']): void => {
    if (raw.length > 0) clauses.push(...atJoins(raw, end, cutting));
    else if (end === '?') markAsked(clauses);
    raw = [];
  };
  for (const [piece] of text.slice(0, LONGEST).normalize('NFC').matchAll(PIECE)) {
    const end = ENDS.get(piece);
    if (end) close(end);
    else if (/^["”“«»]$/u.test(piece)) quotes += 1;
    else if (!cutting.fillers.has(piece.toLowerCase())) raw.push(piece);
  }
  close('');
  return { clauses, quotes: quotes > 1 };
}

/** A question mark after another mark ("… va..?") still ends the clause before it. */
function markAsked(clauses: Clause[]): void {
  const last = clauses.pop();
  if (last) clauses.push({ ...last, end: '?' });
}

function atJoins(raw: readonly string[], end: Clause['end'], cutting: Cutting): Clause[] {
  const words = raw.map((word) => {
    const small = word.toLowerCase().replaceAll('’', "'");
    return cutting.usual.get(small) ?? small;
  });
  const clauses: Clause[] = [];
  let from = 0;
  for (let i = 1; i < words.length - 1; i += 1) {
    if (!cutting.joins.has(words[i] ?? '') || !cutting.asksAt(words, i + 1)) continue;
    clauses.push({ raw: raw.slice(from, i), words: words.slice(from, i), end: ',' });
    from = i;
  }
  clauses.push({ raw: raw.slice(from), words: words.slice(from), end });
  return clauses;
}

/** True when the phrases' words stand next to each other somewhere in these words. */
export const has = (words: readonly string[], ...phrases: readonly string[]): boolean => {
  const line = ` ${words.join(' ')} `;
  return phrases.some((phrase) => line.includes(` ${phrase} `));
};

/** True when the words begin with one of the phrases. */
export const starts = (words: readonly string[], ...phrases: readonly string[]): boolean => {
  const line = `${words.join(' ')} `;
  return phrases.some((phrase) => line.startsWith(`${phrase} `));
};

/** A set of words, written as one line. */
export const wordSet = (line: string): ReadonlySet<string> => new Set(line.trim().split(/\s+/));

import { apart, timeOf, type Cue, type Imported, type Line } from './cue.ts';

/** How a paragraph begins, where a line says it. */
interface Opening {
  readonly from: number | null;
  readonly voice: string | null;
  readonly text: string;
}

const NAME = String.raw`\p{L}[\p{L}\p{N} .'’_()-]{0,39}`;
const TIME = String.raw`(?:\d{1,3}[:.])?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
const STAMP = new RegExp(String.raw`^[[(]?(${TIME})[\])]?(?:\s+|$)`);
const NAMED = new RegExp(String.raw`^(${NAME}?)\s*(?:[[(]?(${TIME})[\])]?)?:(?:\s+|$)`, 'u');
/** Many tools give the speaker and the time a line of their own. */
const NAME_LINE = new RegExp(String.raw`^(${NAME}?)\s+[[(]?(${TIME})[\])]?$`, 'u');
const ROLE_LINE =
  /^((?:speaker|talare|person|deltagare|intervjuare|interviewer|participant)\s?\d{0,2})$/i;

/**
 * Reads plain text, with or without times and "Name:" before what is said. A paragraph is a segment; in a text
 * without any of these signs and without empty lines every line is one, as tools write it that listen by themselves.
 */
export function readPlain(lines: readonly Line[]): Imported {
  const written = lines.filter((line) => line.text.trim() !== '');
  const signs = written.some((line) => openingOf(line.text) !== null);
  const gaps = lines
    .slice(lines.findIndex((line) => line.text.trim() !== ''))
    .some((line, i, all) => line.text.trim() === '' && i < all.length - 1);
  const eachLine = !signs && !gaps;
  const paragraphs: { from: number | null; voice: string | null; texts: string[] }[] = [];
  let fresh = true;
  for (const line of lines) {
    const text = line.text.trim();
    if (text === '') {
      fresh = true;
      continue;
    }
    const opening = openingOf(text);
    const last = paragraphs.at(-1);
    if (opening) {
      paragraphs.push({ ...opening, texts: opening.text === '' ? [] : [opening.text] });
    } else if (last && (!fresh || last.texts.length === 0) && !eachLine) {
      last.texts.push(text);
    } else {
      paragraphs.push({ from: null, voice: null, texts: [text] });
    }
    fresh = false;
  }
  return { format: 'text', cues: paragraphs.map(cueOf), faults: [] };
}

function cueOf(paragraph: {
  readonly from: number | null;
  readonly voice: string | null;
  readonly texts: readonly string[];
}): Cue {
  const { from, voice, texts } = paragraph;
  return { from, to: null, voice, ...apart(texts.join('\n')) };
}

/** Null for a line that only goes on. */
function openingOf(line: string): Opening | null {
  const text = line.trim();
  const stamp = STAMP.exec(text);
  const from = stamp ? (timeOf(stamp[1] ?? '') ?? null) : null;
  const rest = from === null ? text : text.slice(stamp?.[0].length ?? 0);
  const named = NAMED.exec(rest);
  if (named) {
    const inside = named[2] === undefined ? null : (timeOf(named[2]) ?? null);
    return { from: from ?? inside, voice: tidy(named[1]), text: rest.slice(named[0].length) };
  }
  const line1 = NAME_LINE.exec(rest);
  const at = line1 ? timeOf(line1[2] ?? '') : undefined;
  if (line1 && at !== undefined) return { from: at, voice: tidy(line1[1]), text: '' };
  const role = from === null ? null : ROLE_LINE.exec(rest);
  if (role) return { from, voice: tidy(role[1]), text: '' };
  return from === null ? null : { from, voice: null, text: rest };
}

const tidy = (name: string | undefined): string | null => name?.trim() || null;

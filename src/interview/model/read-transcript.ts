import { linesOf, type Cue, type Imported } from './cue.ts';
import { readCues, SRT, VTT } from './read-cues.ts';
import { readPlain } from './read-plain.ts';
import type { Speaker } from './transcript.ts';

/** Reads what another tool wrote: WebVTT, SubRip or plain text, by what it holds and not by its name. */
export function readOutside(text: string): Imported {
  const read = readByKind(text);
  return { ...read, cues: read.cues.flatMap(inPieces) };
}

/** A segment holds a long speech; a book without an empty line becomes several. */
const PIECE = /[^]{1,150000}/g;

const inPieces = (cue: Cue): Cue[] =>
  (cue.text.match(PIECE) ?? ['']).map((text, i) => ({
    ...cue,
    text,
    ...(i > 0 && { remark: '' }),
  }));

function readByKind(text: string): Imported {
  const lines = linesOf(text);
  // A word processor's file, or sound: read as text it would be noise, and it is better said than shown.
  const noise = lines.find((line) => line.text.includes('\0'));
  if (noise) return { format: 'text', cues: [], faults: [{ line: noise.number, why: 'notText' }] };
  if (/^WEBVTT(\s|$)/.test(lines[0]?.text ?? '')) return withPrefixes(readCues(lines, VTT));
  if (lines.some((line) => /\d\s*-->\s*\d/.test(line.text)))
    return withPrefixes(readCues(lines, SRT));
  return readPlain(lines);
}

/** Subtitles often say who speaks as text does, with a name and a colon. */
const withPrefixes = (read: Imported): Imported => ({
  ...read,
  cues: read.cues.map((cue) => {
    const named =
      cue.voice === null ? /^(\p{L}[\p{L}\p{N} .'’_-]{0,39}?):\s+/u.exec(cue.text) : null;
    return named ? { ...cue, voice: named[1] ?? null, text: cue.text.slice(named[0].length) } : cue;
  }),
});

/** Who a name in the file stands for; `notName`: it only looked like one, and belongs to what was said. */
export type Role = Speaker | 'notName';

/** The names in a file in the order in which they come, each with a guess that a person looks over. */
export function voicesIn(cues: readonly Cue[]): { readonly voice: string; readonly role: Role }[] {
  const counts = new Map<string, number>();
  for (const { voice } of cues) {
    if (voice !== null) counts.set(voice, (counts.get(voice) ?? 0) + 1);
  }
  let free: Speaker[] = ['interviewer', 'participant'];
  return [...counts].map(([voice, count]) => {
    const role = guess(voice, count, free);
    free = free.filter((each) => each !== role);
    return { voice, role };
  });
}

function guess(voice: string, count: number, free: readonly Speaker[]): Role {
  const name = voice.toLowerCase();
  if (/^(interv|i$|fråg)/.test(name)) return 'interviewer';
  if (/^(delt|parti|resp|d$|p$|r$|ungdom)/.test(name)) return 'participant';
  if (/^(tolk|interpreter)/.test(name)) return 'interpreter';
  if (/^(speaker|talare|person|spk)/.test(name)) return free[0] ?? 'other';
  // A name comes back; "Hon sa:" stands there once.
  return count > 1 ? (free[0] ?? 'other') : 'notName';
}

/** The cues with roles instead of names. Names themselves are never kept. */
export function withRoles(
  cues: readonly Cue[],
  roles: ReadonlyMap<string, Role>,
  unnamed: Speaker,
): (Omit<Cue, 'voice'> & { readonly speaker: Speaker })[] {
  let before = unnamed;
  return cues.map(({ voice, ...cue }) => {
    const role = voice === null ? undefined : (roles.get(voice) ?? 'notName');
    if (role === undefined) return { ...cue, speaker: before };
    if (role === 'notName') return { ...cue, speaker: before, text: `${voice}: ${cue.text}` };
    before = role;
    return { ...cue, speaker: role };
  });
}

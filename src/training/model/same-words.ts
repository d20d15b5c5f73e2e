import type { LocalText } from '../../guide/model/guide.ts';

/** Of all different words of two questions, so many are in both: "Vad hände sen?" is "Vad hände sedan?". */
const ENOUGH = 0.6;

/** True when somebody asked in own words just what the guide asks, in either language. */
export const asksTheSame = (text: string, asked: LocalText): boolean =>
  [asked.sv, asked.en ?? ''].some((each) => likeness(wordsOf(text), wordsOf(each)) >= ENOUGH);

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size < 2 || b.size < 2) return 0;
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both);
}

/** As they are spoken and written at a table. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['sen', 'sedan'],
  ['nån', 'någon'],
  ['nåt', 'något'],
  ['idag', 'dag'],
  ['ikväll', 'kväll'],
  ['sa', 'sade'],
  ['dom', 'de'],
  ['va', 'var'],
]);
/** They open a question without being part of what is asked. */
const OPENERS: ReadonlySet<string> = new Set(['och', 'men', 'så', 'i', 'and', 'but', 'so', 'in']);

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (
      text
        .slice(0, 500)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    )
      .map((word) => SPOKEN.get(word) ?? word)
      .filter((word) => !OPENERS.has(word)),
  );

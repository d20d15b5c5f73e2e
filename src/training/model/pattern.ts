/** The end or the beginning of a word, where å, ä and ö are letters too: `\b` does not know them. */
const EDGE = '(?:(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}]))';

/** What words can be compared with. */
export interface Pattern {
  readonly source: string;
  test(words: string): boolean;
}

/**
 * One pattern of several, in which `\b` and `\w` know every letter. It is made when the first words are compared with
 * it: making them all takes longer than anything else when the vault's worker starts.
 */
export function anyOf(...patterns: readonly Pick<Pattern, 'source'>[]): Pattern {
  const source = patterns.map((pattern) => pattern.source).join('|');
  let made: RegExp | undefined;
  return {
    source,
    test: (words) => {
      made ??= new RegExp(source.replaceAll('\\b', EDGE).replaceAll('\\w', '[\\p{L}\\p{N}]'), 'u');
      return made.test(words);
    },
  };
}

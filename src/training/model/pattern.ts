/** The end or the beginning of a word, where å, ä and ö are letters too: `\b` does not know them. */
const EDGE = '(?:(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}]))';

/** One pattern of several, in which `\b` and `\w` know every letter. */
export const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(
    patterns
      .map(({ source }) => source)
      .join('|')
      .replaceAll('\\b', EDGE)
      .replaceAll('\\w', '[\\p{L}\\p{N}]'),
    'u',
  );

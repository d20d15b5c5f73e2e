/*
 * What would lead from an invented person to a real one: a telephone number, an address by mail or on the net, a
 * street with its number, a postcode. Rather one too many than one too few: the author only words it otherwise.
 */

const LOOKS: readonly RegExp[] = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}]{2,}/u,
  /\b(?:https?:\/\/|www\.)\S+/iu,
  /(?<![\p{L}\p{N}@])[\p{L}\p{N}-]+\.(?:se|com|nu|org|net|eu|io)\b(?:\/\S*)?/iu,
  // Swedish numbers, with or without the country's: 070-174 06 05, +46 8 465 004 23, 08-465 004 04.
  /(?<![\p{L}\p{N}])(?:(?:\+|00)\d{1,3}[\s-]?(?:\(0\))?\d|0\d)(?:[\s–/()-]{0,2}\d){5,11}(?!\d)/u,
  // A street and its number: Storgatan 12, Björkvägen 3 B.
  /\p{L}{2,}(?:gatan|vägen|gränd|stigen|torget|backen|allén|plan|street|road)\s+\d{1,4}\s?[A-Z]?(?![\p{L}\p{N}])/u,
  // A postcode and its town: 652 24 Karlstad.
  /(?<!\d)\d{3}\s\d{2}\s+\p{Lu}\p{L}+/u,
];

/** The first thing in a text that looks like contact data; undefined when there is none. */
export const holdsContact = (text: string): string | undefined =>
  LOOKS.flatMap((look) => look.exec(text)?.[0] ?? [])[0];

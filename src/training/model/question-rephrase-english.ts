import { AUX, NOT, PRONOUN, SUBJECT, WH } from './question-english-words.ts';
import {
  after,
  withoutEnd,
  type Rephrase,
  type Rephrased,
  type Turns,
  type Worded,
} from './question-rephrase.ts';
import { has, wordSet } from './question-text.ts';

/** "Did you like school?" → "school"; what stands after it has to be a thing or a person. */
const ABOUT: Turns = [
  ['did you like', ''],
  ['do you like', ''],
  ['did you enjoy', ''],
  ['what did you think of', ''],
  ['what did you think about', ''],
  ['what do you think of', ''],
  ['do you remember', ''],
  ['can you remember', ''],
  ['were you allowed to see', 'the contact with '],
  ['did you get to see', 'the contact with '],
  ['did you see', 'the contact with '],
  ['are you in touch with', 'the contact with '],
  ['were you in touch with', 'the contact with '],
  ['did you have contact with', 'the contact with '],
  ['did you have any contact with', 'the contact with '],
  ['do you have contact with', 'the contact with '],
  ['any contact with', 'the contact with '],
  ['were you happy in', 'what it was like in '],
  ['were you happy at', 'what it was like at '],
  ['were you happy with', 'what it was like with '],
  ['did things go well at', 'how things went at '],
  ['did things go well in', 'how things went in '],
  ['did it go well at', 'how it went at '],
];

const LIGHT = wordSet(
  'then there now too today much often again really still well ever at all anyway',
);
const NOT_IN_THING = wordSet('and or not never to if that when because whether who');
const POSSESSIVE = wordSet('your his her their the this a an my our any');
const ALONE = wordSet('it them him her that this mum dad');

/** Turns an English question into an invitation, where the order of its words makes that safe. */
export const rephraseEnglish: Rephrase = (clause) => aboutThing(clause) ?? whatItWas(clause);

function aboutThing(clause: Worded): Rephrased | null {
  for (const [begins, tells] of ABOUT) {
    const rest = after(clause, begins);
    const thing = rest && withoutEnd(rest, LIGHT);
    if (thing && isThing(thing.words)) {
      return { better: 'tellAbout', found: `${tells}${thing.raw.join(' ')}` };
    }
  }
  return null;
}

/** One to five words without a clause of their own. */
function isThing(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.length === 1) return ALONE.has(first) || isPlain(first);
  return (
    words.length > 0 &&
    words.length < 6 &&
    words.every((word) => POSSESSIVE.has(word) || word === 'mum' || word === 'dad' || isPlain(word))
  );
}

const isPlain = (word: string): boolean =>
  word !== '' &&
  !PRONOUN.has(word) &&
  !SUBJECT.has(word) &&
  !WH.has(word) &&
  !AUX.has(word) &&
  !NOT.has(word) &&
  !NOT_IN_THING.has(word) &&
  !word.includes("'");

const NOT_AFTER_TO = wordSet('and or not then me us');
const IT_WAS = [
  'it was',
  'was it',
  "wasn't it",
  "isn't it",
  'it must have been',
  'must it have been',
];

/** "Wasn't it hard living with strangers?" → "living with strangers". */
function whatItWas(clause: Worded): Rephrased | null {
  const { words } = clause;
  if (!has(words, ...IT_WAS)) return null;
  const at = words.findIndex((word, i) => i > 2 && (word === 'to' || /^[a-z]{2,}ing$/.test(word)));
  const [before, rest] = [words.slice(0, at), words.slice(at)];
  if (at < 0 || rest.length < 2 || rest.some((word) => NOT_AFTER_TO.has(word))) return null;
  // "Kind of them to take you in" speaks of what others did; "far to school" of a place.
  if (before.some((word) => ['of', 'that', 'far', 'long', 'who', 'where'].includes(word)))
    return null;
  if (['everything', 'anything', 'nothing', 'something'].includes(rest[0] ?? '')) return null;
  if (rest[0] === 'to' && PRONOUN.has(rest[1] ?? '')) return null;
  return { better: 'howWasIt', found: clause.raw.slice(at).join(' ') };
}

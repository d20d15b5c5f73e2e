import {
  after,
  withoutEnd,
  type Rephrase,
  type Rephrased,
  type Turns,
  type Worded,
} from './question-rephrase.ts';
import { isVerb, POSSESSIVE, SUBJECT, SUBORDINATE, WH } from './question-swedish-words.ts';
import { wordSet } from './question-text.ts';

/** "Tyckte du om skolan?" → "skolan"; what stands after it has to be a thing or a person. */
const ABOUT: Turns = [
  ['tyckte du om', ''],
  ['tycker du om', ''],
  ['gillade du', ''],
  ['gillar du', ''],
  ['vad tyckte du om', ''],
  ['vad tycker du om', ''],
  ['minns du', ''],
  ['kommer du ihåg', ''],
  ['fick du träffa', 'kontakten med '],
  ['hade du kontakt med', 'kontakten med '],
  ['har du kontakt med', 'kontakten med '],
  ['hade du någon kontakt med', 'kontakten med '],
  ['har du någon kontakt med', 'kontakten med '],
  ['trivdes du i', 'hur det var i '],
  ['trivdes du på', 'hur det var på '],
  ['trivdes du hos', 'hur det var hos '],
  ['trivdes du med', 'hur det var med '],
  ['trivs du i', 'hur det är i '],
  ['trivs du på', 'hur det är på '],
  ['trivs du med', 'hur det är med '],
  ['gick det bra i', 'hur det gick i '],
  ['gick det bra på', 'hur det gick på '],
  ['gick det bra med', 'hur det gick med '],
];

const LIGHT = wordSet(`
  då där sen nu också mycket bra egentligen ens ändå idag igen ofta mest verkligen alls`);
const NOT_IN_THING = wordSet('och eller att inte aldrig mer');
const ALONE = wordSet('det den henne honom dem dig mamma pappa');

/** Turns a Swedish question into an invitation, where the order of its words makes that safe. */
export const rephraseSwedish: Rephrase = (clause) =>
  aboutThing(clause) ?? howItWas(clause) ?? howItCame(clause);

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

/** One to five words without a verb or a clause of their own. */
function isThing(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.length === 1) return ALONE.has(first) || isPlain(first);
  return (
    words.length > 0 &&
    words.length < 6 &&
    words.every((word) => POSSESSIVE.has(word) || isPlain(word))
  );
}

const isPlain = (word: string): boolean =>
  word !== '' &&
  !SUBJECT.has(word) &&
  !WH.has(word) &&
  !SUBORDINATE.has(word) &&
  !NOT_IN_THING.has(word) &&
  !isVerb(word);

const NOT_AFTER_TO = wordSet('och eller inte väl ju dig mig oss');
const SHORT_INFINITIVES = wordSet('bo gå få se ha bli ge ta dra stå dö må tro le be ske slå');

/** "Var det inte svårt att bo hos dem?" → "att bo hos dem". */
function howItWas(clause: Worded): Rephrased | null {
  const { words } = clause;
  const at = words.indexOf('att');
  const [before, verb = ''] = [words.slice(0, at), words[at + 1]];
  const infinitive = SHORT_INFINITIVES.has(verb) || (verb.endsWith('a') && !SUBJECT.has(verb));
  if (at < 2 || !infinitive || !before.includes('det') || !before.includes('var')) return null;
  // "Snällt av dem att ta emot dig" speaks of what others did.
  if (before.includes('av') || words.slice(at).some((word) => NOT_AFTER_TO.has(word))) return null;
  return { better: 'howWasIt', found: clause.raw.slice(at).join(' ') };
}

const WHO = wordSet('du ni han hon de det');

/** "Varför flyttade du därifrån?" → "du flyttade därifrån"; with "inte" it would still reproach. */
function howItCame(clause: Worded): Rephrased | null {
  const { words, raw } = clause;
  const [why, verb = '', who = ''] = words;
  if (why !== 'varför' || !WHO.has(who) || !isVerb(verb)) return null;
  if (words.some((word) => ['inte', 'aldrig', 'inget', 'ingenting', 'och', 'så'].includes(word)))
    return null;
  return { better: 'howCome', found: [raw[2], raw[1], ...raw.slice(3)].join(' ') };
}

import type { Read } from './question-reading.ts';
import {
  ASKED_TELLING,
  isVerb,
  MEASURE,
  OFFERED_TELLING,
  SUBJECT,
  TELL,
  WH,
} from './question-swedish-words.ts';
import { has, starts, wordSet } from './question-text.ts';

/** "Berätta …", "kan du beskriva …", "jag vill gärna höra …", and what they ask for. */
export function readRequest(words: readonly string[]): Read | null {
  const [first = '', second = ''] = words;
  if (TELL.has(first)) return asksFor(words.slice(1));
  if (first === 'nämn') return { is: 'focused', why: 'oneThing' };
  if (starts(words, 'mer om', 'lite mer om', 'jag är nyfiken på')) return asksFor(words.slice(2));
  if (first === 'jag' && second === 'undrar') {
    return words.length > 2 ? asksFor(words.slice(2)) : { is: 'aside' };
  }
  if (starts(words, 'vad vill du', 'vad kan du') && has(words, 'berätta', 'säga')) {
    return { is: 'open', why: 'broad' };
  }
  const rest = afterTelling(words);
  return rest && asksFor(rest);
}

const ASKING = [
  'kan du',
  'kunde du',
  'skulle du',
  'vill du',
  'orkar du',
  'får jag',
  'kan inte du',
  'kan vi gå tillbaka',
];
const OFFERING = ['du får', 'du kan', 'du skulle', 'jag vill', 'jag skulle', 'jag tänkte'];

/** What stands after "kan du berätta", "du får gärna beskriva", "jag skulle vilja höra". */
function afterTelling(words: readonly string[]): readonly string[] | null {
  const asks = starts(words, ...ASKING);
  if (!asks && !starts(words, ...OFFERING)) return null;
  if (starts(words, 'kan vi gå tillbaka')) return words.slice(4);
  const at = words.findIndex((word) => (asks ? ASKED_TELLING : OFFERED_TELLING).has(word));
  if (at < 1 || at > 6) return null;
  const [verb = '', next = ''] = words.slice(at);
  // "Kunde du prata med din socialsekreterare?" asks whether; nobody is invited to tell.
  if (verb === 'prata' && next === 'med') return null;
  if (words[0] === 'kunde' && !['berätta', 'beskriva'].includes(verb)) return null;
  if (verb === 'säga' && (next === 'att' || next === 'ifrån')) return null;
  return words.slice(at + 1);
}

const LEAD_IN = wordSet('gärna lite mig för sen oss exakt kort bara');
const ONE = wordSet('vem vems vilken vilket vilka vart varifrån');

/** A request for one thing ("säga vad familjen hette") is focused; for a story, an invitation. */
function asksFor(rest: readonly string[]): Read {
  const at = rest.findIndex((word) => !LEAD_IN.has(word));
  const after = at < 0 ? [] : rest.slice(at);
  if (after[0] === 'om' && SUBJECT.has(after[1] ?? '') && isVerb(after[2])) {
    return { is: 'option', why: 'yesNo' };
  }
  const words = after[0] === 'om' ? after.slice(1) : after;
  const [first = '', second = ''] = words;
  const more = words.some((word, i) => word === 'och' && i > 1 && WH.has(words[i + 1] ?? ''));
  const one =
    ONE.has(first) ||
    (first === 'var' && second !== 'du') ||
    (first === 'vad' && has(words, 'hette', 'heter', 'kostade')) ||
    (first === 'hur' && MEASURE.has(second));
  if (one) return { is: 'focused', why: 'oneThing', more };
  if (first === 'varför') return { is: 'focused', why: 'why', more };
  return { is: 'open', why: 'invites', more };
}

import { readRequest } from './question-english-requests.ts';
import type { KindRules, Read } from './question-reading.ts';
import {
  AUX,
  fillers,
  JUDGED,
  MEASURE,
  NOT,
  OPENERS,
  PRONOUN,
  SUBJECT,
  SUBORDINATE,
  usual,
  WH,
} from './question-english-words.ts';
import { has, starts, wordSet, type Clause } from './question-text.ts';

/** The rules for English: a question has an auxiliary before its subject, or asks for the subject itself. */
export const english: KindRules = {
  usual,
  fillers,
  joins: wordSet('and or but'),
  asksAt,
  read,
  takesUp,
};

const isAux = (word: string | undefined): boolean =>
  word !== undefined && (AUX.has(word) || NOT.has(word));

function read(clause: Clause, before: readonly Read[]): Read {
  const all = clause.words;
  const stated = before.some(({ is }) => is === 'statement');
  if (isTag(all, stated)) return { is: 'tag' };
  if (goesOn(all)) return { is: 'open', why: 'goOn' };
  const words = skipOpeners(all);
  const [first = ''] = words;
  if (starts(words, 'say it', 'say that you', 'admit')) return { is: 'leading', why: 'assumes' };
  const invited = readRequest(words);
  if (invited) return invited;
  if (starts(words, 'shall we say', 'can we say', "let's say")) {
    return { is: 'leading', why: 'assumes' };
  }
  if (starts(words, 'how could you', 'how can you')) return { is: 'leading', why: 'blames' };
  if (exclaims(words)) return { is: 'aside' };
  if (beginsWh(words)) return readWh(words);
  if (first === 'surely' || (marksLeading(words) && isAux(first))) {
    return { is: 'leading', why: 'assumes' };
  }
  if (asksYesNo(words, clause.end)) return readYesNo(words, all[0] === 'or');
  if (saysSomething(words)) return { is: 'statement', leads: marksLeading(words) };
  return readFragment(all, clause.end);
}

/** A question of its own begins here: a question word with its auxiliary, or an auxiliary before its subject. */
function asksAt(words: readonly string[], at: number): boolean {
  const rest = words.slice(at);
  const [first = '', second] = rest;
  if (starts(rest, 'if so', 'then tell', 'for how long', 'with whom', 'tell me', 'describe'))
    return true;
  if (WH.has(first)) return second === undefined || second === 'and' || asksWithWh(rest);
  return isAux(first) && second !== undefined && SUBJECT.has(second);
}

const HAPPENS = wordSet('happened happens made makes kept helped gave got came went changed');

/** Whether a clause that begins with a question word asks: "what did she", "who came", not "what she said". */
function asksWithWh(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = words;
  if (words.length === 1 || first.includes("'") || isAux(second)) return true;
  const named = PRONOUN.has(second.split("'")[0] ?? '');
  if (first === 'why' && (!named || second === 'there') && words.length < 5) return true;
  if (/^(?:when|where|why)$/.test(first)) return second === 'to' || second === 'not';
  if (named) return false;
  if (first === 'who' || HAPPENS.has(second)) return true;
  if (first === 'how') {
    return (
      second === 'about' ||
      second === 'come' ||
      (words.slice(2, 5).some(isAux) && !PRONOUN.has(third))
    );
  }
  return !PRONOUN.has(third);
}

function skipOpeners(words: readonly string[]): readonly string[] {
  let at = 0;
  while (at < words.length - 1 && OPENERS.has(words[at] ?? '')) at += 1;
  const rest = words.slice(at);
  return starts(rest, 'if so') ? rest.slice(2) : rest;
}

const TAGS = `right|yeah|no|huh|eh|surely|then|of course|i suppose|i guess|i assume|i imagine|i take it|okay|or|or what|correct`;

function isTag(words: readonly string[], stated: boolean): boolean {
  if (!stated) return false;
  if (TAGS.split('|').includes(words.join(' '))) return true;
  if (starts(words, 'is that right', 'am i right', 'is that so', 'do you agree')) return true;
  return words.length <= 3 && isAux(words[0]) && PRONOUN.has(words[1] ?? '');
}

const GO_ON = `and then|and|mm-hm and|mm and|mm-hm|go on|and so|what then|then what|more|yes|and after that|and what then|so then`;
const goesOn = (words: readonly string[]): boolean =>
  words.length <= 3 && GO_ON.split('|').includes(words.join(' '));

function marksLeading(words: readonly string[]): boolean {
  const mine = [
    'i assume',
    'i suppose',
    'i guess',
    'i imagine',
    'i take it',
    'i bet',
    'i think you',
    'i think it',
    'i think he',
    'i think she',
    'i think they',
    'i know',
  ];
  if (starts(words, ...mine, 'i understand you', 'i understand that you', 'i suspect')) return true;
  if (has(words, 'it sounds', 'sounds like', 'sounds as', 'of course', 'surely', 'obviously'))
    return true;
  return has(
    words,
    'must have',
    'must be',
    'must feel',
    'must you have',
    'you must',
    'you mean',
    'clearly',
  );
}

function beginsWh(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (['in', 'with', 'to', 'at', 'for', 'from', 'by', 'on'].includes(first)) return WH.has(second);
  return WH.has(first) && asksWithWh(words);
}

function readWh(all: readonly string[]): Read {
  const words = all.slice(all.findIndex((word) => WH.has(word)));
  const [first = '', second = ''] = words;
  const judges = words.some(
    (word, i) => (word === 'so' || word === 'that') && JUDGED.has(words[i + 1] ?? ''),
  );
  if (judges) return { is: 'leading', why: first === 'why' ? 'blames' : 'loaded' };
  if (first === 'why') {
    const blames = NOT.has(second) || (words[2] === 'you' && has(words, 'not', 'nothing', 'never'));
    return blames || words[3] === 'not'
      ? { is: 'leading', why: 'blames' }
      : { is: 'focused', why: 'why' };
  }
  if (first === 'how' && JUDGED.has(second)) return { is: 'leading', why: 'loaded' };
  if (first === 'how' && MEASURE.has(second) && words.some((word) => VIOLENT.has(word))) {
    return { is: 'leading', why: 'loaded' };
  }
  if (starts(words, 'how much did you') && has(words, 'miss', 'hate', 'love')) {
    return { is: 'leading', why: 'loaded' };
  }
  if (has(words, 'do you mean', 'did you mean', 'put into it'))
    return { is: 'open', why: 'ownWords' };
  const broad = first.startsWith('how') ? isBroadHow(words) : isBroadWhat(words);
  return broad ? { is: 'open', why: 'broad' } : { is: 'focused', why: 'oneThing' };
}

/** "How long did he beat you?" takes for granted that he did. */
const VIOLENT = wordSet('beat hit abuse threaten hurt bully force');

function isBroadWhat(words: readonly string[]): boolean {
  if (!words[0]?.startsWith('what')) return false;
  if (['happened', 'happens'].includes(words[1] ?? '')) return true;
  if (
    has(
      words,
      'do you remember',
      'can you remember',
      'important',
      'comes to mind',
      'want me to',
      'like me to',
      'has happened',
      'was it that happened',
    )
  )
    return true;
  const like = words.indexOf('like');
  return (
    like > 1 &&
    !['you', 'they', 'he', 'she', 'we'].includes(words[like - 1] ?? '') &&
    words[like - 1] !== 'would'
  );
}

function isBroadHow(words: readonly string[]): boolean {
  const [, second = ''] = words;
  if (words[0] === "how's") return true;
  if (MEASURE.has(second)) return false;
  if (['was', 'is', 'were', 'are', 'have', 'has', 'about'].includes(second)) return true;
  const told = ['experience', 'describe', 'look back', 'you think', 'come about', 'you feel'];
  const went = [
    'it go',
    'things go',
    'that go',
    'it work',
    'that work',
    'things work',
    'it feel',
    'turn out',
    'it happen',
    'that happen',
  ];
  return has(words, ...told, ...went);
}

function asksYesNo(words: readonly string[], end: Clause['end']): boolean {
  const [first = '', second = ''] = words;
  if (first === 'ever' || first === 'any') return true;
  if (first === 'you' && end === '?' && STATES.has(second)) return true;
  return isAux(first) && second !== '' && (end === '?' || SUBJECT.has(second));
}

/** "You happy with it?": a yes-or-no question that has lost its verb. */
const STATES = wordSet('happy okay alright fine sure ready comfortable still');

function readYesNo(words: readonly string[], orElse: boolean): Read {
  const [first = ''] = words;
  if (NOT.has(first) || words[2] === 'not') return { is: 'leading', why: 'negated' };
  const knows = [
    'do you remember',
    'do you know',
    'can you remember',
    'can you recall',
    'do you recall',
  ];
  if (starts(words, ...knows)) return { is: 'option', why: 'knows' };
  const why = words.includes('or') ? 'choice' : 'yesNo';
  return orElse ? { is: 'option', why, offers: 'clause' } : { is: 'option', why };
}

/** "How awful!", "what a day": says how it is, asks nothing. */
const exclaims = (words: readonly string[]): boolean =>
  (words.length === 2 && words[0] === 'how' && JUDGED.has(words[1] ?? '')) ||
  (starts(words, 'what a', 'what an') && words.length <= 4);

function saysSomething(words: readonly string[]): boolean {
  const [first = '', second] = words;
  if (SUBORDINATE.has(first) && !(first === 'that' && isAux(second))) return false;
  if (/^i(?:'|$)/.test(first)) return marksLeading(words) || takesUp(words);
  return (
    words.length > 2 &&
    words.some((word) => PRONOUN.has(word) || /^(?:you|they|he|she|it|that)'/.test(word))
  );
}

/** What has neither subject nor verb: "sad?" offers an answer, "and school?" hands over. */
function readFragment(words: readonly string[], end: Clause['end']): Read {
  const [first = ''] = words;
  if (end !== '?' || SUBORDINATE.has(first)) return { is: 'aside' };
  return first === 'and'
    ? { is: 'open', why: 'goOn' }
    : { is: 'option', why: 'yesNo', offers: 'word' };
}

const SAID = wordSet(
  'said say mentioned mention told talked spoke used touched called wrote described brought started',
);
const NOT_TAKEN_UP = wordSet('no goodbye hello yes sorry nothing off');

/** "You said …", "that thing with …", "more about it": the person's own words are taken up. */
function takesUp(words: readonly string[]): boolean {
  if (
    has(
      words,
      'more about',
      'that thing',
      'that stuff',
      'that bit',
      'going back to',
      'go back to',
      'more on',
      "you're telling me",
    )
  )
    return true;
  return words.some((word, i) => {
    if (word === 'thing') return words[i - 2] === 'the';
    if (word !== 'you') return false;
    const between = /^(?:just|did|also|earlier|were)$/.test(words[i + 1] ?? '');
    const at = between ? i + 2 : i + 1;
    return (
      SAID.has(words[at] ?? '') && !NOT_TAKEN_UP.has(words[at + 1] ?? '') && !isAux(words[i - 1])
    );
  });
}

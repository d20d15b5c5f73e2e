import { readRequest } from './question-swedish-requests.ts';
import type { KindRules, Read } from './question-reading.ts';
import {
  fillers,
  FRONTED,
  isVerb,
  JUDGED,
  MEASURE,
  OPENERS,
  POSSESSIVE,
  SUBJECT,
  SUBORDINATE,
  usual,
  WH,
} from './question-swedish-words.ts';
import { has, starts, wordSet, type Clause } from './question-text.ts';

/** The rules for Swedish: the word order tells most, a question has its verb before its subject. */
export const swedish: KindRules = {
  usual,
  fillers,
  joins: wordSet('och eller men samt'),
  asksAt,
  read,
  takesUp,
};

function read(clause: Clause, before: readonly Read[]): Read {
  const all = clause.words;
  const stated = before.some(({ is }) => is === 'statement');
  if (isTag(all, stated)) return { is: 'tag' };
  if (goesOn(all)) return { is: 'open', why: 'goOn' };
  const words = wondering(skipOpeners(all, clause.end));
  if (starts(words, 'säg att', 'erkänn')) return { is: 'leading', why: 'assumes' };
  const invited = readRequest(words);
  if (invited && !(words[0] === 'jag' && marksLeading(words))) return invited;
  if (words[0] === 'visst' || words[0] === 'nog') return { is: 'leading', why: 'assumes' };
  if (starts(words, 'ska vi säga', 'kan vi säga', 'vi säger')) {
    return { is: 'leading', why: 'assumes' };
  }
  if (exclaims(words)) return { is: 'aside' };
  if (beginsWh(words)) return readWh(words);
  if (asksYesNo(words, clause.end)) return readYesNo(words, all[0] === 'eller');
  if (saysSomething(words, clause.end)) {
    return { is: 'statement', leads: !takesUp(words) && marksLeading(words) };
  }
  return readFragment(all, clause.end);
}

/** A question of its own begins here: a question word with its verb, or a verb before its subject. */
function asksAt(words: readonly string[], at: number): boolean {
  const rest = words.slice(at);
  const [first = '', second, third] = rest;
  if (starts(rest, 'i så fall', 'på vem', 'med vem', 'till vem', 'av vem', 'med vilka'))
    return true;
  if (first === 'berätta' || first === 'beskriv') return true;
  if (WH.has(first)) {
    if (second === undefined) return first !== 'va';
    if (second === 'var' && first === 'var') return true;
    if (WH.has(second) && second !== 'var' && second !== 'va') return false;
    if (second === 'och') return first !== 'var' && first !== 'va';
    return asksWithWh(rest);
  }
  const inverted = second !== undefined && SUBJECT.has(second) && !SUBJECT.has(first);
  return inverted && isVerb(first) && third !== 'som';
}

/** Whether a clause that begins with a question word asks: its verb comes before its subject. */
function asksWithWh(words: readonly string[]): boolean {
  const [first = '', second = '', third] = words;
  if (first === 'när' && !isVerb(second)) return false;
  if (SUBJECT.has(second) && !(first === 'var' || first === 'va')) return false;
  if (second === 'som' || third === 'som') return false;
  const measured = first === 'hur' ? MEASURE.has(second) : first.startsWith('vilk');
  return !(measured && third !== undefined && SUBJECT.has(third) && !isVerb(second));
}

/** Without what only leads in. "Då blev du arg" keeps its first word: with it, it is a statement. */
function skipOpeners(words: readonly string[], end: Clause['end']): readonly string[] {
  let at = 0;
  while (at < words.length - 1 && OPENERS.has(words[at] ?? '')) {
    const word = words[at] ?? '';
    const inverted = isVerb(words[at + 1]) && SUBJECT.has(words[at + 2] ?? '');
    if (inverted && FRONTED.has(word)) break;
    if (inverted && word === 'så' && end !== '?') break;
    at += 1;
  }
  const rest = words.slice(at);
  return starts(rest, 'i så fall') ? rest.slice(3) : rest;
}

/** "Först undrar jag …" is "jag undrar …". */
function wondering(words: readonly string[]): readonly string[] {
  const at = FRONTED.has(words[0] ?? '') ? 1 : 0;
  const turned = words[at + 1] === 'jag' && ['undrar', 'vill', 'skulle'].includes(words[at] ?? '');
  return turned ? ['jag', words[at] ?? '', ...words.slice(at + 2)] : words;
}

const isTag = (words: readonly string[], stated: boolean): boolean =>
  starts(words, 'eller hur', 'inte sant', 'eller inte', 'antar jag', 'gissar jag') ||
  (words.length <= 2 && ['va', 'eller', 'visst', 'väl', 'ju'].includes(words.at(-1) ?? '')) ||
  (stated && starts(words, 'stämmer det', 'är det så', 'håller du med', 'har jag rätt', 'visst'));

const GO_ON = `och sen|och så|och då|och|mm|hur då|vad hände sen|och efter det|mer|ja|jaha|och hur då|mm och|sen då`;
const goesOn = (words: readonly string[]): boolean =>
  words.length <= 3 && GO_ON.split('|').includes(words.join(' '));

function marksLeading(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (
    starts(words, 'jag antar', 'jag förstår att du', 'jag tror', 'jag vet att du', 'jag gissar')
  ) {
    return true;
  }
  if (has(words, 'låter som', 'måste ha', 'måste du ha', 'antar jag', 'klart att', 'tror jag')) {
    return true;
  }
  const marks = ['väl', 'ju', 'förstås', 'säkert', 'nog', 'alltså', 'såklart', 'självklart'];
  return first !== 'hur' && has(words, ...marks);
}

const PREPOSITIONS = wordSet('i med till på av från hos för kring under vid');

function beginsWh(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (PREPOSITIONS.has(first)) return WH.has(second) && !['var', 'va', 'när'].includes(second);
  if (first === 'va') {
    return (
      (isVerb(second) && second !== 'va') || (!SUBJECT.has(second) && SUBJECT.has(words[2] ?? ''))
    );
  }
  if (first === 'var') return isVerb(second) || words.length === 1;
  if (first === 'när') return isVerb(second) || words.length === 1;
  // "Vad hon hette", without the verb first, belongs to another clause.
  return WH.has(first) && (words.length === 1 || asksWithWh(words));
}

function readWh(all: readonly string[]): Read {
  const words = all.slice(all.findIndex((word) => WH.has(word)));
  const [first = '', second = '', third = ''] = words;
  if (starts(words, 'hur kunde du', 'hur kan du', 'hur kunde ni')) {
    return { is: 'leading', why: 'blames' };
  }
  if (words.some((word, i) => word === 'så' && JUDGED.has(words[i + 1] ?? ''))) {
    return { is: 'leading', why: first === 'varför' ? 'blames' : 'loaded' };
  }
  if (first === 'varför') {
    const not = has(words, 'inte', 'inget', 'ingenting', 'aldrig', 'ingen');
    const blames = not && second !== 'fick' && /^(?:du|ni)$/.test(third);
    return blames ? { is: 'leading', why: 'blames' } : { is: 'focused', why: 'why' };
  }
  const loaded =
    first === 'hur' &&
    (JUDGED.has(second) ||
      (MEASURE.has(second) && VIOLENT.test(third)) ||
      (second === 'mycket' && /^(?:saknade|hatade|älskade)$/.test(third)));
  if (loaded) return { is: 'leading', why: 'loaded' };
  if (has(words, 'menar du', 'menade du', 'lägger du i')) return { is: 'open', why: 'ownWords' };
  if (first === 'hur' ? isBroadHow(words) : isBroadWhat(words)) return { is: 'open', why: 'broad' };
  return { is: 'focused', why: 'oneThing' };
}

/** "Hur länge slog han dig?" takes for granted that he did. */
const VIOLENT = /^(?:slog|misshandlade|hotade|tvingade|utnyttjade|kränkte|mobbade)$/;

const isBroadWhat = (words: readonly string[]): boolean =>
  /^(?:vad|va)$/.test(words[0] ?? '') &&
  (/^(?:hände|händer|minns|upplevde|tänker)$/.test(words[1] ?? '') ||
    has(
      words,
      'det som hände',
      'har hänt',
      'är viktigt',
      'vill du berätta',
      'kommer du ihåg',
      'vill du att jag',
    ));

const BROAD_HOW = wordSet(`
  är var va blev blir har hade ser såg går gick funkade funkar fungerade fungerar upplevde upplever mår känns kändes
  tycker tänker skulle märktes`);

function isBroadHow(words: readonly string[]): boolean {
  const [, second = '', third = ''] = words;
  if (second === 'kom') return third === 'det';
  return BROAD_HOW.has(second) && !has(words, 'skulle du vilja');
}

function asksYesNo(words: readonly string[], end: Clause['end']): boolean {
  const [first = '', second = '', third = ''] = words;
  if (SUBJECT.has(first) || SUBORDINATE.has(first) || FRONTED.has(first)) return false;
  if (WH.has(first) && first !== 'var' && first !== 'va') return false;
  // "… säger du": tells whose words were quoted.
  if (words.length === 2 && SAID.has(first) && end !== '?') return false;
  if (SUBJECT.has(second)) return isVerb(first) || end === '?';
  return isVerb(first) && (end === '?' || second === 'inte' || SUBJECT.has(third));
}

function readYesNo(words: readonly string[], orElse: boolean): Read {
  const not = words.indexOf('inte');
  if (not === 1 || not === 2 || (not === 3 && POSSESSIVE.has(words[1] ?? ''))) {
    return { is: 'leading', why: 'negated' };
  }
  if (has(words, 'väl', 'ju', 'visst')) return { is: 'leading', why: 'assumes' };
  if (starts(words, 'minns du', 'vet du', 'kommer du ihåg')) return { is: 'option', why: 'knows' };
  const why = words.includes('eller') ? 'choice' : 'yesNo';
  return orElse ? { is: 'option', why, offers: 'clause' } : { is: 'option', why };
}

const GLAD = wordSet('kul bra roligt fint skönt spännande intressant härligt mycket konstigt');
/** "Vad jobbigt!", "vad bra": says how it is, asks nothing. */
const exclaims = (words: readonly string[]): boolean =>
  words.length <= 3 &&
  words[0] === 'vad' &&
  (GLAD.has(words[1] ?? '') || JUDGED.has(words[1] ?? ''));

function saysSomething(words: readonly string[], end: Clause['end']): boolean {
  const [first = '', second = ''] = words;
  if (SUBORDINATE.has(first) && !(first === 'då' && isVerb(second))) return false;
  if (words.length < 2 || (WH.has(first) && !isVerb(first))) return false;
  if (first === 'jag') return marksLeading(words) || takesUp(words);
  const others = words.some((word) => SUBJECT.has(word) && word !== 'jag' && word !== 'vi');
  return others || (end === '?' && isVerb(second));
}

/** What has neither subject nor verb: "ledsen?" offers an answer, "och skolan?" hands over. */
function readFragment(words: readonly string[], end: Clause['end']): Read {
  const [first = ''] = words;
  if (end !== '?' || SUBORDINATE.has(first)) return { is: 'aside' };
  const handsOver = first === 'och' || words.at(-1) === 'då';
  return handsOver ? { is: 'open', why: 'goOn' } : { is: 'option', why: 'yesNo', offers: 'word' };
}

const SAID = wordSet(`
  sa säger sade nämnde nämner berättade berättar pratade beskrev kallade kallar skrev skriver använde`);
const NOT_TAKEN_UP = wordSet('ifrån till nej hej ja förlåt emot');

/** "Du sa att …", "det där med …", "mer om det": the person's own words are taken up. */
function takesUp(words: readonly string[]): boolean {
  const phrases = ['mer om', 'det där med', 'du var inne på', 'du kom in på', 'du tog upp'];
  if (
    has(
      words,
      ...phrases,
      'du började berätta',
      'det där du',
      'tillbaka till det',
      'tillbaka till den',
    )
  )
    return true;
  return words.some((word, i) => {
    if (word !== 'du') return false;
    const at = words[i + 1] === 'nyss' ? i + 2 : i + 1;
    // "… att du berättar" asks for it; only what was said is taken up.
    if (words[i - 1] === 'att' && /r$/.test(words[at] ?? '')) return false;
    if (SAID.has(words[at] ?? '')) return !NOT_TAKEN_UP.has(words[at + 1] ?? '');
    const turned = SAID.has(words[i - 1] ?? '') && !WH.has(words[i - 2] ?? 'va');
    return turned && !NOT_TAKEN_UP.has(words[i + 1] ?? '');
  });
}

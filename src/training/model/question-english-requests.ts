import type { Read } from './question-reading.ts';
import { MEASURE, TELL, TELLING, WH } from './question-english-words.ts';
import { has, starts, wordSet } from './question-text.ts';

const WISHES = [
  "i'd love to hear",
  "i'd like to hear",
  'i would love to hear',
  'i would like to hear',
  'i want to hear',
  "i'd like to know",
  'i would like to know',
  'i want to know',
  'i want to understand',
  "i'd like to understand",
  'i wanted to ask',
  "i'd like to ask",
  "i'm curious",
  'i am curious',
  "i'm interested in",
  'i wonder',
  "i'm wondering",
  'i was wondering',
];

/** After these stands what the person may tell: "feel free to talk about …". */
const OFFERS = [
  'feel free to',
  "you're welcome to",
  'you are welcome to',
  'you can',
  'you could',
  'you may',
  "i'd like you to",
  'i would like you to',
  "i'd love you to",
  'i want you to',
  'may i ask you to',
  'can i ask you to',
  'could i ask you to',
  "why don't you",
];

const PLANS = [
  'i thought',
  'i was thinking',
  "let's",
  'we could',
  'we can',
  'maybe you',
  'perhaps you',
];

/** "Tell me …", "could you describe …", "I'd like to hear …", and what they ask for. */
export function readRequest(words: readonly string[]): Read | null {
  const [first = '', second = ''] = words;
  const wish = WISHES.find((each) => starts(words, each));
  if (wish) {
    const rest = words.slice(wish.split(' ').length);
    return rest.length > 0 ? asksFor(rest) : { is: 'aside' };
  }
  const offer = OFFERS.find((each) => starts(words, each));
  const offered = offer ? words.slice(offer.split(' ').length) : [];
  if (/^(?:start|begin)$/.test(offered[0] ?? first)) return { is: 'open', why: 'invites' };
  if (TELL.has(offered[0] ?? '')) return asksFor(offered.slice(1));
  if (
    starts(words, 'you start', 'you begin', 'you go first', 'can we go back', 'could we go back')
  ) {
    return { is: 'open', why: 'invites' };
  }
  if (PLANS.some((each) => starts(words, each)) && has(words, 'telling', 'tell')) {
    return { is: 'open', why: 'invites' };
  }
  if (starts(words, 'more about', 'more on', 'a bit more about'))
    return { is: 'open', why: 'invites' };
  if (first === 'name') return { is: 'focused', why: 'oneThing' };
  if (TELL.has(first)) return asksFor(words.slice(1));
  if (starts(words, 'what would you like', 'what do you want', 'what can you', 'what could you')) {
    return has(words, 'tell', 'say') ? { is: 'open', why: 'broad' } : null;
  }
  if (!/^(?:can|could|would|will|do)$/.test(first) || second !== 'you') return null;
  return afterTelling(words);
}

const POLITE = wordSet('be able please just like to want maybe perhaps possibly try');

function afterTelling(words: readonly string[]): Read | null {
  const at = words.findIndex((word) => TELLING.has(word));
  if (at < 2 || !words.slice(2, at).every((word) => POLITE.has(word))) return null;
  if (words[0] === 'do' && at === 2) return null;
  const [verb = '', next = ''] = words.slice(at);
  // "Could you talk to her?" and "would you say you are well?" ask whether; nobody is invited to tell.
  if (verb === 'talk' && (next === 'to' || next === 'with')) return null;
  if (verb === 'say' && ['you', 'that', 'it', 'no', 'he', 'she', 'they'].includes(next))
    return null;
  return asksFor(words.slice(at + 1));
}

const LEAD_IN = wordSet('me us just please to tell exactly');

/** A request for one thing ("tell me where it was") is focused; for a story, an invitation. */
function asksFor(rest: readonly string[]): Read {
  const at = rest.findIndex((word) => !LEAD_IN.has(word));
  const words = at < 0 ? [] : rest.slice(at);
  const [first = '', second = ''] = words;
  const more = words.some((word, i) => word === 'and' && i > 1 && WH.has(words[i + 1] ?? ''));
  const one =
    ['who', 'whose', 'which', 'where', 'when'].includes(first) ||
    (['the', 'your', 'his', 'her'].includes(first) && second === 'name') ||
    (first === 'what' && has(words, 'called', 'name', 'time', 'year')) ||
    (first === 'how' && MEASURE.has(second));
  if (one) return { is: 'focused', why: 'oneThing', more };
  if (first === 'why') return { is: 'focused', why: 'why', more };
  if (first === 'if' || first === 'whether') return { is: 'option', why: 'yesNo' };
  return { is: 'open', why: 'invites', more };
}

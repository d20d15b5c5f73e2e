import { anyOf } from './pattern.ts';

/*
 * Towards the one who was pointed out no absolute secrecy may be promised (OSL 26 kap. 5 §, domain.md section 0).
 * These rules know a promise in Swedish and English, one sentence at a time and in lower case. They would rather
 * miss one than take an honest sentence for one.
 */

/** "Jag lovar", whatever it is about: what it means depends on what was asked just before. */
export const PROMISES = anyOf(
  /\b(jag|det) (kan jag )?(lovar?|garanterar?|svär)( jag)?( dig)?( det)?\s*[.!]?\s*$/,
  /\b(det|detta) ((lovar|garanterar) jag|kan jag (lova|garantera))( dig)?\s*[.!]?\s*$/,
  /\bi (promise|swear|guarantee)( you)?( it| that)?\s*[.!]?\s*$|\b(that|this) i (can )?promise\b/,
);

export const PROMISES_ANONYMITY = anyOf(
  // Nobody will know.
  /\bingen( \w+){0,3} (får|kommer|ska|skall|behöver|kan|lär)\b.*\b(veta|reda på|höra|läsa|känna igen|lista ut|se vem)\b/,
  /\b(får|kommer|ska|skall|kan) ingen\b.*\b(veta|reda på|höra|läsa|känna igen|lista ut|se)\b/,
  /\bbara (jag|vi|du och jag)( \w+){0,2} (vet|veta|läser|läsa)\b/,
  /\b(nobody|no one|no-one)( else)? (will|would|can|could|is going to|gets to|has to|needs to)\b.*\b(know|find out|hear|learn|read|see)\b/,
  /\b(nobody|no one|no-one)( else)? (ever )?(finds out|gets to know)\b|\bonly (i|we) (will |get to )?(know|read)\b/,
  // He will not know.
  /(?<!du )\b(får|kommer|ska|skall|lär)( \w+){0,3} (inte|aldrig)\b( \w+){0,5} (veta|reda på|höra|förstå (att|vem))\b/,
  /\bså (att )?\w+ (inte|aldrig) (får|ska|kommer|kan)( \w+){0,3} (veta|reda på|höra)\b|\batt \w+ (inte|aldrig) (får|kommer)( \w+){0,3} (veta|reda på)\b/,
  /\b(he|she|they|dad|mum|mom)( will|'ll|’ll|'s|’s| is)? (never|not|won't|won’t|cannot|can't|can’t)( \w+){0,3} (know|find out|hear)\b/,
  // Whoever it is: the first word of the clause, by its place and not by a list of names.
  /(?:^|[,:] ?| so | that )(?!(?:i|you|we|it|this|that|there|who|what|\w+ly|maybe|perhaps)\b)\w+ (?:will (?:never|not)|won't|won’t|(?:is|are) (?:never|not) going to)(?: \w+){0,3} (?:know|find out|hear)\b/,
  // It stays here.
  /\b(det|detta|allt|här|som|sagt|säger|berättar) (här )?stannar (mellan oss|hos mig|i (det här )?rummet|här)\b|\bmellan (dig och mig|oss)\b/,
  /\b(stays|remains) (between us|here|in this room|secret|with me)\b|\bbetween (you and me|us)\b|\bkeep (it|this|that|everything) (to myself|between us|secret|confidential)\b/,
  // I say nothing.
  /\b(jag|vi) (säger|berättar|nämner|avslöjar) (det )?(inte|inget|ingenting|aldrig)\b.*\b(någon|nån|namn\w*|honom|henne|dem|pappa|vem)\b/,
  // … to anyone but the one who sits here: "till Kent", and not "för att" or "för tidigt".
  /\b(jag|vi) (säger|berättar|nämner|avslöjar) (det här |detta |det )?(inte|inget|ingenting|aldrig)( (det|det här|detta|något|nåt|ett ord|mer|alls|om det|om detta|om dig))? (till|för) (?!(dig|er|mig|oss|dess|din skull|att|i|när|förrän|nu|tidigt|sent|mycket|säkert|snabbt|länge|stunden|närvarande|ögonblicket)\b)\w+/,
  /\b(jag|vi) kommer (inte|aldrig) (att )?(säga|berätta|nämna|avslöja)\b/,
  /\b(i|we) (won't|won’t|will not|will never|never|'ll never|’ll never) (ever )?(tell|say|mention|reveal)\b(?! you\b)/,
  // You are anonymous, your name does not show.
  /\bdu (är|blir|förblir|får vara) (helt |alltid )?anonym|\bdu kommer att (vara|bli|förbli) anonym|\b(helt|fullständigt|alltid|garanterat) anonym/,
  /\b(är|blir|förblir|hålls) (helt |absolut )?(hemligt|anonymt)\b/,
  /\b(ditt|dina) namn( \w+)? (aldrig|inte)\b|\bdet (kommer|får|ska) (inte|aldrig) (fram|ut|upp|att synas|att framgå)\b/,
  /\byou (are|will be|remain|stay) (completely |totally )?anonymous\b|\b(completely|totally|always|entirely) (anonymous|secret)\b/,
  /\byour name\b.*\b(never|not|won't|won’t|isn't|isn’t|nowhere)\b/,
  // I promise that nobody …
  /\b(lovar|garanterar|svär)\b.*\b(ingen|inte|aldrig)\b.*\b(veta|säga|säger|berätta|berättar|namn|ut|fram|reda)\b|\b(lovar|garanterar|svär)\b.*\b(anonym|hemlig)\w*/,
  /\b(promise|swear|guarantee)\b.*\b(nobody|no one|not|never|won't|won’t)\b.*\b(know|tell|say|find|name|out)\b|\b(promise|swear|guarantee)\b.*\b(anonymous|secret)\b/,
);

/** What says the opposite: that it can't be promised. */
export const CANNOT_PROMISE = anyOf(
  /\b(kan|får|vågar|vill) (jag )?(tyvärr )?(inte|aldrig) (lova|garantera|hålla)/,
  /\blovar? (jag )?(inte|aldrig|inget)\b|\binte (lova|garantera)\b|\binte( \w+){0,2} hålla\b/,
  /\b(can't|can’t|cannot|can not|must not|may not|won't|won’t|not able to|do not|don't|don’t) (promise|guarantee|keep)\b/,
  /\bnot (promise|guarantee)\b/,
  /\binte (helt |alltid )?(anonym|hemlig)|\bnot (completely |entirely |always )?(anonymous|secret)/,
);

/** A question promises nothing, and one cannot both promise and not. */
export const NO_PROMISE = anyOf(
  /\?\s*$/,
  CANNOT_PROMISE,
  /\bvet inte\b|\bdon't know\b|\bdon’t know\b/,
);

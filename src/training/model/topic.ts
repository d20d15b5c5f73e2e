import * as z from 'zod/mini';

/** What checkpoints and conditional replies ask of words, told by rules for Swedish and English; nothing is guessed. */
export const Topic = z.enum([
  'promisesAnonymity',
  'tellsLimits',
  'mustPassOn',
  'thanks',
  'safeNow',
  'suicide',
  'otherChild',
  'otherInterviewer',
  'otherWorkers',
  'support',
  'normalises',
  'tonight',
  'contactAgain',
  'safeContact',
  'goOn',
  'alreadyRecorded',
  'respite',
]);
export type Topic = z.infer<typeof Topic>;

interface Rule {
  readonly yes: RegExp;
  /** What takes it back in the same sentence: "jag kan inte lova att ingen får veta". */
  readonly no?: RegExp;
}

/** True when a sentence, in lower case, is about the topic. */
export function touches(sentence: string, topic: Topic): boolean {
  const { yes, no } = RULES[topic];
  return yes.test(sentence) && !(no?.test(sentence) ?? false);
}

/** One pattern of several, in which `\b` and `\w` also know å, ä and ö. */
const any = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(
    patterns
      .map(({ source }) => source)
      .join('|')
      .replaceAll(
        '\\b',
        '(?:(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}]))',
      )
      .replaceAll('\\w', '[\\p{L}\\p{N}]'),
    'u',
  );

const CANNOT_PROMISE = any(
  /\b(kan|får|vågar|vill) (jag )?(inte|aldrig) (lova|garantera)/,
  /\blovar? (jag )?(inte|aldrig|inget)\b|\binte (lova|garantera)/,
  /\b(can't|can’t|cannot|can not|must not|may not|won't|won’t|not able to|do not|don't|don’t) (promise|guarantee)/,
  /\bnot (promise|guarantee)/,
  /\binte (helt |alltid )?(anonym|hemlig)|\bnot (completely |entirely |always )?(anonymous|secret)/,
);

const RULES: Readonly<Record<Topic, Rule>> = {
  // OSL 26 kap. 5 §: towards the one who was pointed out, no absolute secrecy may be promised (domain.md section 0).
  promisesAnonymity: {
    yes: any(
      /\bingen (annan |utanför \w+ )?(kommer|ska|skall|får|behöver)\b.*\b(veta|reda på|höra|läsa|känna igen)\b/,
      /\b(han|hon|de|dom|rolf|birgit|pappa|mamma) (får|kommer|ska|behöver)( \w+){0,2} (inte|aldrig)\b.*\b(veta|reda på|höra)\b/,
      /\b(stannar|bara) (här|mellan oss|i rummet|hos mig)\b|\bmellan (dig och mig|oss)\b/,
      /\b(det )?lovar jag\b|\bjag lovar( dig)?( det)?\s*[.!]?\s*$|\bjag lovar\b.*\b(ingen|inte|aldrig|anonym|hemlig)/,
      /\bjag (berättar|säger|nämner|avslöjar) (det )?(inte|inget|ingenting|aldrig)\b.*\b(någon|nån|namn|honom|henne|dem|rolf|birgit|pappa)\b/,
      /\b(helt|fullständigt|alltid|garanterat) anonym|\bdu (är|blir|förblir|får vara) anonym|\bdu kommer att (vara|bli|förbli) anonym/,
      /\bdet (är|blir|förblir|hålls?) (helt |absolut )?(hemligt|anonymt)\b|\b(ditt|dina) namn (kommer|ska|får) (inte|aldrig)\b/,
      /\b(nobody|no body|no one|no-one|none) (else )?(will|is going to|gets to|has to|needs to)\b.*\b(know|find out|hear|learn|read)\b/,
      /\b(he|she|they|rolf|birgit|dad|mum|mom)( will|'ll|’ll)? (never|not|won't|won’t)\b.*\b(know|find out|hear)\b/,
      /\b(stays?|keep (it|this|that)|remains) (between us|here|in this room|secret)\b|\bbetween (you and me|us)\b/,
      /\bi (won't|won’t|will not|will never|'ll never|’ll never) (tell|say|mention)\b.*\b(anyone|anybody|him|her|them|name|rolf|dad|it)\b/,
      /\bi promise( you)?( that)?\s*[.!]?\s*$|\bi promise\b.*\b(nobody|no one|not|never|won't|won’t|anonymous|secret)\b/,
      /\b(completely|totally|always|entirely) (anonymous|secret)\b|\byou (are|will be|remain|stay) anonymous\b/,
    ),
    no: any(/\?\s*$/, CANNOT_PROMISE),
  },
  tellsLimits: {
    yes: any(
      CANNOT_PROMISE,
      /\b(kan|har) .{0,40}\brätt att (få )?(veta|läsa|ta del)|\bkan .{0,30}\bfår? (veta|reda på|läsa)\b|\b(kanske|risk\w*|kan hända)\b.*\b(veta|reda på|läsa)\b|\bi vissa fall\b|\bgränser(na)?\b/,
      /\b(have|has|had) (a|the) right to (know|read)|\b(may|might|could) .{0,20}(get to know|find out|be told|learn)\b|\bin some cases\b|\blimits\b/,
    ),
  },
  mustPassOn: {
    yes: any(
      /\bmåste .{0,30}\b(vidare|anmäla|berätta|rapportera|säga|göra|agera)\b|\b(för|tar|ta|säger|lämnar) .{0,12}\bvidare\b|\b(oros)?anmäl(a|er|an)?\b/,
      /\b(have|has|need|obliged) to .{0,30}\b(pass|report|tell|act)\b|\bmust .{0,20}\b(pass|report|tell|act)\b|\bpass (it|this|that) on\b|\breport (of concern|it|this)\b/,
    ),
  },
  thanks: { yes: any(/\b(tack|tackar|thanks?|thank you)\b/) },
  safeNow: { yes: any(/\b(trygg|säker|rädd|safe|danger|afraid)\w*|\bi fara\b/) },
  suicide: {
    yes: any(
      /självmord|suicid|\btar? (ditt|sitt) (eget )?liv\b|\b(inte|slippa) (vilja |vill |velat |orka |orkar )?(leva|finnas)\b|\bvill(e)? (inte (leva|finnas)|dö)\b|\bskadar? dig\b/,
      /\bkill(ing)? yourself\b|\btak(e|ing) your (own )?life\b|\b(not|don't|don’t|didn't|didn’t) want(ing|ed)? to (live|exist|be here)\b|\bend(ing)? (your life|it all)\b|\bhurt(ing)? yourself\b|\bwant(ed|ing)? to die\b/,
    ),
  },
  otherChild: {
    yes: any(
      /\b(barn|syskon|pojk|flick|någon|nån|andra)\w*\b.*\b(bor|kvar|där|placera\w*|idag|i dag|nu)\b|\bbor (det|där|någon|nån)\b/,
      /\b(child|children|kids?|boy|girl|any(one|body)|some(one|body))\b.*\b(lives?|living|there|left|still|today|now)\b/,
    ),
  },
  otherInterviewer: {
    yes: any(
      /\b(någon annan|nån annan|en kollega|kollegan?|annan intervjuare)\b/,
      /\b(someone else|somebody else|a colleague|another (interviewer|person|colleague))\b/,
    ),
  },
  otherWorkers: {
    yes: any(
      /\b(de|dom) (andra|övriga|fyra)\b|\b(andra|övriga|tidigare|fler) (socialsekreterare|handläggare)/,
      /\b(the|of the) (others|other (ones|four|workers|social workers))\b|\bother (social )?workers\b/,
    ),
  },
  support: {
    yes: any(
      /\b(stöd|hjälp|vårdcentral|ungdomsmottagning|kurator|mottagning|jourhavande)\w*|\bprata(t)? med (någon|nån)\b/,
      /\b(support|help|counsel|clinic)\w*|\bhealth centre\b|\btalk(ed)? (to|with) (someone|somebody|anyone)\b/,
    ),
  },
  normalises: {
    yes: any(
      /\b(många|fler|andra|vanligt) .{0,40}\b(tänk|känn|undra|oro|funder|rädd|bär)\w*|\b(inte|inget) (konstig|fel|ovanlig)\w*|\bvanligt\b|\binte ensam\b|\b(det )?förstår jag\b|\bjag förstår\b/,
      /\bmany (people|others|who)\b|\bcommon\b|\bnot (strange|odd|alone|unusual)\b|\bunderstandable\b|\bi understand\b/,
    ),
  },
  tonight: {
    yes: any(
      /\b(i ?kväll|i natt|resten av (dagen|kvällen)|efter det här|kommer hem)\b/,
      /\b(tonight|this evening|after this|rest of the (day|evening)|get home)\b/,
    ),
  },
  contactAgain: {
    yes: any(
      /\b(ringer? (dig|upp)|hör av mig|höra av mig|återkommer?|uppringd|ses igen|kontaktar? dig|i morgon|imorgon|i övermorgon)\b/,
      /\b(call|ring|contact|get back to|check in with) you\b|\btomorrow\b/,
    ),
  },
  safeContact: {
    yes: any(
      /\b(kontakt|meddel|mejl)\w*|\b(nå dig|nås|höra? av|skriva?|ringa?|brev|sms|posten|appen)\b/,
      /\b(contact|reach|write|call|text|message|letters?|mail|the app)\b/,
    ),
  },
  goOn: {
    yes: any(
      /\b(fortsätt|orka|räcker|sluta)\w*|\bgå vidare\b|\bköra? vidare\b/,
      /\b(go on|continue|carry on|keep going|enough|stop)\b/,
    ),
  },
  alreadyRecorded: {
    yes: any(
      /\b(inspel|ljud)\w*|\bspelat in\b|\bspelades in\b/,
      /\b(recorded|recording|sound|audio)\b/,
    ),
  },
  respite: {
    yes: any(
      /\b(avlast|korttids)\w*|\b(en|den) vecka(n)?\b|\b(annan|andra) familj(en)?\b/,
      /\b(respite|a week|that week|the week)\b|\b(an)?other family\b/,
    ),
  },
};

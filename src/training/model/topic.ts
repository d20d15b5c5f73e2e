import * as z from 'zod/mini';
import { anyOf, type Pattern } from './pattern.ts';
import { CANNOT_PROMISE, NO_PROMISE, PROMISES, PROMISES_ANONYMITY } from './promise.ts';

/** What checkpoints and conditional replies ask of words, told by rules for Swedish and English; nothing is guessed. */
export const Topic = z.enum([
  'promises',
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
  readonly yes: Pattern;
  /** What takes it back in the same sentence: "jag kan inte lova att ingen får veta". */
  readonly no?: Pattern;
}

/** True when a sentence, in lower case, is about the topic. */
export function touches(sentence: string, topic: Topic): boolean {
  const { yes, no } = RULES[topic];
  return yes.test(sentence) && !(no?.test(sentence) ?? false);
}

const RULES: Readonly<Record<Topic, Rule>> = {
  promises: { yes: PROMISES, no: NO_PROMISE },
  promisesAnonymity: { yes: PROMISES_ANONYMITY, no: NO_PROMISE },
  tellsLimits: {
    yes: anyOf(
      CANNOT_PROMISE,
      /\b(kan|har) .{0,40}\brätt att (få )?(veta|läsa|ta del)|\bkan .{0,30}\bfår? (veta|reda på|läsa)\b|\b(kanske|risk\w*|kan hända)\b.*\b(veta|reda på|läsa)\b|\bi vissa fall\b|\bgränser(na)?\b/,
      /\b(have|has|had) (a|the) right to (know|read)|\b(may|might|could) .{0,20}(get to know|find out|be told|learn)\b|\bin some cases\b|\blimits\b/,
    ),
  },
  mustPassOn: {
    yes: anyOf(
      /\bmåste .{0,30}\b(vidare|anmäla|berätta|rapportera|säga|göra|agera)\b|\b(för|tar|ta|säger|lämnar) .{0,12}\bvidare\b|\b(oros)?anmäl(a|er|an)?\b/,
      /\b(have|has|need|obliged) to .{0,30}\b(pass|report|tell|act)\b|\bmust .{0,20}\b(pass|report|tell|act)\b|\bpass (it|this|that) on\b|\breport (of concern|it|this)\b/,
    ),
  },
  thanks: { yes: anyOf(/\b(tack|tackar|thanks?|thank you)\b/) },
  safeNow: { yes: anyOf(/\b(trygg|säker|rädd|safe|danger|afraid)\w*|\bi fara\b/) },
  suicide: {
    yes: anyOf(
      /självmord|suicid|\btar? (ditt|sitt) (eget )?liv\b|\blivet av (dig|sig)\b|\b(inte|slippa) (vilja |vill |velat |orka |orkar )?(leva|finnas)\b|\bvill(e)? (inte (leva|finnas)|dö)\b|\bskadar? dig\b/,
      /\bkill(ing)? yourself\b|\btak(e|ing) your (own )?life\b|\b(not|don't|don’t|didn't|didn’t) want(ing|ed)? to (live|exist|be here)\b|\bend(ing)? (your life|it all)\b|\bhurt(ing)? yourself\b|\bwant(ed|ing)? to die\b/,
    ),
  },
  otherChild: {
    yes: anyOf(
      /\b(barn|syskon|pojk|flick|någon|nån|andra)\w*\b.*\b(bor|kvar|där|placera\w*|idag|i dag|nu)\b|\bbor (det|där|någon|nån)\b/,
      /\b(child|children|kids?|boy|girl|any(one|body)|some(one|body))\b.*\b(lives?|living|there|left|still|today|now)\b/,
    ),
  },
  otherInterviewer: {
    yes: anyOf(
      /\b(någon annan|nån annan|en kollega|kollegan?|annan intervjuare)\b/,
      /\b(someone else|somebody else|a colleague|another (interviewer|person|colleague))\b/,
    ),
  },
  otherWorkers: {
    yes: anyOf(
      /\b(de|dom) (andra|övriga|fyra)\b|\b(andra|övriga|tidigare|fler) (socialsekreterare|handläggare)/,
      /\b(the|of the) (others|other (ones|four|workers|social workers))\b|\bother (social )?workers\b/,
    ),
  },
  support: {
    yes: anyOf(
      /\b(stöd|hjälp|vårdcentral|ungdomsmottagning|kurator|mottagning|jourhavande)\w*|\bprata(t)? med (någon|nån)\b/,
      /\b(support|help|counsel|clinic)\w*|\bhealth centre\b|\btalk(ed)? (to|with) (someone|somebody|anyone)\b/,
    ),
  },
  normalises: {
    yes: anyOf(
      /\b(många|fler|andra|vanligt) .{0,40}\b(tänk|känn|undra|oro|funder|rädd|bär)\w*|\b(inte|inget) (konstig|fel|ovanlig)\w*|\bvanligt\b|\binte ensam\b|\b(det )?förstår jag\b|\bjag förstår\b/,
      /\bmany (people|others|who)\b|\bcommon\b|\bnot (strange|odd|alone|unusual)\b|\bunderstandable\b|\bi understand\b/,
    ),
  },
  tonight: {
    yes: anyOf(
      /\b(i ?kväll|i natt|resten av (dagen|kvällen)|efter det här|kommer hem)\b/,
      /\b(tonight|this evening|after this|rest of the (day|evening)|get home)\b/,
    ),
  },
  contactAgain: {
    yes: anyOf(
      /\b(ringer? (dig|upp)|hör av mig|höra av mig|återkommer?|uppringd|ses igen|kontaktar? dig|i morgon|imorgon|i övermorgon)\b/,
      /\b(call|ring|contact|get back to|check in with) you\b|\btomorrow\b/,
    ),
  },
  safeContact: {
    yes: anyOf(
      /\b(kontakt|meddel|mejl)\w*|\b(nå dig|nås|höra? av|skriva?|ringa?|brev|sms|posten|appen)\b/,
      /\b(contact|reach|write|call|text|message|letters?|mail|the app)\b/,
    ),
  },
  goOn: {
    yes: anyOf(
      /\b(fortsätt|orka|räcker|sluta)\w*|\bgå vidare\b|\bköra? vidare\b/,
      /\b(go on|continue|carry on|keep going|enough|stop)\b/,
    ),
  },
  alreadyRecorded: {
    yes: anyOf(
      /\b(inspel|ljud)\w*|\bspelat in\b|\bspelades in\b/,
      /\b(recorded|recording|sound|audio)\b/,
    ),
  },
  respite: {
    yes: anyOf(
      /\b(avlast|korttids)\w*|\b(en|den) vecka(n)?\b|\b(annan|andra) familj(en)?\b/,
      /\b(respite|a week|that week|the week)\b|\b(an)?other family\b/,
    ),
  },
};

import { wordSet } from './question-text.ts';

/* The words that the rules for Swedish go by. `va` is "var", "vad" or a tag; only its place tells which. */

export const usual = new Map(
  Object.entries({
    å: 'och',
    o: 'och',
    e: 'är',
    dom: 'de',
    dej: 'dig',
    mej: 'mig',
    nån: 'någon',
    nåt: 'något',
    nåra: 'några',
    mkt: 'mycket',
    dan: 'dagen',
    sedan: 'sen',
    okey: 'okej',
    ok: 'okej',
  }),
);

export const fillers = wordSet('liksom typ eh öh ehm faktiskt asså ba egentligen precis');

export const WH = wordSet(`vad vem vems vilken vilket vilka hur varför vart varifrån när var va`);

export const SUBJECT = wordSet(`
  du ni han hon hen de det den man jag vi någon något några din ditt dina er ert era hans hennes deras
  mamma pappa alla ingen inget folk`);

export const POSSESSIVE = wordSet(`din ditt dina er ert era hans hennes deras någon något några`);

/** After "hur": asks how much of something. */
export const MEASURE = wordSet(`
  gammal gamla många mycket ofta länge långt lång lång stor stort dags nära tidigt sent väl snabbt sällan högt
  pass mången lite`);

/** Words that have judged already when they stand after "hur" or "så". */
export const JUDGED = wordSet(`
  hemskt hemsk jobbigt jobbig svårt svår arg arga ledsen ledsna rädd rädda elak elaka taskig taskigt dåligt dålig
  illa orättvist orättvis besviken besvikna ensam ensamt otäckt läskigt fruktansvärt skönt sträng stränga tråkigt
  kränkt kränkande sårad glad lättad underbart hård hårda otrygg otryggt kall kalla dum dumt dumma förbannad sur
  svartsjuk förtvivlad skamset skyldig lycklig besvärlig besvärligt bråkig krånglig lat grym grymt`);

const VERBS = wordSet(`
  mår får står ser bor tror ger ler dör sover är var va blev blir bli har hade får fick kan kunde ska skulle vill ville måste gick går kom kommer tog tar sa säger
  gjorde gör såg ser åt sov bodde bor hette heter kände känner visste vet trodde tror tyckte tycker minns märkte finns
  fanns hände händer stod satt låg hann slog grät skrek ringde fungerade funkade betydde hjälpte saknade trivdes
  brukade behövde pratade berättade flyttade träffade började slutade stannade svarade jobbar jobbade borde orkar
  hörde vågade fortsatte ändrade bestämde packade umgicks känns kändes stämmer upplevde firade hölls följde körde
  bråkade höll håller vore gav ger lät skedde fått lärde brydde älskade hatade drack slapp lovade ljög sökte skötte
  räckte gillade gillar hinner låter betalade valde lyssnade förstod menade menar tänkte tänker rymde spelade gråter trivs ses gör hör rör svek dog växte`);
const VERB_SHAPE = /(?:ade|dde|nde|rde|lde|gde|vde|mde|tte|ste|kte|pte|des|tes|ades|ar|er)$/;
const NOT_VERBS = wordSet(`
  efter under eller över er mer fler aldrig sedan bättre sämre längre hellre oftare annars heller vinter sommar
  dagar gånger timmar syskon vuxen böcker barn dotter syster bror moster faster`);

/** True for finite verbs: those that are common, and those that look like one. */
export const isVerb = (word: string | undefined): boolean =>
  word !== undefined &&
  (VERBS.has(word) ||
    (VERB_SHAPE.test(word) && !MEASURE.has(word) && !NOT_VERBS.has(word) && !WH.has(word)));

/** What may stand before a question without being part of it. */
export const OPENERS = wordSet(`
  och men så okej ja jaha jo mm hm aa alltså sen nu då hej välkommen tack först eller fast ärligt talat ungefär
  förresten bara kanske din mmm oj åh jamen`);

/** After one of these a verb before its subject is a plain statement: "då blev du arg". */
export const FRONTED = wordSet(`då sen nu först kanske förut tidigare nyss innan därför här där`);

/** Words that begin an invitation. */
export const TELL = wordSet(`
  berätta beskriv förklara fortsätt utveckla måla skildra prata ta börja låt säg dela rita tänk gå försök visa ge`);

/** The same after "kan du", "vill du". */
export const ASKED_TELLING = wordSet(`
  berätta beskriva förklara utveckla säga prata dela måla beskriv tala fråga visa rita skildra`);

/** The same after "du får gärna", "jag skulle vilja". */
export const OFFERED_TELLING = wordSet(`
  ${[...ASKED_TELLING].join(' ')} höra veta förstå lyssna fortsätta börja lära berättar beskriver förklarar`);

export const SUBORDINATE = wordSet(`
  när om att som innan efter medan eftersom då fast trots även ifall tillbaka utan`);

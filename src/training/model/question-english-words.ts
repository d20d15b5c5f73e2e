import { wordSet } from './question-text.ts';

/* The words that the rules for English go by. */

export const usual = new Map(
  Object.entries({
    u: 'you',
    ur: 'your',
    n: 'and',
    mom: 'mum',
    whats: "what's",
    hows: "how's",
    wheres: "where's",
    didnt: "didn't",
    dont: "don't",
    doesnt: "doesn't",
    wasnt: "wasn't",
    werent: "weren't",
    isnt: "isn't",
    arent: "aren't",
    couldnt: "couldn't",
    wouldnt: "wouldn't",
    shouldnt: "shouldn't",
    youre: "you're",
    ok: 'okay',
  }),
);

export const fillers = wordSet('actually really er erm uh basically literally exactly');

export const WH = wordSet(
  `what who whom whose which where when why how what's who's where's how's when's who'd what'd how'd where'd`,
);

export const AUX = wordSet(`
  do does did is are was were am have has had can could will would shall should must may might`);

export const NOT = wordSet(`
  don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't shouldn't
  mustn't ain't`);

export const PRONOUN = wordSet(`
  you he she it they i we your his her their there that this mum dad everyone all`);

/** What may stand after an auxiliary that asks. */
export const SUBJECT = wordSet(`
  ${[...PRONOUN].join(' ')} the any anyone anybody someone somebody something anything things these those a an
  my our people`);

/** After "how": asks how much of something. */
export const MEASURE = wordSet(
  `old many much often long far big late early close soon well fast tall`,
);

/** Words that have judged already when they stand after "how" or "so". */
export const JUDGED = wordSet(`
  awful terrible horrible hard bad angry sad scared upset mean cruel strict unfair lonely disappointed afraid unkind
  difficult painful nice great lovely hurt wonderful harsh cold relieved happy frightened ashamed guilty stupid rough
  unhappy jealous badly poorly`);

export const OPENERS = wordSet(`
  and but so okay right well then now hi hello welcome thanks thank um mm hm yes yeah honestly roughly or first
  just maybe please oh sorry also afterwards`);

/** Words that begin an invitation. */
export const TELL = wordSet(`
  tell describe explain talk walk take paint start go keep carry continue expand say let share show begin think try
  help elaborate give`);

/** The same after "could you". */
export const TELLING = wordSet(`
  tell describe explain talk walk take paint say share expand show elaborate help`);

export const SUBORDINATE = wordSet(`
  when if that as before after while because although though since until thinking going in on back where how
  what who which`);

import type { QuestionId } from '../../base/ids.ts';
import type { Guide, LocalText } from '../../guide/model/guide.ts';
import { isAbout } from './about.ts';
import { asksSomething } from './asking.ts';
import type {
  CaseAnswer,
  CaseValue,
  ConditionalReply,
  Cue,
  PracticeCase,
  Reply,
  Voice,
  Wish,
} from './case.ts';
import type { Judged } from './question-kind.ts';
import type { PracticeRun } from './run.ts';
import { asksTheSame } from './same-words.ts';

/** What the trainee does: puts a question in one of three ways, or keeps silent after a reply. */
export type Ask =
  | { readonly how: 'guide'; readonly question: QuestionId }
  | { readonly how: 'probe'; readonly question: QuestionId; readonly probe: number }
  | {
      readonly how: 'own';
      readonly question: QuestionId;
      readonly text: string;
      readonly judged: Judged | null;
    }
  | { readonly how: 'silence'; readonly question: QuestionId };

/** What the case says to it. */
export interface Replied {
  readonly reply: {
    /** Where it stands in the case; `sayingOf` finds it again. */
    readonly id: string;
    readonly say: LocalText;
    readonly cue: Cue | null;
    readonly wants: Wish | null;
    /** How the person would fill in the scale, choice or date of the question. */
    readonly value: CaseValue | null;
  };
  /** Seconds without a tap before it is said; 0: at once. A tap before that, and it is not said. */
  readonly afterSeconds: number;
}

/** After a reply, so long a silence may bring more: `replyTo` is asked with `silence`. */
export const SILENCE_SECONDS = 10;

/**
 * The reply of a case to what the trainee does now, decided by the case and by what was already said in this run.
 * Everything but a silence is answered. Null: nothing more comes of the silence. With the guide, own words that ask
 * what the guide asks are taken for that.
 */
export function replyTo(
  played: PracticeCase,
  run: PracticeRun,
  put: Ask,
  guide?: Pick<Guide, 'sections'>,
): Replied | null {
  const ask = put.how === 'own' && guide ? (asTheGuideAsks(put, guide) ?? put) : put;
  const { question } = ask;
  const answer = played.answers[question];
  const given = new Set(run.given.map(({ reply }) => reply));
  const more = (wanted: (reply: ConditionalReply) => boolean): Replied | undefined => {
    const at = (answer?.ifAsked ?? []).findIndex(
      (each, index) => wanted(each) && !given.has(`${question}/asked/${index}`),
    );
    const found = answer?.ifAsked?.[at];
    return found && said(`${question}/asked/${at}`, found);
  };
  const fallback = (kind: keyof Voice): Replied => {
    const lines = played.voice[kind];
    const before = run.given.filter(({ reply }) => reply.startsWith(`voice/${kind}/`)).length;
    const at = before % lines.length;
    const line = lines[at];
    if (!line) throw new Error('a voice without lines');
    return said(`voice/${kind}/${at}`, line);
  };
  if (ask.how === 'silence') {
    const id = `${question}/silent`;
    const waited = answer?.ifSilent;
    return waited && given.has(question) && !given.has(id) ? said(id, waited) : null;
  }
  const asks = ask.how !== 'own' || asksSomething(ask.text, ask.judged);
  if (asks && answer?.wants === 'skip' && given.has(question)) return fallback('refused');
  if (ask.how === 'guide') {
    if (!answer) return fallback('open');
    return given.has(question) ? fallback('again') : said(question, answer, answer.value);
  }
  if (ask.how === 'probe') {
    const id = `${question}/probe/${ask.probe}`;
    const scripted = answer?.probes?.[`${ask.probe}`];
    if (scripted) return given.has(id) ? fallback('again') : said(id, scripted);
    return more(({ about }) => !about) ?? fallback('probe');
  }
  const kind = ask.judged?.kind ?? 'focused';
  const open = kind === 'open' || kind === 'cued';
  const about = more((each) => each.about !== undefined && isAbout(ask.text, each.about));
  if (about) return about;
  // Who asks in own words from the beginning gets what the question brings; who leads does not.
  if (asks && answer && !given.has(question) && (open || kind === 'focused')) {
    return said(question, answer, answer.value);
  }
  const invited = open || askedBack(answer, run, question);
  return (invited ? more((each) => !each.about) : undefined) ?? fallback(asks ? kind : 'heard');
}

/** What was said, by the id that stands in the run; undefined when this version of the case has no such place. */
export function sayingOf(played: PracticeCase, id: string): Reply | undefined {
  const [place = '', part, index = ''] = id.split('/');
  if (place === 'voice') {
    const lines = Object.entries(played.voice).find(([kind]) => kind === part)?.[1];
    return lines?.[Number(index)];
  }
  const answer = Object.entries(played.answers).find(([question]) => question === place)?.[1];
  if (part === undefined) return answer;
  if (part === 'probe') return answer?.probes?.[index];
  return part === 'silent' ? answer?.ifSilent : answer?.ifAsked?.[Number(index)];
}

const said = (id: string, from: Reply, value?: CaseValue): Replied => ({
  reply: {
    id,
    say: from.say,
    cue: from.behaviour ?? null,
    wants: from.wants ?? null,
    value: value ?? null,
  },
  afterSeconds: from.afterSilence ?? 0,
});

/** The person has just asked something back: what comes now is an answer to it, in whatever form. */
function askedBack(
  answer: CaseAnswer | undefined,
  run: PracticeRun,
  question: QuestionId,
): boolean {
  return answer?.behaviour === 'asksBack' && run.given.at(-1)?.reply === question;
}

/** Own words that are a question of the guide, or one of its probes. */
function asTheGuideAsks(
  { question, text }: Extract<Ask, { how: 'own' }>,
  guide: Pick<Guide, 'sections'>,
): Ask | undefined {
  const asked = guide.sections.flatMap((each) => each.questions).find(({ id }) => id === question);
  if (!asked) return undefined;
  if (asksTheSame(text, asked.text)) return { how: 'guide', question };
  const probe = asked.probes.findIndex((each) => asksTheSame(text, each));
  return probe < 0 ? undefined : { how: 'probe', question, probe };
}

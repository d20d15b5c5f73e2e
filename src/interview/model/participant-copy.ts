import type { Millis, QuestionId } from '../../base/ids.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { RecordTexts } from '../../i18n/record.ts';
import type { Guide, LocalText } from '../../guide/model/guide.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { askedQuestions, saysSomething } from './act.ts';
import type { Answer, Verbatim } from './event.ts';
import { NO_ANSWER, type InterviewState } from './state.ts';
import { ABOUT_OTHERS } from './marks.ts';
import { placementWords } from './placement-words.ts';
import { foldReadBack } from './read-back.ts';
import type { Placement } from './timeline.ts';
import { valueWords } from './value-words.ts';

/** One question of the copy. */
export interface CopyItem {
  readonly question: QuestionId;
  readonly text: string;
  /** The scale, choice or period in words; null when there is none. */
  readonly value: string | null;
  /** What is written, in paragraphs; empty when nothing is. */
  readonly paragraphs: readonly string[];
  /** Something about somebody else was left out here (OSL 26 kap. 5 §). */
  readonly leftOut: boolean;
  readonly declined: boolean;
  /** The person's own words beside the interviewer's; empty when there are none. */
  readonly ownWords: string;
}

/** @param events in reading order. */
export const ownWordsIn = (events: readonly JournalEvent[]): ReadonlyMap<QuestionId, string> =>
  new Map([...foldReadBack(events).questions].map(([id, { ownWords }]) => [id, ownWords]));

/** What the participant may take home: their own answers, and nothing of the memo, the cards or the code. */
export interface ParticipantCopy {
  readonly language: Language;
  readonly heldAt: Millis;
  readonly sections: readonly { readonly title: string; readonly items: readonly CopyItem[] }[];
  /** Where they have lived, oldest first, as they told it; `words` are their own and may be empty. */
  readonly timeline: readonly { readonly text: string; readonly words: string }[];
}

/**
 * @param input.without questions that the interviewer leaves out.
 * @param input.ownWords what the person wrote beside an answer, by question.
 * @param input.timeline the placements that are to be in it; none when it is left out.
 * @param input.t sentences in the language of the copy.
 */
export function participantCopy(
  state: InterviewState,
  guide: Guide,
  input: {
    readonly language: Language;
    readonly without: readonly QuestionId[];
    readonly ownWords: ReadonlyMap<QuestionId, string>;
    readonly timeline: readonly Placement[];
    readonly t: RecordTexts;
  },
): ParticipantCopy {
  const { language, without, ownWords, t } = input;
  const local = (text: LocalText) => text[language] ?? text.sv;
  const asked = new Map(askedQuestions(state, guide).map(({ question, text }) => [question, text]));
  const sections = guide.sections.map((section) => ({
    title: local(section.title),
    items: section.questions.flatMap(({ id, answer: spec }): CopyItem[] => {
      const text = asked.get(id);
      const { answer, outcome } = state.questions.get(id) ?? NO_ANSWER;
      const own = ownWords.get(id) ?? '';
      const said = saysSomething(answer) || own !== '';
      if (!text || without.includes(id) || (!said && outcome !== 'declined')) return [];
      return [
        {
          question: id,
          text: local(text),
          value: answer?.value ? valueWords(answer.value, spec, { t, language, local }) : null,
          ...(answer ? withoutOthers(answer) : { paragraphs: [], leftOut: false }),
          declined: !said,
          ownWords: own,
        },
      ];
    }),
  }));
  return {
    language,
    heldAt: state.startedAt,
    sections: sections.filter(({ items }) => items.length > 0),
    timeline: input.timeline.map((placement) => ({
      text: placementWords(placement, language),
      words: placement.words.trim(),
    })),
  };
}

const GAP = '[…]';

/** The answer without what is marked as being about somebody else. */
export function withoutOthers(
  answer: Pick<Answer, 'text' | 'thirdPerson'>,
): Pick<CopyItem, 'paragraphs' | 'leftOut'> {
  const others = merged((answer.thirdPerson ?? []).map((range) => withSigns(answer.text, range)));
  let text = '';
  let at = 0;
  for (const [from, to] of others) {
    text += answer.text.slice(at, from) + GAP;
    at = to;
  }
  text += answer.text.slice(at);
  // The quotation marks in it stay: they show the person what was kept word for word.
  const paragraphs = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  return { paragraphs, leftOut: others.length > 0 };
}

/** With the signs around it, which say nothing once the words between them are gone. */
const withSigns = (text: string, [from, to]: Verbatim): Verbatim => [
  text[from - 1] === ABOUT_OTHERS.open ? from - 1 : from,
  text[to] === ABOUT_OTHERS.close ? to + 1 : to,
];

/** Overlapping stretches as one, in order. */
function merged(ranges: readonly Verbatim[]): Verbatim[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  return sorted.reduce<Verbatim[]>((done, [from, to]) => {
    const last = done.at(-1);
    if (!last || from > last[1]) return [...done, [from, to]];
    return [...done.slice(0, -1), [last[0], Math.max(last[1], to)]];
  }, []);
}

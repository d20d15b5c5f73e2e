import { utf8 } from '../../base/bytes.ts';
import type { MemberId, StreamId } from '../../base/ids.ts';
import { clockTime, longDate } from '../../i18n/format.ts';
import { afterTexts } from '../../i18n/after.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { newInterviewTexts } from '../../i18n/new-interview.ts';
import { recordTexts } from '../../i18n/record.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { Guide, LocalText, Question } from '../../guide/model/guide.ts';
import { packedMemoFields } from '../../interview/model/act.ts';
import { foldHandover } from '../../interview/model/handover.ts';
import { foldLastTalk } from '../../interview/model/last-talk.ts';
import type { AnswerValue, AskedQuestion } from '../../interview/model/event.ts';
import { foldInterview, NO_ANSWER, type InterviewState } from '../../interview/model/state.ts';
import { withoutSigns, WORD_FOR_WORD } from '../../interview/model/marks.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { inOrder, retractedIds } from '../../journal/model/merge.ts';
import type { Journal } from '../../journal/model/port.ts';
import { interviewMarkdown, memoMarkdown } from '../../parcel/model/markdown.ts';
import type { PlainPart } from '../../parcel/model/port.ts';
import { foldAssignment } from '../../people/model/assignment.ts';
import { foldReview } from '../../review/model/state.ts';
import { publishedPart } from '../../training/model/own-case.ts';
import { foldSignoff } from '../../training/model/signoff.ts';
import type { PartsOf } from '../../sync/delivery.ts';
import { cardsPart, concernPart } from './contents-cards.ts';
import { moreLists } from './contents-more.ts';
import { readBackRemarks } from './contents-read-back.ts';
import { transcriptPart } from './contents-transcript.ts';
import type { GuideShelf } from './guides.ts';
import { inSafetyParcel } from './safety-parcel.ts';

/** The parts of a recording, made one at a time. */
export type SoundParts = (recording: StreamId) => Promise<AsyncIterable<PlainPart>>;

/** What each kind of parcel carries. Only the rooms know their words; parcel/ checks every field against its table. */
export const contentsOf =
  (journal: Journal<'real'>, shelf: GuideShelf, soundParts?: SoundParts): PartsOf =>
  async (kind, stream, opened) => {
    const events = [...opened.events].sort(inOrder);
    const tombstones = [...retractedIds(events)];
    switch (kind) {
      case 'interview':
      case 'draft':
        return { events, parts: await readable(events, shelf), tombstones, named: [] };
      case 'safety': {
        // Sent at once with the code it concerns and not one word of the interview itself.
        const own = events.filter(inSafetyParcel);
        return { events: own, parts: [], tombstones: [], named: [] };
      }
      case 'concern':
        return { events, parts: concernPart(events), tombstones, named: [] };
      case 'transcript':
        return { events, parts: await transcriptPart(journal, events), tombstones, named: [] };
      case 'sound':
        return { events, parts: (await soundParts?.(stream)) ?? [], tombstones, named: [] };
      case 'shared':
      case 'incident':
      case 'reply':
      case 'policy':
      case 'withdrawal':
      case 'erasure':
      case 'log':
      case 'training':
      case 'group':
        return { events, parts: [], tombstones, named: [] };
      case 'signoff': {
        const trainee = foldSignoff(events)?.trainee;
        return { events, parts: [], tombstones, named: trainee ? [trainee] : [] };
      }
      case 'case':
        return { events: publishedPart(events), parts: [], tombstones, named: [] };
      case 'handover': {
        const to = foldHandover(events)?.to;
        return { events, parts: [], tombstones, named: to ? [to] : [] };
      }
      case 'lastTalk': {
        const to = foldLastTalk(events)?.to;
        return { events, parts: [], tombstones, named: to ? [to] : [] };
      }
      case 'assignment':
        // Whoever had it before hears that it has passed on.
        return { events, parts: [], tombstones, named: foldAssignment(events)?.hands ?? [] };
      case 'review':
        return { events, parts: [], tombstones, named: await interviewerOf(journal, events) };
    }
  };

/** Whose interview a review is about: the one who started it. */
async function interviewerOf(
  journal: Journal,
  review: readonly JournalEvent[],
): Promise<readonly MemberId[]> {
  const state = foldReview(review);
  const interview = state && (await journal.open(state.interview));
  const [first] = interview?.events.toSorted(inOrder) ?? [];
  return first ? [first.author] : [];
}

/** The Markdown that anyone with a key can read without us: questions as asked, answers, memo. */
async function readable(
  events: readonly JournalEvent[],
  shelf: GuideShelf,
): Promise<readonly PlainPart[]> {
  const state = foldInterview(events);
  const guide = state && (await shelf.get(state.guide));
  if (!state || !guide) return [];
  const language: Language = languageOf(events);
  const memo = memoOf(state, guide, language);
  return [
    { path: 'interview.md', bytes: utf8(interviewText(state, events, guide, language)) },
    ...(memo ? [{ path: 'memo.md', bytes: utf8(memo) }] : []),
    ...cardsPart(state, events, guide, language),
  ];
}

const pick = (text: LocalText, language: Language): string => text[language] ?? text.sv;

function languageOf(events: readonly JournalEvent[]): Language {
  const data = events.findLast((event) => event.type === 'InterviewCompleted')?.body?.data;
  return typeof data === 'object' && data !== null && 'language' in data && data.language === 'en'
    ? 'en'
    : 'sv';
}

function interviewText(
  state: InterviewState,
  events: readonly JournalEvent[],
  guide: Guide,
  language: Language,
): string {
  const t = interviewTexts[language];
  const record = recordTexts[language];
  const questions = new Map(
    guide.sections.flatMap((section) => section.questions.map((each) => [each.id, each])),
  );
  const asked: readonly AskedQuestion[] =
    state.asked.length > 0
      ? state.asked
      : [...state.questions.keys()].flatMap((id) => {
          const question = questions.get(id);
          return question ? [{ question: id, text: question.text }] : [];
        });
  const remarks = readBackRemarks({ state, events, language });
  const sections = guide.sections.flatMap((section) => {
    const own = new Set<string>(section.questions.map((each) => each.id));
    const here = asked.filter(({ question }) => own.has(question));
    return here.length === 0
      ? []
      : [
          {
            title: pick(section.title, language),
            questions: here.map(({ question, text }) => {
              const known = state.questions.get(question) ?? NO_ANSWER;
              const spec = questions.get(question);
              // The page sets its own marks around what was said word for word.
              const said = withoutSigns(
                known.answer?.text ?? '',
                known.answer?.verbatim ?? [],
                WORD_FOR_WORD,
              );
              return {
                id: question,
                text: pick(text, language),
                outcome: known.outcome ? t[known.outcome] : t.noOutcome,
                value: spec ? shown(known.answer?.value ?? null, spec, language) : null,
                answer: known.takenBack ? t.takenBack : said.text,
                verbatim: said.ranges,
                remarks: remarks.get(question) ?? [],
              };
            }),
          },
        ];
  });
  return interviewMarkdown({
    title: pick(guide.title, language),
    facts: [
      { label: newInterviewTexts[language].code, value: state.code },
      { label: record.guide, value: `${guide.id} ${guide.version}, ${state.track}` },
      {
        label: record.conducted,
        value: `${longDate(state.startedAt, language)} ${clockTime(state.startedAt, language)}`,
      },
    ],
    sections,
    lists: moreLists({ state, events, guide, language }),
  });
}

function memoOf(state: InterviewState, guide: Guide, language: Language): string | null {
  if (state.memo.size === 0) return null;
  return memoMarkdown({
    title: afterTexts[language].memo,
    facts: [{ label: newInterviewTexts[language].code, value: state.code }],
    fields: packedMemoFields(guide).flatMap((field) => {
      const value = state.memo.get(field.id);
      if (value === undefined) return [];
      const option =
        field.answer.kind === 'choice'
          ? field.answer.options.find((each) => each.id === value)
          : undefined;
      const text = option
        ? pick(option.label, language)
        : Array.isArray(value)
          ? value.filter(Boolean).join('\n\n')
          : String(value);
      return [{ label: pick(field.label, language), text }];
    }),
  });
}

/** A scale, choice or period in words. */
function shown(value: AnswerValue | null, question: Question, language: Language): string | null {
  const { answer } = question;
  if (value?.kind === 'scale' && answer.kind === 'scale') {
    return `${value.value} (${answer.min} = ${pick(answer.minLabel, language)}, ${answer.max} = ${pick(answer.maxLabel, language)})`;
  }
  if (value?.kind === 'choice' && answer.kind === 'choice') {
    return answer.options
      .filter((option) => value.options.includes(option.id))
      .map((option) => pick(option.label, language))
      .join(', ');
  }
  if (value?.kind === 'date') {
    const t = interviewTexts[language];
    return value.unknown ? t.dateUnknown : [value.from, value.to].filter(Boolean).join(' – ');
  }
  return null;
}

/*
 * How the golden streams of version 1 were made: `node tests/golden/journal-v1/make.ts`, once, on the day the events
 * were settled. They are never made again: what a tablet kept then must read the same for ever. A new version of an
 * event, or a new event, gets a folder of its own (journal-v2) beside this one. The people are invented.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fixedDeps } from '../../../src/base/deps.ts';
import { CardId, DeviceId, MemberId, QuestionId, StreamId, TrackId } from '../../../src/base/ids.ts';
import type { InterviewFact, ReflectionFact } from '../../../src/interview/model/event.ts';
import { foldInterview } from '../../../src/interview/model/state.ts';
import {
  RETRACTED,
  stamp,
  type JournalEvent,
  type NewEvent,
  type Writer,
} from '../../../src/journal/model/event.ts';
import { merge } from '../../../src/journal/model/merge.ts';
import { GuideRef } from '../../../src/guide/model/guide.ts';
import type { ReviewFact } from '../../../src/review/model/event.ts';
import { foldReview } from '../../../src/review/model/state.ts';

const file = (name: string) => new URL(name, import.meta.url);
if (existsSync(file('streams.json'))) throw new Error('Golden streams are never made twice.');

const deps = fixedDeps();
const writer = (author: string, device: string): Writer => ({
  author: MemberId.parse(author.repeat(32)),
  device: DeviceId.parse(device.repeat(32)),
});
const INTERVIEWER = writer('b', '1');
const SUPERVISOR = writer('c', '2');
const INTERVIEW = StreamId.parse('a'.repeat(32));
const q = (id: string) => QuestionId.parse(id);

/** Events of one stream, each a minute after the one before. */
function keep(
  stream: StreamId,
  by: Writer,
  known: JournalEvent[],
  ...facts: readonly NewEvent[]
): JournalEvent[] {
  let all = known;
  for (const fact of facts) {
    deps.clock.advance(60_000);
    all = merge(all, stamp([fact], stream, all, by, deps));
  }
  return all;
}
const said = (...facts: readonly InterviewFact[]) => facts;
const idOf = (events: readonly JournalEvent[], type: string, nth = 0) => {
  const event = events.filter((each) => each.type === type)[nth];
  if (!event) throw new Error(`no ${type}`);
  return event.id;
};

let interview = keep(
  INTERVIEW,
  INTERVIEWER,
  [],
  ...said(
    {
      type: 'InterviewStarted',
      version: 1,
      data: {
        code: 'K-017',
        guide: GuideRef.parse({ id: 'default-guide', version: '1.0.0' }),
        track: TrackId.parse('full'),
      },
    },
    { type: 'TrackChanged', version: 1, data: { track: TrackId.parse('core') } },
    { type: 'QuestionAsked', version: 1, data: { question: q('s1q1') } },
    {
      type: 'ConsentGiven',
      version: 1,
      data: { textVersion: '1.0.0', yes: ['participate', 'notes', 'quotes'], saidBack: true },
    },
    { type: 'InterviewPaused', version: 1, data: {} },
    { type: 'InterviewResumed', version: 1, data: {} },
    {
      type: 'AnswerWritten',
      version: 1,
      data: {
        question: q('s2q1'),
        answer: { text: 'Hon sa ”kom in”.', verbatim: [[8, 14]], value: null },
      },
    },
    { type: 'QuestionEnded', version: 1, data: { question: q('s2q1'), outcome: 'answered' } },
    {
      type: 'AnswerWritten',
      version: 1,
      data: {
        question: q('s2q3'),
        answer: { text: '', verbatim: [], value: { kind: 'scale', value: 3 } },
      },
    },
    { type: 'QuestionEnded', version: 1, data: { question: q('s2q3'), outcome: 'partly' } },
    {
      type: 'AnswerWritten',
      version: 1,
      data: {
        question: q('s2q4'),
        answer: {
          text: 'Ungefär.',
          verbatim: [],
          value: { kind: 'date', from: '2009-08', to: '2018', unknown: false },
        },
      },
    },
    {
      type: 'AnswerWritten',
      version: 1,
      data: {
        question: q('s1q2'),
        answer: { text: '', verbatim: [], value: { kind: 'choice', options: ['understood'] } },
      },
    },
    { type: 'QuestionEnded', version: 1, data: { question: q('s2q2'), outcome: 'declined' } },
    { type: 'QuestionEnded', version: 1, data: { question: q('s5q5'), outcome: 'leftOut' } },
    { type: 'QuestionEnded', version: 1, data: { question: q('s8q2'), outcome: 'declined' } },
    { type: 'QuestionEnded', version: 1, data: { question: q('s8q2'), outcome: null } },
    { type: 'QuestionEnded', version: 1, data: { question: q('s8q6'), outcome: 'notReached' } },
    {
      type: 'AnswerWritten',
      version: 1,
      data: {
        question: q('s3q4'),
        answer: { text: 'Det här togs tillbaka.', verbatim: [], value: null },
      },
    },
  ),
);
interview = keep(
  INTERVIEW,
  INTERVIEWER,
  interview,
  { type: RETRACTED, version: 1, data: { events: [idOf(interview, 'AnswerWritten', 4)] } },
  ...said(
    { type: 'AnswerTakenBack', version: 1, data: { question: q('s3q4') } },
    {
      type: 'CardOpened',
      version: 1,
      data: { card: CardId.parse('childAtRisk'), question: q('s4q3') },
    },
    {
      type: 'SafetyFlagged',
      version: 1,
      data: { card: CardId.parse('childAtRisk'), question: null, note: 'Ett syskon bor kvar.' },
    },
    { type: 'InterviewStopped', version: 1, data: { keep: 'parts' } },
    { type: 'TalkEnded', version: 1, data: {} },
    { type: 'MemoWritten', version: 1, data: { field: 'setting', value: 'På biblioteket.' } },
    { type: 'MemoWritten', version: 1, data: { field: 'keyMessages', value: ['Ett', 'Två', ''] } },
    { type: 'MemoWritten', version: 1, data: { field: 'weight', value: 7 } },
    {
      type: 'InterviewCompleted',
      version: 1,
      data: {
        asked: [{ question: q('s2q1'), text: { sv: 'Vad minns du?', en: 'What do you remember?' } }],
        language: 'sv',
      },
    },
  ),
);

const REVIEW = StreamId.parse('d'.repeat(32));
const judged = (...facts: readonly ReviewFact[]) => facts;
let review = keep(
  REVIEW,
  SUPERVISOR,
  [],
  ...judged(
    { type: 'ReviewStarted', version: 1, data: { interview: INTERVIEW, revision: 1 } },
    {
      type: 'PassageCommented',
      version: 1,
      data: {
        anchor: { kind: 'question', question: q('s2q1') },
        event: idOf(interview, 'AnswerWritten'),
        from: 8,
        to: 14,
        quote: 'kom in',
        text: 'Vem sa det?',
      },
    },
    {
      type: 'PassageCommented',
      version: 1,
      data: {
        anchor: { kind: 'memo', field: 'setting' },
        event: null,
        from: 0,
        to: 0,
        quote: '',
        text: 'Bra beskrivet.',
      },
    },
    { type: 'InterviewReturned', version: 1, data: { revision: 1, note: 'En sak till.' } },
  ),
);
interview = keep(
  INTERVIEW,
  INTERVIEWER,
  interview,
  ...said(
    {
      type: 'InterviewReopened',
      version: 1,
      data: { review: idOf(review, 'InterviewReturned') },
    },
    { type: 'InterviewCompleted', version: 1, data: { asked: [], language: 'en' } },
  ),
);
review = keep(
  REVIEW,
  SUPERVISOR,
  review,
  ...judged(
    { type: 'ReviewStarted', version: 1, data: { interview: INTERVIEW, revision: 2 } },
    {
      type: 'CommentResolved',
      version: 1,
      data: { comment: idOf(review, 'PassageCommented') },
    },
    { type: 'InterviewApproved', version: 1, data: { revision: 2 } },
  ),
);

const reflected: ReflectionFact = {
  type: 'ReflectionWritten',
  version: 1,
  data: { interview: INTERVIEW, field: 'ownReactions', value: 'Jag blev ledsen.' },
};
const reflection = keep(StreamId.parse('e'.repeat(32)), INTERVIEWER, [], reflected);

const write = (name: string, value: unknown) =>
  writeFile(
    file(name),
    `${JSON.stringify(value, (_key, member: unknown) => (member instanceof Map ? [...member] : member), 2)}\n`,
  );
await write('streams.json', { interview, review, reflection });
await write('states.json', { interview: foldInterview(interview), review: foldReview(review) });

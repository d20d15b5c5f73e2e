import type { Clock, Random } from '../src/base/deps.ts';
import type { QuestionId, StreamId } from '../src/base/ids.ts';
import type { AnswerSpec, Guide } from '../src/guide/model/guide.ts';
import { beginInterview } from '../src/interview/begin.ts';
import { complete, endOpenQuestions } from '../src/interview/model/act.ts';
import type { Answer, AnswerValue, InterviewFact } from '../src/interview/model/event.ts';
import { answerOf } from '../src/interview/model/marks.ts';
import { InterviewSession } from '../src/interview/session.ts';
import type { OpenVault } from '../src/vault/model/port.ts';
import type { Story } from './demo-story.ts';
import type { CaseAnswer } from '../src/training/model/case.ts';

const MINUTE_MS = 60_000;

/** A clock for what happened earlier: it stands still unless told. */
export interface StoryClock extends Clock {
  set(at: number): void;
  advance(ms: number): void;
}

export function storyClock(start: number): StoryClock {
  let now = start;
  return {
    now: () => now,
    set: (at) => {
      now = at;
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

/** Holds and completes one invented interview, by the same acts as on the tablet. */
export async function holdInterview(
  vault: OpenVault,
  deps: { readonly clock: StoryClock; readonly random: Random },
  input: { readonly guide: Guide; readonly story: Story; readonly code: string },
): Promise<StreamId> {
  const { guide, story, code } = input;
  const { clock, random } = deps;
  const { journal } = vault;
  const begun = await beginInterview(
    journal,
    { interviewer: vault.member, code, guide, track: story.answers.setup.track },
    { random, now: clock.now() },
  );
  if (!begun.ok) throw new Error('memory refused to keep');
  const session = await InterviewSession.open({ journal, clock }, begun.value, () =>
    Promise.resolve(guide),
  );
  if (!session) throw new Error('the invented interview does not open');
  const { route } = session.snapshot();
  for (const question of route.order) {
    clock.advance(2 * MINUTE_MS);
    const spec = route.find(question)?.question.answer;
    if (spec) await session.act(factsOf(question, spec, story, guide, question === route.gate));
  }
  await session.act([
    ...endOpenQuestions(session.snapshot().state, route),
    { type: 'TalkEnded', version: 1, data: {} },
  ]);
  clock.advance(20 * MINUTE_MS);
  const memo = Object.entries(story.memo).map(([field, value]): InterviewFact => ({
    type: 'MemoWritten',
    version: 1,
    data: { field, value },
  }));
  await session.act(memo);
  const completed = complete(session.snapshot().state, guide, 'sv');
  if (!completed.ok) {
    throw new Error(`the story is not whole: ${JSON.stringify(completed.error.obstacles)}`);
  }
  await session.act(completed.value);
  return session.stream;
}

/** What happens at one question; consent is given at the gate, a flag is raised where the words were said. */
function factsOf(
  question: QuestionId,
  spec: AnswerSpec,
  { answers, consent, flag }: Story,
  guide: Guide,
  isGate: boolean,
): InterviewFact[] {
  const told = answers.answers[question];
  const facts: InterviewFact[] = [{ type: 'QuestionAsked', version: 1, data: { question } }];
  if (told) {
    const answer = answerTo(told, spec);
    facts.push({ type: 'AnswerWritten', version: 1, data: { question, answer } });
    facts.push({ type: 'QuestionEnded', version: 1, data: { question, outcome: 'answered' } });
  }
  if (isGate) {
    const data = { textVersion: guide.consent.version, yes: [...consent], saidBack: true };
    facts.push({ type: 'AgeStated', version: 1, data: { age: 'adult' } });
    facts.push({ type: 'ConsentGiven', version: 1, data });
  }
  if (flag?.question === question) {
    const { card, note } = flag;
    facts.push({ type: 'CardOpened', version: 1, data: { card, question } });
    facts.push({ type: 'SafetyFlagged', version: 1, data: { card, question, note } });
  }
  return facts;
}

/** Everything a case says is word for word; what was asked further stands on a line of its own. */
function answerTo({ say, ifAsked = [], value }: CaseAnswer, spec: AnswerSpec): Answer {
  const text = [say, ...ifAsked.map((each) => each.say)].map(({ sv }) => `”${sv}”`).join('\n');
  return answerOf(text, valueOf(value, spec));
}

/** The value in the form that the question's kind asks for; null when the case has none of that kind. */
function valueOf(value: CaseAnswer['value'], spec: AnswerSpec): AnswerValue | null {
  if (spec.kind === 'scale' && typeof value === 'number') return { kind: 'scale', value };
  if (spec.kind === 'choice' && typeof value === 'string') {
    return { kind: 'choice', options: [value] };
  }
  if (spec.kind === 'choice' && Array.isArray(value)) return { kind: 'choice', options: value };
  if (spec.kind === 'date' && typeof value === 'object' && !Array.isArray(value)) {
    return { kind: 'date', from: value.from, to: value.to, unknown: false };
  }
  return null;
}

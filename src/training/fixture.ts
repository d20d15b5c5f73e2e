import { fixedDeps, type Deps } from '../base/deps.ts';
import { QuestionId, StreamId } from '../base/ids.ts';
import { GUIDE, IDA, INTERVIEW } from '../interview/fixture.ts';
import type { InterviewFact } from '../interview/model/event.ts';
import type { SideFact } from '../interview/model/side-facts.ts';
import type { ConcernFact } from '../interview/model/concern.ts';
import { stamp, type JournalEvent } from '../journal/model/event.ts';
import data from './data/training.json' with { type: 'json' };
import type { PracticeCase } from './model/case.ts';
import type { RunEvents } from './model/moments.ts';
import { askedAs } from './model/asking.ts';
import { judgeQuestion } from './model/question-kind.ts';
import { replyTo, type Ask, type Replied } from './model/replying.ts';
import { foldRun, type PlayedBy, type PracticeFact, type PracticeRun } from './model/run.ts';
import { Training } from './model/training.ts';

/* The shipped training, and a practice run played by hand, for the tests of this room and those after it. */

export const TRAINING = Training.parse(data);
export function caseOf(alias: string): PracticeCase {
  const found = TRAINING.cases.find(({ persona }) => persona.alias === alias);
  if (!found) throw new Error(`no case ${alias}`);
  return found;
}

export const RUN = StreamId.parse('e'.repeat(32));
export const CONCERN = StreamId.parse('c'.repeat(32));

/** One run at a table where time only goes when it is told to. */
export class PlayedRun {
  readonly #played: PracticeCase;
  readonly #deps: Deps & { readonly clock: { advance(ms: number): void } };
  #run: JournalEvent[] = [];
  #interview: JournalEvent[] = [];
  #concern: JournalEvent[] = [];

  constructor(played: PracticeCase, by: PlayedBy = 'tablet') {
    this.#played = played;
    this.#deps = fixedDeps();
    const { id, version } = played;
    this.fact({
      type: 'RunBegun',
      version: 1,
      data: { case: id, caseVersion: version, interview: INTERVIEW, guide: TRAINING.guide, by },
    });
  }

  wait(seconds: number): void {
    this.#deps.clock.advance(seconds * 1000);
  }
  fact(fact: PracticeFact): void {
    this.wait(1);
    this.#run = [...this.#run, ...stamp([fact], RUN, this.#run, IDA, this.#deps)];
  }
  interview(fact: InterviewFact | SideFact): void {
    this.wait(1);
    this.#interview = [
      ...this.#interview,
      ...stamp([fact], INTERVIEW, this.#interview, IDA, this.#deps),
    ];
  }
  concern(fact: ConcernFact): void {
    this.wait(1);
    this.#concern = [...this.#concern, ...stamp([fact], CONCERN, this.#concern, IDA, this.#deps)];
  }
  state(): PracticeRun {
    const run = foldRun(this.#run);
    if (!run) throw new Error('the run was not begun');
    return run;
  }
  events(): RunEvents {
    return { run: this.#run, interview: this.#interview, concerns: [this.#concern] };
  }

  /** Puts a question as the guide has it, waits as long as the reply takes, and writes all of it down. */
  ask(question: string): Replied | null {
    return this.#put({ how: 'guide', question: QuestionId.parse(question) });
  }
  probe(question: string, probe: number): Replied | null {
    return this.#put({ how: 'probe', question: QuestionId.parse(question), probe });
  }
  say(question: string, text: string): Replied | null {
    const judged = askedAs(text, judgeQuestion(text, 'sv'));
    return this.#put({ how: 'own', question: QuestionId.parse(question), text, judged });
  }
  /** Ten seconds without a tap. */
  silence(question: string): Replied | null {
    const id = QuestionId.parse(question);
    this.wait(9);
    this.fact({ type: 'SilenceKept', version: 1, data: { question: id, seconds: 10 } });
    return this.#replied({ how: 'silence', question: id });
  }

  #put(ask: Exclude<Ask, { how: 'silence' }>): Replied | null {
    this.wait(5);
    const { how, question } = ask;
    const text = ask.how === 'own' ? ask.text : null;
    const judged = ask.how === 'own' ? ask.judged : null;
    const probe = ask.how === 'probe' ? ask.probe : null;
    const before = this.state();
    this.fact({ type: 'QuestionPut', version: 1, data: { question, how, probe, text, judged } });
    return this.#replied(ask, before);
  }

  #replied(ask: Ask, before = this.state()): Replied | null {
    const replied = replyTo(this.#played, before, ask, GUIDE);
    if (!replied) return null;
    const { question } = ask;
    const { reply, afterSeconds } = replied;
    if (afterSeconds > 0) {
      this.wait(afterSeconds - 1);
      this.fact({ type: 'SilenceKept', version: 1, data: { question, seconds: afterSeconds } });
    }
    const { id, cue, wants } = reply;
    this.fact({ type: 'ReplyGiven', version: 1, data: { question, reply: id, cue } });
    if (wants) this.fact({ type: 'CaseAsked', version: 1, data: { question, wants } });
    return replied;
  }
}

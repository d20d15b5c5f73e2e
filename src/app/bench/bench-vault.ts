import * as z from 'zod/mini';
import { fromHex, hex } from '../../base/bytes.ts';
import type { Deps } from '../../base/deps.ts';
import { StreamId, VaultId, type QuestionId } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import type { Guide } from '../../guide/model/guide.ts';
import { beginInterview } from '../../interview/begin.ts';
import type { InterviewFact } from '../../interview/model/event.ts';
import { InterviewSession } from '../../interview/session.ts';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import type { Journal } from '../../journal/model/port.ts';
import { openVaultLine } from '../call.ts';
import { unpackGuide } from '../guide-over.ts';
import { journalOver } from '../journal-over.ts';
import { benchGuide } from './bench-guide.ts';
import { saved } from './bench-put.ts';
import type { BenchQuery } from './bench-query.ts';

/** What opens a seeded vault again. It stands in clear: the vault holds invented text only. */
const Seeded = z.object({ vault: VaultId, stream: StreamId, output: z.string() });
const nameOf = ({ n, half }: BenchQuery): string => `bench-${n}-${half ? 'half' : 'empty'}`;

const TEXT =
  'Vi pratade länge om hur det var att komma dit. ”Jag minns trappan.” Sedan om skolan. ';

export interface Opened {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly first: QuestionId;
}
type Refused = { readonly type: 'refused' };

/** Makes the vault with guide and interview. It opens by a random 32-byte secret, as by a passkey: no Argon2id. */
export async function seedBench(
  query: BenchQuery,
  deps: Deps,
): Promise<{ readonly type: 'seeded' } | Refused> {
  const line = openVaultLine();
  const output = deps.random.bytes(32);
  const made = await line.call('makeBench', output);
  if (!made.ok && made.error.type === 'notForBench') return { type: 'refused' };
  const { vault, member } = must(made);
  const [real] = await line.call('guides');
  const guide = benchGuide(there(real), query.n);
  must(await line.call('keepGuide', guide));
  const journal = journalOver(line);
  const stream = must(
    await beginInterview(
      journal,
      { interviewer: member, code: 'BENCH', guide, track: there(guide.tracks[0]).id },
      { random: deps.random, now: deps.clock.now() },
    ),
  );
  await fill(journal, stream, guide, query.half ? Math.floor(query.n / 2) : 0, deps);
  await line.call('close');
  line.end();
  const seeded = { vault, stream, output: hex(output) } satisfies z.infer<typeof Seeded>;
  localStorage.setItem(nameOf(query), JSON.stringify(seeded));
  return { type: 'seeded' };
}

/** Consent, the first `count` questions answered, and the place to come back to: question 1. */
async function fill(
  journal: Journal,
  stream: StreamId,
  guide: Guide,
  count: number,
  { clock }: Deps,
): Promise<void> {
  const session = there(
    await InterviewSession.open({ journal, clock }, stream, () => Promise.resolve(guide)),
  );
  const questions = guide.sections.flatMap((section) => section.questions);
  const consent: InterviewFact = {
    type: 'ConsentGiven',
    version: 1,
    data: { textVersion: '1', yes: guide.consent.items.map((item) => item.id), saidBack: true },
  };
  const facts = questions.slice(0, count).flatMap(({ id: question }, i): InterviewFact[] => [
    { type: 'QuestionAsked', version: 1, data: { question } },
    {
      type: 'AnswerWritten',
      version: 1,
      data: { question, answer: { text: TEXT.repeat(1 + (i % 8)), verbatim: [], value: null } },
    },
    { type: 'QuestionEnded', version: 1, data: { question, outcome: 'answered' } },
  ]);
  const age: InterviewFact = { type: 'AgeStated', version: 1, data: { age: 'adult' } };
  must(await session.act([age, consent, ...facts]));
  session.moveTo({ question: there(questions[0]).id, caret: 0 });
  await saved(session);
}

/** Opens the seeded vault and the interview in question 1. */
export async function openBench(
  query: BenchQuery,
  deps: Deps,
): Promise<({ readonly type: 'open' } & Opened) | { readonly type: 'notSeeded' } | Refused> {
  const kept = localStorage.getItem(nameOf(query));
  if (!kept) return { type: 'notSeeded' };
  const { vault, stream, output } = Seeded.parse(JSON.parse(kept));
  const line = openVaultLine();
  const opened = await line.call('openBench', vault, fromHex(output));
  if (!opened.ok && opened.error.type === 'notForBench') return { type: 'refused' };
  if (!opened.ok && opened.error.type === 'wrongSecret') return { type: 'notSeeded' };
  const interviewer = must(opened);
  const journal = journalOver(line);
  const session = there(
    await InterviewSession.open({ journal, clock: deps.clock }, stream, async (ref) => {
      const packed = await line.call('guide', ref);
      return packed && unpackGuide(packed);
    }),
  );
  const first = there(session.snapshot().route.order[0]);
  // Whoever measured before may have left the talk somewhere else.
  if (session.position()?.question !== first) session.moveTo({ question: first, caret: 0 });
  const ports: InterviewPorts = {
    interviewer,
    journal,
    deps,
    deliver: () => Promise.resolve(),
    saveFile: () => Promise.resolve('notMade'),
    onLock: null,
    onHome: () => undefined,
    onTalk: () => undefined,
    onAfter: () => undefined,
    onConcern: () => undefined,
    onTranscript: () => undefined,
  };
  return { type: 'open', session, ports, first };
}

function must<T, E extends { readonly type: string }>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`bench: ${result.error.type}`);
  return result.value;
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('bench: something of the guide is missing');
  return value;
}

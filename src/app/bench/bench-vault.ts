import type { Deps } from '../../base/deps.ts';
import { StreamId, VaultId } from '../../base/ids.ts';
import { beginInterview } from '../../interview/begin.ts';
import type { InterviewFact } from '../../interview/model/event.ts';
import { InterviewSession } from '../../interview/session.ts';
import type { InterviewPorts } from '../../interview/ui/ports.ts';
import type { Journal } from '../../journal/model/port.ts';
import { fromHex, hex } from '../../base/bytes.ts';
import { openVaultLine, type VaultLine } from '../call.ts';
import { journalOver } from '../journal-over.ts';
import { benchGuide } from './bench-guide.ts';

/** Where the bench keeps what it needs to come back; the vault it opens holds invented text only. */
const KEEP = (n: number, half: boolean): string => `bench-${n}-${half ? 'half' : 'empty'}`;
const PASSPHRASE = 'bench bench bench bench bench bench';
const TEXT = 'Vi pratade länge om hur det var att komma dit. ”Jag minns trappan.” Sedan om skolan. ';

/** Starts the worker and says no when the office was not started for measuring. */
async function benchLine(): Promise<VaultLine> {
  const line = openVaultLine();
  const card = await line.call('officeCard');
  if (!card.ok || !card.value.bench) throw new Error('the server was not started with --bench');
  return line;
}

/** Makes the vault with guide and interview. It opens by a random 32-byte secret, as by a passkey: no Argon2id. */
export async function seedBench(n: number, half: boolean, deps: Deps): Promise<void> {
  const line = await benchLine();
  const output = deps.random.bytes(32);
  const made = await line.call('makeBench', { passphrase: PASSPHRASE, output });
  if (!made.ok) throw new Error(made.error.type);
  const { vault, member } = made.value;
  const [real] = await line.call('guides');
  if (!real) throw new Error('no guide');
  const guide = benchGuide(real, n);
  await line.call('keepGuide', guide);
  const journal = journalOver(line);
  const [track] = guide.tracks;
  if (!track) throw new Error('no track');
  const begun = await beginInterview(
    journal,
    { interviewer: member, code: 'BENCH', guide, track: track.id },
    { random: deps.random, now: deps.clock.now() },
  );
  if (!begun.ok) throw new Error(begun.error.type);
  await fill(journal, begun.value, guide.sections.flatMap((s) => s.questions), half ? n / 2 : 0, deps);
  await line.call('close');
  localStorage.setItem(
    KEEP(n, half),
    JSON.stringify({ vault, stream: begun.value, output: hex(output) }),
  );

  async function fill(
    into: Journal,
    stream: StreamId,
    questions: readonly { readonly id: (typeof guide.sections)[number]['questions'][number]['id'] }[],
    count: number,
    { clock }: Deps,
  ): Promise<void> {
    const session = await InterviewSession.open({ journal: into, clock }, stream, () =>
      Promise.resolve(guide),
    );
    if (!session) throw new Error('no interview');
    const facts = questions.slice(0, count).flatMap(({ id }, i): InterviewFact[] => [
      { type: 'QuestionAsked', version: 1, data: { question: id } },
      {
        type: 'AnswerWritten',
        version: 1,
        data: { question: id, answer: { text: TEXT.repeat(1 + (i % 8)), verbatim: [], value: null } },
      },
      { type: 'QuestionEnded', version: 1, data: { question: id, outcome: 'answered' } },
    ]);
    const consent: InterviewFact = {
      type: 'ConsentGiven',
      version: 1,
      data: { textVersion: '1', yes: guide.consent.items.map((item) => item.id), saidBack: true },
    };
    await session.act([consent, ...facts]);
    const [first] = questions;
    if (first) session.moveTo({ question: first.id, caret: 0 });
  }
}

/** Opens the seeded vault and the interview in question 1. */
export async function openBench(
  n: number,
  half: boolean,
  deps: Deps,
): Promise<{ session: InterviewSession; ports: InterviewPorts }> {
  const kept = localStorage.getItem(KEEP(n, half));
  if (!kept) throw new Error('seed first');
  const { vault, stream, output } = JSON.parse(kept);
  const line = await benchLine();
  const opened = await line.call('openBench', VaultId.parse(vault), {
    type: 'passkey',
    output: fromHex(output),
  });
  if (!opened.ok) throw new Error(opened.error.type);
  const journal = journalOver(line);
  const session = await InterviewSession.open(
    { journal, clock: deps.clock },
    StreamId.parse(stream),
    (ref) => line.call('guide', ref),
  );
  if (!session) throw new Error('no interview');
  const ports: InterviewPorts = {
    interviewer: opened.value,
    journal,
    deps,
    deliver: () => Promise.resolve(),
    saveFile: () => Promise.resolve(),
    onHome: () => undefined,
    onTalk: () => undefined,
    onAfter: () => undefined,
  };
  return { session, ports };
}

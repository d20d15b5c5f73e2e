import * as z from 'zod/mini';
import { fromHex, hex } from '../../base/bytes.ts';
import { newId, type Deps } from '../../base/deps.ts';
import {
  DeviceId,
  MemberId,
  OfficeId,
  SignKey,
  StreamId,
  TrackId,
  VaultId,
} from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import type { InterviewFact } from '../../interview/model/event.ts';
import { foldInterview } from '../../interview/model/state.ts';
import { summarise } from '../../interview/model/summary.ts';
import { stampAfter, type JournalEvent } from '../../journal/model/event.ts';
import { openVaultLine, type VaultLine } from '../call.ts';
import { openDesk } from '../desk.ts';
import type { Desk } from '../port.ts';

/** What opens the seeded vault again. It stands in clear: the vault holds invented text only. */
const Seeded = z.object({ vault: VaultId, output: z.string() });
const NAME = 'bench-inbox';
const INTERVIEWERS = 30;
const SENTENCE =
  'Vi pratade länge om hur det var att komma dit. ”Jag minns trappan.” Sedan skolan. ';
/** With 40 answers and their headers, 80 kB an interview. */
const REPEATS = 17;

/** How far seeding has come, for whoever looks. */
export type Progress = (done: number) => void;

/** Puts `count` delivered interviews of 80 kB into a throw-away supervisor's vault, as parcels would bring them. */
export async function seedInbox(
  count: number,
  deps: Deps,
  progress: Progress,
): Promise<{ readonly type: 'seeded' } | { readonly type: 'refused' }> {
  return seedVault(deps, async (line) => {
    const [guide] = await line.call('guides');
    if (!guide) throw new Error('bench: no guide');
    const people = Array.from({ length: INTERVIEWERS }, () => ({
      author: newId(MemberId, deps.random),
      device: newId(DeviceId, deps.random),
    }));
    for (let i = 0; i < count; i += 1) {
      const writer = people[i % people.length];
      if (!writer) throw new Error('bench: nobody');
      await takeOne(line, guide, i, writer, deps);
      if (i % 50 === 0) progress(i);
    }
  });
}

/** Makes a throw-away supervisor's vault, has it filled, and remembers what opens it. */
export async function seedVault(
  deps: Deps,
  fill: (line: VaultLine) => Promise<void>,
): Promise<{ readonly type: 'seeded' } | { readonly type: 'refused' }> {
  const line = openVaultLine();
  const output = deps.random.bytes(32);
  const made = await line.call('makeBench', output);
  if (!made.ok) {
    if (made.error.type === 'notForBench') return { type: 'refused' };
    throw new Error(`bench: ${made.error.type}`);
  }
  await fill(line);
  await line.call('close');
  line.end();
  const seeded = { vault: made.value.vault, output: hex(output) } satisfies z.infer<typeof Seeded>;
  localStorage.setItem(NAME, JSON.stringify(seeded));
  return { type: 'seeded' };
}

async function takeOne(
  line: VaultLine,
  guide: Guide,
  i: number,
  writer: { readonly author: MemberId; readonly device: DeviceId },
  deps: Deps,
): Promise<void> {
  const stream = newId(StreamId, deps.random);
  const questions = guide.sections.flatMap((section) => section.questions);
  const facts: InterviewFact[] = [
    {
      type: 'InterviewStarted',
      version: 1,
      data: {
        code: `K-${String(i + 1).padStart(4, '0')}`,
        guide: { id: guide.id, version: guide.version },
        track: guide.tracks[i % guide.tracks.length]?.id ?? TrackId.parse('full'),
      },
    },
    { type: 'AgeStated', version: 1, data: { age: 'adult' } },
    ...questions.flatMap(({ id: question }): InterviewFact[] => [
      {
        type: 'AnswerWritten',
        version: 1,
        data: {
          question,
          answer: { text: SENTENCE.repeat(REPEATS), verbatim: [[0, 20]], value: null },
        },
      },
      { type: 'QuestionEnded', version: 1, data: { question, outcome: 'answered' } },
    ]),
    { type: 'TalkEnded', version: 1, data: {} },
    { type: 'MemoWritten', version: 1, data: { field: 'setting', value: SENTENCE } },
    {
      type: 'InterviewCompleted',
      version: 1,
      data: { asked: questions.map(({ id, text }) => ({ question: id, text })), language: 'sv' },
    },
  ];
  const nowhere = { seq: 0, tip: null, order: 0 };
  const events: JournalEvent[] = stampAfter(nowhere, facts, stream, writer, deps);
  const state = foldInterview(events);
  if (!state) throw new Error('bench: not an interview');
  const progress = { done: questions.length, of: questions.length };
  const taken = await line.call('take', stream, 'interview', events, summarise(state, progress));
  if (!taken.ok) throw new Error(`bench: ${taken.error.type}`);
}

/** Opens the seeded vault as its supervisor's desk; the time that unlocking began is told beside it. */
export async function openInbox(
  deps: Deps,
): Promise<
  | { readonly type: 'inbox'; readonly desk: Desk }
  | { readonly type: 'notSeeded' }
  | { readonly type: 'refused' }
> {
  const kept = localStorage.getItem(NAME);
  if (!kept) return { type: 'notSeeded' };
  const { vault, output } = Seeded.parse(JSON.parse(kept));
  const line = openVaultLine();
  // The worker is there when a person types their passphrase; unlocking begins after it.
  await line.call('setVisible', true);
  performance.mark('bench-unlock');
  const opened = await line.call('openBench', vault, fromHex(output));
  performance.mark('bench-unlocked');
  if (!opened.ok) {
    return opened.error.type === 'notForBench' ? { type: 'refused' } : { type: 'notSeeded' };
  }
  const key = SignKey.parse('0'.repeat(64));
  const identity = {
    member: opened.value,
    device: newId(DeviceId, deps.random),
    name: 'Karin Ek',
    role: 'supervisor',
    office: newId(OfficeId, deps.random),
    root: key,
    officeKey: key,
  } as const;
  return { type: 'inbox', desk: openDesk(line, { vault, identity, officeName: 'Storby' }) };
}

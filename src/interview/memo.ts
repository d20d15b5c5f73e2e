import { newId, type Random } from '../base/deps.ts';
import { StreamId } from '../base/ids.ts';
import type { Journal } from '../journal/model/port.ts';
import { inOrder } from '../journal/model/merge.ts';
import { ReflectionFact, type FactData } from './model/event.ts';
import type { InterviewSession } from './session.ts';

export type MemoValue = FactData<'MemoWritten'>['value'];

/** Where one part of the memo is kept. Parts A and B go with the interview; part C in a stream that never leaves. */
export interface MemoKeeper {
  value(field: string): MemoValue | undefined;
  /** On every input. */
  draft(field: string, value: MemoValue): void;
  /** When the field is left: what was typed becomes a fact. */
  settle(field: string): Promise<void>;
}

const isMemoValue = (value: unknown): value is MemoValue =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.every((line) => typeof line === 'string'));

/** Parts A and B. */
export function sharedMemo(session: InterviewSession): MemoKeeper {
  const key = (field: string) => `memo.${field}`;
  const value = (field: string): MemoValue | undefined => {
    const draft = session.draftOf(key(field));
    return isMemoValue(draft) ? draft : session.snapshot().state.memo.get(field);
  };
  return {
    value,
    draft: (field, next) => session.draft(key(field), next),
    settle: async (field) => {
      await session.act(
        (state) => {
          const next = value(field);
          const same = JSON.stringify(next) === JSON.stringify(state.memo.get(field));
          return next === undefined || same
            ? []
            : [{ type: 'MemoWritten', version: 1, data: { field, value: next } }];
        },
        [key(field)],
      );
    },
  };
}

/** Part C: the interviewer's own reflection on this interview. */
export async function privateMemo(
  journal: Journal,
  interview: StreamId,
  random: Random,
): Promise<MemoKeeper> {
  const known = (await journal.list('reflection')).find(
    ({ data }) =>
      typeof data === 'object' &&
      data !== null &&
      'interview' in data &&
      data.interview === interview,
  );
  const stream = known?.stream ?? newId(StreamId, random);
  const opened = known && (await journal.open(stream));
  const settled = new Map<string, MemoValue>();
  for (const event of [...(opened?.events ?? [])].sort(inOrder)) {
    const fact = ReflectionFact.safeParse({ ...event, data: event.body?.data });
    if (fact.success) settled.set(fact.data.data.field, fact.data.data.value);
  }
  const typed = new Map<string, MemoValue>();
  for (const draft of opened?.drafts ?? []) {
    if (isMemoValue(draft.value)) typed.set(draft.key, draft.value);
  }
  let begun = known !== undefined;
  // One write after the other: a draft that overtook its settling would come back as if typed again.
  let queue: Promise<unknown> = Promise.resolve();
  const next = (job: () => Promise<unknown>) => {
    queue = queue.then(job);
    return queue;
  };
  const append = async (field: string, value: MemoValue) => {
    const fact: ReflectionFact = {
      type: 'ReflectionWritten',
      version: 1,
      data: { interview, field, value },
    };
    const kept = await journal.append(stream, 'reflection', [fact], { interview }, [field]);
    if (!kept.ok) return;
    begun = true;
    settled.set(field, value);
    if (typed.get(field) === value) typed.delete(field);
  };
  return {
    value: (field) => typed.get(field) ?? settled.get(field),
    draft: (field, value) => {
      typed.set(field, value);
      void next(async () => {
        // A newer value waits behind, or this one has settled.
        if (typed.get(field) !== value) return;
        await (begun ? journal.draft(stream, 'reflection', field, value) : append(field, value));
      });
    },
    settle: async (field) => {
      await next(async () => {
        const value = typed.get(field);
        if (value === undefined) return;
        if (JSON.stringify(value) !== JSON.stringify(settled.get(field)))
          await append(field, value);
      });
    },
  };
}

import * as z from 'zod/mini';
import type { Deps } from '../base/deps.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Saved, StoreProblem } from '../journal/model/port.ts';
import type { DataKey } from './data-key.ts';
import { makeLine } from './line.ts';
import type { Records } from './model/port.ts';
import type { Keyring } from './keyring.ts';
import { seal } from './seal.ts';
import type { TwoCopies } from './two-copies.ts';

const Content = z.object({ name: z.string(), value: z.unknown() });

export interface RecordsDeps extends Deps {
  readonly dataKey: DataKey;
  readonly ring: Keyring;
  readonly copies: TwoCopies;
}

/** Small sealed records, unsealed into memory at unlock. Names are said inside only; on disk an id hides them. */
export async function openRecords(
  deps: RecordsDeps,
): Promise<{ readonly records: Records; readonly unreadable: number; rest(): Promise<void> }> {
  const { dataKey, ring, copies } = deps;
  /** As JSON, so that nobody changes what is kept by changing what they were given. */
  const held = new Map<string, { readonly json: string; readonly revision: number }>();
  /** Removed in this session: a name that comes back must go on from a higher revision. */
  const gone = new Map<string, number>();
  const line = makeLine();
  let unreadable = 0;

  for (const row of await copies.allOf('record')) {
    const opened = await ring.open(row);
    const content = opened.ok ? Content.safeParse(opened.value) : undefined;
    if (!content?.success) {
      unreadable += 1;
      continue;
    }
    const { name, value } = content.data;
    held.set(name, { json: JSON.stringify(value), revision: row.revision });
  }

  const nextRevision = (name: string): number =>
    Math.max(held.get(name)?.revision ?? 0, gone.get(name) ?? 0) + 1;

  async function keep(
    store: 'record' | 'recordGone',
    name: string,
    content: unknown,
    revision: number,
  ): Promise<Result<Saved, StoreProblem>> {
    const id = await dataKey.hide(`record ${name}`);
    const place = { store, stream: '', id, revision };
    return copies.keep([await seal(content, place, dataKey.records, deps.random)]);
  }

  const records: Records = {
    async get(name) {
      const known = held.get(name);
      return known === undefined ? undefined : JSON.parse(known.json);
    },
    put(name, value) {
      const json = JSON.stringify(value);
      if (json === undefined)
        return Promise.resolve(err({ type: 'storeFailed', name: 'DataError' }));
      return line(async () => {
        const revision = nextRevision(name);
        const content = { name, value: JSON.parse(json) };
        const kept = await keep('record', name, content, revision);
        if (kept.ok) held.set(name, { json, revision });
        return kept;
      });
    },
    remove: (name) =>
      line(async () => {
        if (!held.has(name)) return ok(copies.saved());
        const revision = nextRevision(name);
        const kept = await keep('recordGone', name, null, revision);
        if (kept.ok) {
          held.delete(name);
          gone.set(name, revision);
        }
        return kept;
      }),
    async names(prefix) {
      return [...held.keys()].filter((name) => name.startsWith(prefix)).sort();
    },
  };
  return { records, unreadable, rest: () => line(async () => undefined) };
}

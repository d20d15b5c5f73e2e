import type { Deps } from '../base/deps.ts';
import type { StreamId } from '../base/ids.ts';
import type { Saved } from '../journal/model/port.ts';
import type { Keyring } from './keyring.ts';
import { seal, type SealedRow } from './seal.ts';
import type { Streams } from './streams.ts';
import type { TwoCopies } from './two-copies.ts';

export interface ResealDeps extends Deps {
  readonly ring: Keyring;
  readonly copies: TwoCopies;
  readonly streams: Streams;
}

/**
 * Makes a retraction real (DESIGN section 5): disks keep deleted bytes, so what remains is sealed with a new key and
 * the old one destroyed. Each step can be repeated after a crash: both keys are in the key file until the end, and
 * what could not be finished is finished at the next start.
 * @returns `reserve` while the old key still stands or the database fails.
 */
export async function resealStream(stream: StreamId, deps: ResealDeps): Promise<Saved> {
  const { ring, copies, streams } = deps;
  const held = await streams.load(stream);
  if (!held) throw new Error('reseal: no such stream');
  // Without the database, rows that were never read would be lost with the old key.
  if (copies.saved() === 'reserve' && held.faults.length > 0) return 'reserve';

  const key = await ring.beginRotation(stream);
  const head = { ...held.head, reseal: false };
  const revision = held.revision + 1;
  const events = await streams.sealEvents(held.events, key);
  const rest = [
    await streams.sealHead(stream, head, revision, key),
    ...(await resealDrafts(stream, deps, key)),
  ];

  const written = await copies.database.write([...events, ...rest]);
  const carried = new Set(
    copies.reserve
      .held()
      .filter((row) => row.stream === stream)
      .map((row) => row.id),
  );
  // When the database fails, the reserve takes all of the stream: nothing else will open.
  const added = [...events.filter((row) => !written.ok || carried.has(row.id)), ...rest];
  const moved = copies.reserve.compact((row) => row.stream !== stream, added);
  if (!moved.ok) return 'reserve';
  if (written.ok) copies.reserve.confirm(added);

  ring.endRotation(stream);
  streams.set(stream, { ...held, head, revision });
  return written.ok ? 'both' : 'reserve';
}

async function resealDrafts(
  stream: StreamId,
  deps: ResealDeps,
  key: Awaited<ReturnType<Keyring['beginRotation']>>,
): Promise<SealedRow[]> {
  const rows = await deps.copies.rowsOf(stream, 'draft');
  const sealed: SealedRow[] = [];
  for (const row of rows) {
    const opened = await deps.ring.open(row);
    // The same revision: later values of the field, already numbered, must stay newer.
    if (opened.ok) sealed.push(await seal(opened.value, row, key, deps.random));
  }
  return sealed;
}

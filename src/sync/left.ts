import type { Deps, Verify } from '../base/deps.ts';
import type { MemberId, Millis, StreamId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { JournalEvent } from '../journal/model/event.ts';
import type { ParcelDesk } from '../parcel/model/port.ts';
import type { Membership } from './directory.ts';
import type { SyncProblem } from './model/problem.ts';
import { mayBring, senderOf } from './model/sender.ts';

/** The newest copy of a half-done interview that a tablet out of use left at the office. */
export interface LeftCopy {
  readonly interview: StreamId;
  readonly keptAt: Millis;
  readonly events: readonly JournalEvent[];
}

export interface LeftDeps extends Deps {
  readonly desk: Pick<ParcelDesk, 'open'>;
  readonly verify: Verify;
}

/**
 * Opens what a colleague's tablets kept at the office for themselves, the newest of each interview, with a recovery
 * key. Every check of any other parcel holds: signed by that tablet, before it was taken out of use, and only the
 * colleague's own words.
 * @param only one interview that is sought; older copies of others are then not opened.
 */
export async function openLeft(
  deps: LeftDeps,
  { directory, identity, office }: Membership,
  from: MemberId,
  recovery: string,
  only: StreamId | null,
): Promise<Result<readonly LeftCopy[], SyncProblem>> {
  const owner = directory.members.find(({ member }) => member === from);
  if (!owner) return err({ type: 'noDraft' });
  const found = new Map<StreamId, LeftCopy>();
  let closed = 0;
  for (const { device, revokedAt } of owner.devices) {
    if (revokedAt === undefined && owner.leftAt === undefined) continue;
    const listed = await office.left(device);
    if (!listed.ok) return listed;
    for (const { consignment: signed, receivedAt } of listed.value.items) {
      let stopped: SyncProblem | undefined;
      const opened = await deps.desk.open(
        signed,
        async (hash) => {
          const bytes = await office.leftObject(device, hash);
          if (bytes.ok) return bytes.value;
          stopped = bytes.error;
          return undefined;
        },
        {
          ...deps,
          identities: [recovery],
          me: [],
          office: identity.office,
          class: 'real',
          enrolled: (key, member, sent) =>
            senderOf(directory, { key, member, device: sent }, receivedAt)?.member === from,
          seen: () => Promise.resolve(undefined),
        },
      );
      if (stopped) return err(stopped);
      if (!opened.ok) {
        if (opened.error.type === 'notForMe') closed += 1;
        continue;
      }
      const { manifest, events } = opened.value;
      const known = found.get(manifest.stream);
      if (manifest.kind !== 'draft' || (known && known.keptAt >= receivedAt)) continue;
      if (!mayBring('draft', events, [], owner, directory)) continue;
      found.set(manifest.stream, { interview: manifest.stream, keptAt: receivedAt, events });
      // They come newest first.
      if (manifest.stream === only) break;
    }
  }
  if (found.size === 0) return err({ type: closed > 0 ? 'badRecovery' : 'noDraft' });
  return ok([...found.values()].filter(({ interview }) => only === null || interview === only));
}

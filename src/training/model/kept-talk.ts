import * as z from 'zod/mini';
import { canonical } from '../../base/canonical.ts';
import { sha256 } from '../../base/bytes.ts';
import { DeviceId, MemberId, Millis, StreamId } from '../../base/ids.ts';
import { JournalEvent, StreamKind } from '../../journal/model/event.ts';

/**
 * A practice talk as module 5 keeps it: all that its journal in memory holds, so that the talk goes on after a restart.
 * It lies in the practice vault as one sealed record and is no stream of any vault; no parcel can carry it.
 */
export const KeptTalk = z.object({
  /** Whose events they are: invented, and the same after a restart, so that the chains go on. */
  writer: z.object({ author: MemberId, device: DeviceId }),
  /** The run and its interview. */
  stream: StreamId,
  interview: StreamId,
  /** When it was handed over, as far as practice goes: to nobody. */
  handedOver: z.nullable(Millis),
  streams: z.array(
    z.object({
      stream: StreamId,
      kind: StreamKind,
      summary: z.unknown(),
      events: z.array(JournalEvent),
      drafts: z.array(z.object({ key: z.string(), value: z.unknown() })),
    }),
  ),
});
export type KeptTalk = z.infer<typeof KeptTalk>;

/**
 * A mark for everything that was settled in the talk, by which it is known again word for word. What is being typed has
 * none: it changes with every letter.
 */
export const marksOf = (talk: KeptTalk): readonly string[] =>
  talk.streams
    .filter(({ stream }) => stream !== talk.stream)
    .flatMap(({ events }) =>
      events.map(({ id, body }) => sha256(`${id}${canonical(body)}`).slice(0, 24)),
    );

import type { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import type { JournalEvent } from '../journal/model/event.ts';

/**
 * Every event comes over the line with its own copy of the names that all events of a stream repeat. They are held
 * once: a long interview's would be a quarter of a megabyte.
 */
export function sharing(): (event: JournalEvent) => JournalEvent {
  const [stream, author] = [once<StreamId>(), once<MemberId>()];
  const [device, type] = [once<DeviceId>(), once<string>()];
  return ({ id, seq, order, at, prev, version, digest, body, ...event }) => ({
    id,
    stream: stream(event.stream),
    author: author(event.author),
    device: device(event.device),
    seq,
    order,
    at,
    prev,
    type: type(event.type),
    version,
    digest,
    body,
  });
}

function once<T>(): (value: T) => T {
  const held = new Map<T, T>();
  return (value) => {
    const known = held.get(value) ?? value;
    held.set(value, known);
    return known;
  };
}

import { sha256 } from '../../base/bytes.ts';
import { StreamId, type MemberId } from '../../base/ids.ts';

/** The new interviewer's own interview that goes on from the old one: always the same, however often it comes. */
export const continuedStreamOf = (interview: StreamId, to: MemberId): StreamId =>
  StreamId.parse(sha256(`aterblick-continued/1\n${interview}\n${to}`).slice(0, 32));

import { ok } from '../base/result.ts';
import type { OpenMicrophone } from '../interview/model/capture.ts';
import { element, ID, joined, silence } from '../interview/model/webm.ts';
import { SoundDesk } from '../interview/recording.ts';
import type { SoundPorts } from '../interview/sound-ports.ts';

const SECOND_MS = 1000;
/** The beginning of a WebM file whose length is not known, as microphones give it. */
const HEAD = joined([
  element(ID.ebml, new Uint8Array(4)),
  Uint8Array.of(0x18, 0x53, 0x80, 0x67, 1, 255, 255, 255, 255, 255, 255, 255),
  element(ID.tracks, new Uint8Array(8)),
]);

/**
 * Sound as it is in practice: the real tool starts, pauses and ends it, and the consent to it is asked and taken back
 * as in an interview, but no microphone is opened and nothing is kept. What comes each second is an empty second.
 */
export function pretendSound(): SoundPorts {
  const kept = () => Promise.resolve(ok('both' as const));
  return {
    desk: new SoundDesk(),
    openMicrophone,
    begin: kept,
    append: kept,
    strike: kept,
    retention: () => Promise.resolve({ decision: 'Övning', days: 1 }),
    cards: () => Promise.resolve([]),
    notes: () => Promise.resolve([]),
    keeping: () => Promise.resolve(new Map()),
    read: () => Promise.resolve({ slices: [], more: false }),
    travels: {
      states: () => Promise.resolve(new Map()),
      subscribe: () => () => undefined,
      cancel: () => Promise.resolve(),
      again: () => Promise.resolve(),
    },
  };
}

const openMicrophone: OpenMicrophone = (listener) => {
  let second = 0;
  const run = () =>
    setInterval(() => {
      listener.onBytes(silence(second * SECOND_MS, (second + 1) * SECOND_MS));
      second += 1;
    }, SECOND_MS);
  listener.onBytes(HEAD);
  let timer = run();
  return Promise.resolve(
    ok({
      mime: 'audio/webm;codecs=opus',
      pause: () => clearInterval(timer),
      resume: () => {
        clearInterval(timer);
        timer = run();
      },
      flush: () => Promise.resolve(),
      stop: () => {
        clearInterval(timer);
        return Promise.resolve();
      },
      level: () => 0,
    }),
  );
};

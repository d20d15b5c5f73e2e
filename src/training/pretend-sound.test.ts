import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { memoryJournal, openSession, started, agreed } from '../interview/fixture.ts';
import { startRecording } from '../interview/sound-recorder.ts';
import { pretendSound } from './pretend-sound.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('is recorded by the real recorder without any trouble, and ends when the yes to it is taken back', async () => {
  const { clock, random } = fixedDeps();
  const journal = memoryJournal();
  const session = await openSession([started(), agreed(['participate', 'audio'])], journal);
  const sound = pretendSound();
  const { openMicrophone } = sound;
  if (!openMicrophone) throw new Error('it has a microphone of its own');
  const running = await startRecording({
    clock,
    random,
    session,
    journal,
    keeper: sound,
    desk: sound.desk,
    openMicrophone,
  });
  if (!running.ok) throw new Error('not started');
  for (let second = 0; second < 20; second += 1) {
    clock.advance(1000);
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(running.value.now()).toEqual({ type: 'recording', trouble: null });
  expect(sound.desk.current()).toBe(running.value);
  await session.act([{ type: 'ConsentWithdrawn', version: 1, data: { items: ['audio'] } }]);
  await vi.advanceTimersByTimeAsync(10);
  expect(sound.desk.current()).toBeNull();
  const told = session.events().map(({ type }) => type);
  expect(told).toContain('RecordingStarted');
  expect(told).toContain('RecordingEnded');
  expect(told).not.toContain('SoundMissing');
});

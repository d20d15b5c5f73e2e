import { describe, expect, it } from 'vitest';
import { memoryJournal, INTERVIEW, must } from '../../fixture.ts';
import { fixedDeps } from '../../../base/deps.ts';
import { TranscriptSession } from '../../transcript-session.ts';
import type { SoundSource, SoundTime } from '../sound-source.ts';
import { checkWhatIsHeard, stayWhileHeard } from './listening.ts';
import { openPlayback } from './playback.ts';
import { actOf, isTranscriptKey, TRANSCRIPT_KEYS } from './transcript-keys.ts';

/** A sound of ten seconds that plays as far as it is told to. */
function sound(plays = true) {
  const asked: string[] = [];
  let listener: (time: SoundTime) => void = () => undefined;
  let now: SoundTime = { ms: 0, playing: false };
  const tell = (next: Partial<SoundTime>) => {
    now = { ...now, ...next };
    listener(now);
  };
  const source: SoundSource = {
    durationMs: 10_000,
    peaks: async () => new Float32Array(0),
    play: async (ms) => {
      asked.push(`play ${ms}`);
      if (plays) tell({ ms, playing: true });
      return plays;
    },
    pause: () => {
      asked.push('pause');
      tell({ playing: false });
    },
    seek: (ms) => {
      asked.push(`seek ${ms}`);
      tell({ ms });
    },
    setRate: (rate) => asked.push(`rate ${rate}`),
    onTime: (next) => {
      listener = next;
      return () => {
        listener = () => undefined;
      };
    },
    close: () => asked.push('close'),
  };
  return {
    source,
    asked,
    tell,
    playTo: (ms: number) => {
      for (let at = now.ms + 250; at <= ms; at += 250) tell({ ms: at });
    },
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a playback', () => {
  it('goes on three seconds before where it was paused, and exactly where it was put', async () => {
    const { source, asked, playTo } = sound();
    const playback = openPlayback(source);
    playback.toggle();
    await settled();
    playTo(5000);
    playback.toggle();
    playback.toggle();
    await settled();
    playback.toggle();
    playback.seek(8000);
    playback.toggle();
    await settled();
    expect(asked).toEqual(['play 0', 'pause', 'play 2000', 'pause', 'seek 8000', 'play 8000']);
  });

  it('steps through the rates and stays within them, and within the sound', () => {
    const { source, asked } = sound();
    const playback = openPlayback(source);
    for (let i = 0; i < 9; i += 1) playback.step(1);
    expect(playback.snapshot().rate).toBe(2);
    for (let i = 0; i < 9; i += 1) playback.step(-1);
    expect(playback.snapshot().rate).toBe(0.5);
    playback.move(-3000);
    playback.seek(99_000);
    expect(asked.slice(-2)).toEqual(['seek 0', 'seek 10000']);
    playback.close();
    expect(asked.at(-1)).toBe('close');
  });

  it('says when the browser can not play it', async () => {
    const playback = openPlayback(sound(false).source);
    playback.playFrom(0);
    await settled();
    expect(playback.snapshot()).toMatchObject({ playing: false, failed: true });
  });
});

describe('what is listened to', () => {
  const listening = async () => {
    const ports = { journal: memoryJournal(), deps: fixedDeps() };
    const session = must(await TranscriptSession.begin(ports, INTERVIEW, 'sv'));
    const cue = { remark: '', speaker: 'participant' } as const;
    must(
      await session.importAll([
        { ...cue, from: 1000, to: 3000, text: 'Ett' },
        { ...cue, from: 4000, to: null, text: 'Två' },
      ]),
    );
    const played = sound();
    const playback = openPlayback(played.source);
    const leave = checkWhatIsHeard(playback, session);
    const checked = () =>
      session
        .snapshot()
        .segments.slice(1)
        .map((each) => each.checked);
    return { session, playback, leave, checked, ...played };
  };

  it('is checked when all of its stretch was played, and a jump is no listening', async () => {
    const { playback, playTo, checked } = await listening();
    playback.playFrom(500);
    await settled();
    playTo(2000);
    playback.playFrom(2800);
    await settled();
    playTo(6000);
    await settled();
    expect(checked()).toEqual([false, false]);
    playback.playFrom(1750);
    await settled();
    playTo(10_000);
    await settled();
    expect(checked()).toEqual([true, true]);
  });

  it('is not checked while somebody writes in it, nor when it changed since', async () => {
    const { session, playback, playTo, checked } = await listening();
    const [, first] = session.snapshot().segments;
    if (!first) throw new Error('no segment');
    session.type(first.segment, { text: 'Ett till', remark: '' });
    playback.playFrom(0);
    await settled();
    playTo(3500);
    must(await session.settle(first.segment));
    await settled();
    expect(checked()).toEqual([false, false]);
  });

  it('counts as a sign of the one who listens, for a while', async () => {
    const { playback, playTo } = await listening();
    const deps = fixedDeps();
    let signs = 0;
    const count = () => {
      signs += 1;
    };
    window.addEventListener('scroll', count);
    const leave = stayWhileHeard(playback, deps.clock);
    playback.playFrom(0);
    await settled();
    playTo(1000);
    expect(signs).toBeGreaterThan(0);
    const before = signs;
    deps.clock.advance(16 * 60_000);
    playTo(2000);
    expect(signs).toBe(before);
    window.dispatchEvent(new Event('pointerdown'));
    playTo(3000);
    expect(signs).toBeGreaterThan(before);
    leave();
    window.removeEventListener('scroll', count);
  });
});

describe('keys and pedals', () => {
  const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
    key: name,
    code: name,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });

  it.each([
    [key(' ', { code: 'Space', ctrlKey: true }), 'play'],
    [key('F4'), 'play'],
    [key('MediaPlayPause', { code: '' }), 'play'],
    [key('∫', { code: 'KeyB', altKey: true }), 'back'],
    [key('Enter', { ctrlKey: true }), 'listened'],
    [key('Enter'), undefined],
    [key('F5'), undefined],
    [key('b', { code: 'KeyB' }), undefined],
  ])('%o', (event, act) => {
    expect(actOf(event)).toBe(act);
  });

  it('are each for one act, and leave the browser its own', () => {
    const all = Object.keys(TRANSCRIPT_KEYS)
      .filter(isTranscriptKey)
      .flatMap((act) => [...TRANSCRIPT_KEYS[act]]);
    expect(new Set<string>(all).size).toBe(all.length);
    const taken = ['F1', 'F5', 'F6', 'F10', 'F11', 'F12', 'Alt+F', 'Alt+E', 'Alt+D'];
    expect(all.filter((keys) => taken.some((each) => each === keys))).toEqual([]);
  });
});

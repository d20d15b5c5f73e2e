import { expect, it } from 'vitest';
import { openReadAloud } from './read-aloud.ts';

/* A browser's speech, as far as it is used. */
class Voices extends EventTarget {
  readonly spoken: Said[] = [];
  readonly #voices: readonly { lang: string; localService: boolean }[];
  constructor(voices: readonly { lang: string; localService: boolean }[]) {
    super();
    this.#voices = voices;
  }
  getVoices() {
    return this.#voices;
  }
  speak(said: Said) {
    this.spoken.push(said);
  }
  cancel() {
    this.spoken.length = 0;
  }
}
class Said extends EventTarget {
  voice: unknown = null;
  lang = '';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

const LOCAL = { lang: 'sv-SE', localService: true };
const REMOTE = { lang: 'sv-SE', localService: false };

function open(...voices: (typeof LOCAL)[]) {
  const speech = new Voices(voices);
  const made: unknown[] = [speech, (text: string) => new Said(text)];
  const aloud: ReturnType<typeof openReadAloud> = Reflect.apply(openReadAloud, undefined, made);
  return { speech, aloud };
}

it('reads with a local voice and never with one that sends the words away', () => {
  const { speech, aloud } = open(REMOTE, LOCAL);
  aloud.read(['Ett', 'Två'], 'sv', () => undefined);
  expect(speech.spoken.map(({ text, voice }) => [text, voice])).toEqual([
    ['Ett', LOCAL],
    ['Två', LOCAL],
  ]);
});

it('says that it cannot when there is only a remote voice or one of another language', () => {
  for (const { speech, aloud } of [open(REMOTE), open({ lang: 'de-DE', localService: true })]) {
    expect(aloud.can('sv')).toBe(false);
    let ended = 0;
    aloud.read(['Ett'], 'sv', () => (ended += 1));
    expect([speech.spoken.length, ended]).toEqual([0, 1]);
  }
  expect(openReadAloud(undefined, () => new SpeechSynthesisUtterance()).can('sv')).toBe(false);
});

it('hears of voices that come late', () => {
  const { speech, aloud } = open(LOCAL);
  let heard = 0;
  const stop = aloud.onVoices(() => (heard += 1));
  speech.dispatchEvent(new Event('voiceschanged'));
  stop();
  speech.dispatchEvent(new Event('voiceschanged'));
  expect(heard).toBe(1);
});

it('ends once: at the last word or when it is stopped', () => {
  const { speech, aloud } = open(LOCAL);
  let ended = 0;
  aloud.read(['Ett', 'Två'], 'sv', () => (ended += 1));
  speech.spoken[0]?.dispatchEvent(new Event('end'));
  expect(ended).toBe(0);
  speech.spoken[1]?.dispatchEvent(new Event('end'));
  aloud.stop();
  expect([ended, speech.spoken.length]).toEqual([1, 0]);
});

import type { Language } from '../i18n/catalogue.ts';

/** Reads texts aloud with a voice of this device. */
export interface ReadAloud {
  /** Whether there is such a voice. Browsers find theirs only after a while: ask again when `onVoices` calls. */
  can(language: Language): boolean;
  onVoices(listener: () => void): () => void;
  /** Reads the texts in order and calls `ended` once, also when it is stopped. */
  read(texts: readonly string[], language: Language, ended: () => void): void;
  stop(): void;
}

/**
 * @param speech the browser's own, if it has one. Only a voice that says it is local is used: another would send
 * what is read to a service on the network.
 */
export function openReadAloud(
  speech: SpeechSynthesis | undefined,
  utterance: (text: string) => SpeechSynthesisUtterance,
): ReadAloud {
  const voiceFor = (language: Language): SpeechSynthesisVoice | undefined =>
    speech?.getVoices().find((voice) => voice.localService && voice.lang.startsWith(language));
  let stopped: (() => void) | null = null;
  const stop = () => {
    stopped?.();
    speech?.cancel();
  };
  return {
    can: (language) => voiceFor(language) !== undefined,
    onVoices: (listener) => {
      speech?.addEventListener('voiceschanged', listener);
      return () => speech?.removeEventListener('voiceschanged', listener);
    },
    read: (texts, language, ended) => {
      stop();
      const voice = voiceFor(language);
      if (!speech || !voice) return ended();
      let open = true;
      stopped = () => {
        if (!open) return;
        open = false;
        ended();
      };
      const done = stopped;
      texts.forEach((text, i) => {
        const said = utterance(text);
        said.voice = voice;
        said.lang = voice.lang;
        said.addEventListener('error', done);
        if (i === texts.length - 1) said.addEventListener('end', done);
        speech.speak(said);
      });
    },
    stop,
  };
}

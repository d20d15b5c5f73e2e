import { useRef, useState } from 'react';
import { transcriptTexts } from '../../../i18n/transcript.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { openSoundFile } from '../../sound-file.ts';
import type { SoundSource } from '../sound-source.ts';
import { KeyList } from './KeyList.tsx';
import { Player } from './Player.tsx';
import type { Playback } from './playback.ts';

/** What can be listened to, and the keys. Without sound it takes one line. */
export function SoundPanel(props: {
  readonly playback: Playback | null;
  readonly onSound: (source: SoundSource | null) => void;
}) {
  const t = useTexts(transcriptTexts);
  const chosen = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);
  const { playback, onSound } = props;
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const source = await openSoundFile(file);
    setRefused(!source);
    if (source) onSound(source);
  };
  return (
    <section className="card transcript-sound" aria-labelledby="transcript-sound">
      <h2 id="transcript-sound">{t.sound}</h2>
      {playback && <Player playback={playback} marks={[]} gaps={[]} />}
      <div className="row">
        <input
          ref={chosen}
          type="file"
          hidden
          accept="audio/*,video/webm,.wav,.m4a,.mp3,.ogg,.opus,.webm"
          aria-label={t.chooseSound}
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button onClick={() => chosen.current?.click()}>{t.chooseSound}</Button>
        {playback && <Button onClick={() => onSound(null)}>{t.closeSound}</Button>}
      </div>
      {!playback && <p className="hint">{t.soundHelp}</p>}
      {refused && (
        <Notice tone="danger" live>
          {t.soundNotOpened}
        </Notice>
      )}
      <KeyList />
    </section>
  );
}

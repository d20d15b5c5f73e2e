import { useRef, useState } from 'react';
import { transcriptTexts } from '../../../i18n/transcript.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { timeWords } from '../../model/cue.ts';
import type { RecordingState } from '../../model/sound.ts';
import { openOwnRecording } from '../../own-recording.ts';
import { openSoundFile } from '../../sound-file.ts';
import type { SoundSource } from '../sound-source.ts';
import { KeyList } from './KeyList.tsx';
import { gapsOf, marksOf, useOwnRecordings, type OwnSound } from './own-sound.ts';
import { Player } from './Player.tsx';
import type { Playback } from './playback.ts';

/** What can be listened to, and the keys. Without sound it takes one line. */
export function SoundPanel(props: {
  readonly playback: Playback | null;
  readonly onSound: (source: SoundSource | null) => void;
  readonly own: OwnSound | null;
}) {
  const t = useTexts(transcriptTexts);
  const chosen = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);
  const { playback, onSound, own } = props;
  const [course, setCourse] = useState<RecordingState | null>(null);
  const mine = useOwnRecordings(own);
  const open = async (opening: Promise<SoundSource | undefined>, of: RecordingState | null) => {
    const source = await opening;
    setRefused(!source);
    if (!source) return;
    setCourse(of);
    onSound(source);
  };
  return (
    <section className="card transcript-sound" aria-labelledby="transcript-sound">
      <h2 id="transcript-sound">{t.sound}</h2>
      {playback && (
        <Player
          playback={playback}
          marks={course && own ? marksOf(course, own.questionOf, t.mark) : []}
          gaps={course ? gapsOf(course, t) : []}
        />
      )}
      <div className="row">
        <input
          ref={chosen}
          type="file"
          hidden
          accept="audio/*,video/webm,.wav,.m4a,.mp3,.ogg,.opus,.webm"
          aria-label={t.chooseSound}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void open(openSoundFile(file), null);
            event.currentTarget.value = '';
          }}
        />
        {own &&
          mine.map((each, i) => (
            <Button
              key={each.recording}
              onClick={() => void open(openOwnRecording(own.sound, each.recording), each)}
            >
              {t.ownRecording(i + 1, timeWords(each.ms ?? 0))}
            </Button>
          ))}
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

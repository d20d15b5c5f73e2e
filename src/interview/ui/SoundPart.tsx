import { useEffect, useState } from 'react';
import { soundTexts } from '../../i18n/sound.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { recordingsOf } from '../model/sound.ts';
import type { SoundPorts } from '../sound-ports.ts';
import { endForgotten } from '../strike-sound.ts';
import { RecordingList } from './RecordingList.tsx';
import { StrikeDialog } from './StrikeDialog.tsx';
import type { AfterPartProps } from './tool-props.ts';
import { useSnapshot } from './use-session.ts';

/** After the talk: listening, and striking out what the person does not want kept. Nothing where there is no sound. */
export function SoundPart(props: AfterPartProps) {
  const { sound } = props.ports;
  useSnapshot(props.session);
  if (!sound || recordingsOf(props.session.events()).length === 0) return null;
  return <Recordings {...props} sound={sound} />;
}

function Recordings(props: AfterPartProps & { readonly sound: SoundPorts }) {
  const { session, ports, sound } = props;
  const t = useTexts(soundTexts);
  const [striking, setStriking] = useState(false);
  useEffect(() => void endForgotten(session, sound), [session, sound]);
  return (
    <section className="card" aria-labelledby="after-sound">
      <h2 id="after-sound">{t.recordings}</h2>
      <RecordingList events={session.events()} sound={sound} />
      <div className="row">
        <Button onClick={() => setStriking(true)}>{t.strike}</Button>
      </div>
      {striking && (
        <StrikeDialog
          session={session}
          ports={ports}
          sound={sound}
          onClose={() => setStriking(false)}
        />
      )}
    </section>
  );
}

import { transcriptTexts } from '../../../i18n/transcript.ts';
import { Button } from '../../../kit/button.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { mayTranscribe } from '../../model/transcript-consent.ts';
import type { AfterPartProps } from '../tool-props.ts';
import { useSnapshot } from '../use-session.ts';

/** The way to the transcript; not offered when the participant has not said yes to one. */
export function TranscriptPart({ session, ports }: AfterPartProps) {
  const t = useTexts(transcriptTexts);
  const { state } = useSnapshot(session);
  if (!mayTranscribe(state, session.guide)) return null;
  return (
    <section className="card">
      <h2>{t.title}</h2>
      <p className="hint">{t.partHelp}</p>
      <div className="row">
        <Button onClick={() => ports.onTranscript(session.stream)}>{t.open}</Button>
      </div>
    </section>
  );
}

import { useEffect, useState, type ReactNode } from 'react';
import type { StreamId } from '../../../base/ids.ts';
import { transcriptTexts } from '../../../i18n/transcript.ts';
import { Button } from '../../../kit/button.tsx';
import { useLanguage, useLocal, useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { Page } from '../../../kit/page.tsx';
import { useOnce } from '../../../kit/use-once.ts';
import { mayTranscribe } from '../../model/transcript-consent.ts';
import type { InterviewSession } from '../../session.ts';
import { TranscriptSession } from '../../transcript-session.ts';
import { useSnapshot } from '../use-session.ts';
import type { OwnSound } from './own-sound.ts';
import type { TranscriptPorts } from './transcript-ports.ts';
import { Writing } from './Writing.tsx';
import './transcript.css';

/** An interview written out, or the place where that begins. */
export function TranscriptPage(props: {
  readonly interview: InterviewSession;
  readonly ports: TranscriptPorts;
  /** How far it has come on its way to the office. */
  readonly delivery: (transcript: StreamId) => ReactNode;
}) {
  const t = useTexts(transcriptTexts);
  const { language } = useLanguage();
  const { interview, ports } = props;
  const { state } = useSnapshot(interview);
  const [session, setSession] = useState<TranscriptSession | null | 'none'>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let here = true;
    void TranscriptSession.open(ports, interview.stream).then((opened) => {
      if (here) setSession(opened ?? 'none');
    });
    return () => {
      here = false;
    };
  }, [ports, interview]);
  const { run: begin, busy } = useOnce(async () => {
    const begun = await TranscriptSession.begin(ports, interview.stream, language);
    setFailed(!begun.ok);
    if (begun.ok) setSession(begun.value);
  });
  const local = useLocal();
  const { sound } = ports;
  const own: OwnSound | null = sound
    ? {
        sound,
        events: interview.events(),
        questionOf: (id) => {
          const asked = interview.guide.sections
            .flatMap(({ questions }) => questions)
            .find((question) => question.id === id);
          return asked && local(asked.text);
        },
      }
    : null;
  if (session === null) return null;
  const agreed = mayTranscribe(state, interview.guide);
  if (agreed && session !== 'none') {
    return <Writing {...props} session={session} code={state.code} own={own} />;
  }
  return (
    <Page title={t.titleOf(state.code)} tab={t.title}>
      {agreed ? <p>{t.notBegun}</p> : <Notice tone="warn">{t.notAgreed}</Notice>}
      {failed && (
        <Notice tone="danger" live>
          {t.notSaved}
        </Notice>
      )}
      <div className="row">
        <Button onClick={ports.onBack}>{t.back}</Button>
        {agreed && (
          <Button variant="primary" disabled={busy} onClick={begin}>
            {t.begin}
          </Button>
        )}
      </div>
    </Page>
  );
}

import { useState } from 'react';
import type { StreamId, TrackId } from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import { newInterviewTexts } from '../../i18n/new-interview.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { beginInterview } from '../begin.ts';
import { codeProblem } from '../model/code.ts';
import type { InterviewPorts } from './ports.ts';

/** Code and length, then the first question: three taps from the start page. Who has time prepares first. */
export function NewInterview(props: {
  readonly ports: InterviewPorts;
  readonly guide: Guide;
  readonly onBegun: (stream: StreamId) => void;
  /**
   * From an assignment: the code, which talk it is, and protected data, so that no sound is recorded by oversight;
   * nothing else is filled in beforehand (domain.md K23).
   */
  readonly given?: {
    readonly code: string;
    readonly wave: number;
    readonly protectedData?: boolean;
  };
}) {
  const { ports, guide } = props;
  const t = useTexts(newInterviewTexts);
  const talk = useTexts(interviewTexts);
  const local = useLocal();
  const [code, setCode] = useState(props.given?.code ?? '');
  const [track, setTrack] = useState<TrackId | null>(guide.tracks[0]?.id ?? null);
  const [problem, setProblem] = useState<'code' | 'identity' | 'store' | null>(null);

  const { run: begin, busy } = useOnce(async (prepare: boolean) => {
    const trimmed = code.trim();
    const wrong = codeProblem(trimmed);
    if (wrong || !track) return setProblem(wrong === 'identity' ? 'identity' : 'code');
    const begun = await beginInterview(
      ports.journal,
      {
        interviewer: ports.interviewer,
        code: trimmed,
        guide,
        track,
        prepare,
        protectedData: props.given?.protectedData ?? false,
        ...(props.given && trimmed === props.given.code ? { wave: props.given.wave } : {}),
      },
      { random: ports.deps.random, now: ports.deps.clock.now() },
    );
    return begun.ok ? props.onBegun(begun.value) : setProblem('store');
  });

  const codeError =
    problem === 'code' ? t.codeBad : problem === 'identity' ? t.codeIdentity : undefined;
  return (
    <Page title={t.newTitle}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin(false);
        }}
      >
        <TextField
          label={t.code}
          hint={t.codeHint}
          error={codeError}
          value={code}
          maxLength={24}
          autoCapitalize="characters"
          onChange={(event) => {
            setCode(event.target.value);
            setProblem(null);
          }}
        />
        <RadioChoice
          legend={t.track}
          value={track}
          onChange={setTrack}
          options={guide.tracks.map((each) => ({
            value: each.id,
            label: t.trackMinutes(local(each.name), each.minutes, each.questionIds.length),
          }))}
        />
        <p className="hint">{t.guideUsed(local(guide.title), guide.version)}</p>
        {problem === 'store' && (
          <Notice tone="danger" live>
            {talk.notSavedHelp}
          </Notice>
        )}
        <div className="row">
          <Button type="submit" variant="primary" disabled={busy}>
            {t.start}
          </Button>
          <Button disabled={busy} onClick={() => begin(true)}>
            {t.prepare}
          </Button>
          <Button onClick={ports.onHome}>{t.cancel}</Button>
        </div>
      </form>
    </Page>
  );
}

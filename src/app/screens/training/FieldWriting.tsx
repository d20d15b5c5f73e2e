import { useState, type FormEvent } from 'react';
import type { LocalText } from '../../../guide/model/guide.ts';
import { fieldTexts } from '../../../i18n/training-field.ts';
import { Button } from '../../../kit/button.tsx';
import { TextArea } from '../../../kit/field.tsx';
import { useLocal, useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { useOnce } from '../../../kit/use-once.ts';

/** What Saga says, and the trainee's words on it. They are sealed before anything says that they are saved. */
export function FieldWriting(props: {
  readonly replies: readonly LocalText[];
  readonly answers: readonly string[];
  readonly onKeep: (answers: readonly string[]) => Promise<boolean>;
}) {
  const { replies } = props;
  const t = useTexts(fieldTexts);
  const local = useLocal();
  const [answers, setAnswers] = useState(replies.map((_, i) => props.answers[i] ?? ''));
  const [outcome, setOutcome] = useState<'saved' | 'missing' | null>(null);
  const { run: keep, busy } = useOnce(async () => {
    if (await props.onKeep(answers)) setOutcome('saved');
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answers.some((answer) => answer.trim() === '')) setOutcome('missing');
    else keep();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {replies.map((reply, i) => (
        <div key={reply.sv} className="stack">
          <p>
            <span className="hint">{t.says}</span> {local(reply)}
          </p>
          <TextArea
            label={t.yours(i + 1)}
            rows={2}
            maxLength={1000}
            value={answers[i] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setAnswers(answers.map((answer, at) => (at === i ? value : answer)));
              setOutcome(null);
            }}
          />
        </div>
      ))}
      <div role="status">
        {outcome && <Notice>{outcome === 'saved' ? t.saved : t.allThree}</Notice>}
      </div>
      <div className="row">
        <Button type="submit" variant="primary" disabled={busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

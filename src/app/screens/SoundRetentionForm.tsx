import { useCallback, useState } from 'react';
import { retentionTexts } from '../../i18n/retention.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { SoundRetention } from '../../sync/model/directory.ts';
import type { Desk } from '../port.ts';
import { useProblem, type AnyProblem } from './problem.tsx';
import { useAsked } from './use-desk.ts';

/** A supervisor enters the decision that lets the office record sound; nobody else sees this. */
export function SoundRetentionForm(props: {
  readonly desk: Pick<Desk, 'me' | 'directory' | 'decideSound' | 'subscribe'>;
}) {
  const { desk } = props;
  const t = useTexts(retentionTexts);
  const say = useProblem();
  const known = useAsked(
    desk,
    useCallback(async () => ({ sound: (await desk.directory())?.retention?.sound }), [desk]),
  );
  const [decision, setDecision] = useState('');
  const [days, setDays] = useState('30');
  const [tried, setTried] = useState(false);
  const [result, setResult] = useState<'saved' | AnyProblem | null>(null);
  const wanted = SoundRetention.safeParse({ decision, days: Number(days) }).data;
  const { run, busy } = useOnce(async (sound: SoundRetention | null) => {
    setResult(null);
    const decided = await desk.decideSound(sound);
    setResult(decided.ok ? 'saved' : decided.error);
    if (decided.ok) setTried(false);
  });
  const { me } = desk;
  if (me.class !== 'real' || me.role !== 'supervisor' || !known) return null;
  const areDays = SoundRetention.shape.days.safeParse(Number(days)).success;
  return (
    <section className="card" aria-labelledby="settings-sound">
      <h2 id="settings-sound">{t.title}</h2>
      <p>{t.text}</p>
      <p>{t.itself}</p>
      <p>{known.sound ? t.decided(known.sound.decision, known.sound.days) : t.none}</p>
      <TextField
        label={t.decision}
        value={decision}
        maxLength={80}
        error={tried && decision.trim() === '' ? t.decisionMissing : undefined}
        onChange={(event) => setDecision(event.currentTarget.value)}
      />
      <TextField
        label={t.days}
        hint={t.daysHint}
        inputMode="numeric"
        value={days}
        error={tried && !areDays ? t.daysWrong : undefined}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
      {result !== null && result !== 'saved' && (
        <Notice tone="danger" live>
          {say(result)}
        </Notice>
      )}
      <p role="status">{result === 'saved' ? t.saved : ''}</p>
      <div className="row">
        <Button
          disabled={busy}
          onClick={() => {
            setTried(true);
            if (wanted) run(wanted);
          }}
        >
          {known.sound ? t.change : t.save}
        </Button>
        {known.sound && (
          <Button disabled={busy} onClick={() => run(null)}>
            {t.remove}
          </Button>
        )}
      </div>
    </section>
  );
}

import { soundTexts } from '../../i18n/sound.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { RunningSound } from '../recording.ts';
import type { InterviewSession } from '../session.ts';
import type { SoundPorts } from '../sound-ports.ts';
import { strikeSound } from '../strike-sound.ts';
import { withdraw } from '../withdraw.ts';
import type { InterviewPorts } from './ports.ts';

/** Asked again once the sound is on; a no takes the yes back, turns it off and removes what was recorded so far. */
export function StillOk(props: {
  readonly session: InterviewSession;
  readonly ports: Pick<InterviewPorts, 'deliver'>;
  readonly sound: SoundPorts;
  readonly running: RunningSound;
  readonly onAnswered: () => void;
  readonly onClose: () => void;
}) {
  const { session, ports, sound, running } = props;
  const t = useTexts(soundTexts);
  const { run: yes } = useOnce(async () => {
    await session.act([
      { type: 'ConsentConfirmed', version: 1, data: { moment: 'soundStarted', items: ['audio'] } },
    ]);
    props.onAnswered();
    props.onClose();
  });
  const { run: no } = useOnce(async () => {
    await running.stop();
    await strikeSound(session, sound, {
      recording: running.recording,
      from: 0,
      to: running.position() + 1000,
      reason: 'participant',
    });
    await withdraw(session, ['audio'], ports);
    props.onAnswered();
  });
  return (
    <Dialog title={t.stillOk} onClose={props.onClose} mustAnswer>
      <p>{t.stillOkText}</p>
      <div className="row" data-end="">
        <Button onClick={no}>{t.no}</Button>
        <Button variant="primary" onClick={yes}>
          {t.yes}
        </Button>
      </div>
    </Dialog>
  );
}

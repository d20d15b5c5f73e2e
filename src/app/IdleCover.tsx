import { homeTexts } from '../i18n/home.ts';
import { idleTexts } from '../i18n/idle.ts';
import type { SoundDesk } from '../interview/recording.ts';
import { SoundSpot } from '../interview/ui/SoundSpot.tsx';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';
import { Page } from '../kit/page.tsx';

/** Nobody has touched the tablet for a while: nothing of the talk is on the screen, and one touch brings it back. */
export function IdleCover(props: {
  readonly sound: SoundDesk | undefined;
  readonly onResume: () => void;
  readonly onLock: () => void;
}) {
  const t = useTexts(idleTexts);
  const home = useTexts(homeTexts);
  return (
    <Page title={t.title}>
      <p>{t.text}</p>
      <SoundSpot desk={props.sound} withStop />
      <div className="row">
        <Button variant="primary" onClick={props.onResume}>
          {t.resume}
        </Button>
        <Button onClick={props.onLock}>{home.lock}</Button>
      </div>
    </Page>
  );
}

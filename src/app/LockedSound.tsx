import { shellTexts } from '../i18n/shell.ts';
import type { SoundDesk } from '../interview/recording.ts';
import { SoundSpot } from '../interview/ui/SoundSpot.tsx';
import { useTexts } from '../kit/language.tsx';
import { Page } from '../kit/page.tsx';

/** The vault is locked and sound goes on: for how long, and a way to end it (DESIGN section 12). */
export function LockedSound({ sound }: { readonly sound: SoundDesk | undefined }) {
  const t = useTexts(shellTexts);
  return (
    <Page title={t.lockedSoundTitle}>
      <p>{t.lockedSoundText}</p>
      <SoundSpot desk={sound} withStop />
    </Page>
  );
}

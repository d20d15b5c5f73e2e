import { soundTexts } from '../../i18n/sound.ts';
import { recordingsOf } from '../../interview/model/sound.ts';
import { RecordingList } from '../../interview/ui/RecordingList.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { ReadingDesk } from './desk.ts';

/** The sound of the talk: how long, what was struck out and why, what is missing, and listening when it has come. */
export function SoundRecord({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(soundTexts);
  const events = desk.session.events();
  if (!desk.sound || recordingsOf(events).length === 0) return null;
  return (
    <section className="review-section" aria-labelledby="review-sound">
      <h2 id="review-sound">{t.recordings}</h2>
      <RecordingList events={events} sound={desk.sound} />
    </section>
  );
}

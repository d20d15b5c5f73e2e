import { identifyingTexts } from '../../i18n/identifying.ts';
import { identifyingPlaces, type Place } from '../../interview/model/identifying.ts';
import { IdentifyingList } from '../../interview/ui/IdentifyingList.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { ReadingDesk } from './desk.ts';
import { anchorKey } from './selection.ts';

/** Data minimisation (domain.md section 3): where the supervisor may want something rewritten. */
export function IdentifyingRecord({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(identifyingTexts);
  const { guide } = desk;
  const places = guide ? identifyingPlaces(desk.now.interview, guide) : [];
  if (!guide || places.length === 0) return null;
  const go = (place: Place) => {
    const words = document.querySelector<HTMLElement>(`[data-passage="${anchorKey(place)}"]`);
    if (!words) return;
    words.tabIndex = -1;
    words.focus();
  };
  return <IdentifyingList guide={guide} places={places} help={t.reviewHelp} onGo={go} />;
}

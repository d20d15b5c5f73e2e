import { identifyingTexts } from '../../i18n/identifying.ts';
import { useTexts } from '../../kit/language.tsx';
import { may } from '../model/act.ts';
import { identifyingPlaces, type Place } from '../model/identifying.ts';
import { IdentifyingList } from './IdentifyingList.tsx';
import type { AfterPartProps } from './tool-props.ts';
import { useSnapshot } from './use-session.ts';

/** After the talk and in the memo, never while someone types: what could point somebody out. */
export function IdentifyingPart({ session, ports }: AfterPartProps) {
  const t = useTexts(identifyingTexts);
  const { state } = useSnapshot(session);
  const places = identifyingPlaces(state, session.guide);
  if (places.length === 0 || !may(state, 'writeMemo')) return null;
  const go = (place: Place) => {
    if (place.kind === 'memo') {
      const field = document.getElementById(`memo-${place.field}`);
      field?.scrollIntoView({ block: 'center' });
      field?.querySelector<HTMLElement>('textarea, input')?.focus();
      return;
    }
    session.moveTo({ question: place.question, caret: place.findings[0]?.to ?? 0 });
    ports.onTalk(session.stream);
  };
  return <IdentifyingList guide={session.guide} places={places} help={t.help} onGo={go} />;
}

import { useEffect, useState } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { dateTime } from '../../i18n/format.ts';
import { soundTexts } from '../../i18n/sound.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { SoundTravel, SoundTravels } from '../sound-ports.ts';

/** Where each recording is on its way; empty until it is known. */
export function useTravels(travels: SoundTravels): ReadonlyMap<StreamId, SoundTravel> {
  const [states, setStates] = useState<ReadonlyMap<StreamId, SoundTravel>>(new Map());
  useEffect(() => {
    let here = true;
    const look = () =>
      void travels.states().then((found) => {
        if (here) setStates(found);
      });
    look();
    const leave = travels.subscribe(look);
    return () => {
      here = false;
      leave();
    };
  }, [travels]);
  return states;
}

/** Where one recording is on its way, with a way to stop what takes long and to begin again. */
export function SoundTravelLine(props: {
  readonly recording: StreamId;
  readonly name: string;
  readonly travel: SoundTravel;
  readonly travels: Pick<SoundTravels, 'cancel' | 'again'>;
}) {
  const t = useTexts(soundTexts);
  const { language } = useLanguage();
  const { recording, name, travel, travels } = props;
  switch (travel.state) {
    case 'packing':
    case 'unpacking':
      return (
        <div className="row">
          <span>{t[travel.state](travel.percent)}</span>
          <progress value={travel.percent} max={100} aria-label={name} />
          <Button onClick={() => void travels.cancel(recording)}>{t.cancel}</Button>
        </div>
      );
    case 'cancelled':
      return (
        <div className="row">
          <span>{t.cancelled}</span>
          <Button onClick={() => void travels.again(recording)}>{t.again}</Button>
        </div>
      );
    case 'sending':
      return <p className="hint">{t.sending(travel.percent)}</p>;
    case 'sealed':
      return <p className="hint">{t.sealed}</p>;
    case 'received':
      return <p className="hint">{t.received(dateTime(travel.at, language))}</p>;
    case 'refused':
      return (
        <div className="row">
          <span>{t.refused}</span>
          <Button onClick={() => void travels.again(recording)}>{t.again}</Button>
        </div>
      );
  }
}

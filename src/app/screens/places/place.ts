import type { ComponentType } from 'react';
import type { Deps } from '../../../base/deps.ts';
import type { StreamId } from '../../../base/ids.ts';
import type { placeTexts } from '../../../i18n/places.ts';
import type { Desk } from '../../port.ts';

type Sentence = {
  [K in keyof typeof placeTexts.sv]: (typeof placeTexts.sv)[K] extends string ? K : never;
}[keyof typeof placeTexts.sv];

/** What every place gets: the desk, the stream in its address if there is one, and a way back to the overview. */
export interface PlaceProps {
  readonly desk: Desk;
  readonly stream: StreamId | null;
  readonly deps: Deps;
  readonly onBack: () => void;
}

/** One of the supervisor's screens beside the inbox. */
export interface Place {
  /** As it stands in the address: small letters, no word about anyone. */
  readonly name: string;
  readonly label: Sentence;
  /** One line on what is done here. */
  readonly about: Sentence;
  readonly load: () => Promise<ComponentType<PlaceProps>>;
}

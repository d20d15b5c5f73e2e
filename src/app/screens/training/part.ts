import type { ComponentType } from 'react';
import type { Deps } from '../../../base/deps.ts';
import type { StreamId } from '../../../base/ids.ts';
import type { Desk } from '../../port.ts';

/** What every part of the training and of the trainer's page gets. */
export interface PartProps {
  readonly desk: Desk;
  readonly deps: Deps;
  /** As it stands in the address: one screen may serve several parts, e.g. the eight modules. */
  readonly part: string;
  /** The stream in the address, e.g. the debrief that is read. */
  readonly stream: StreamId | null;
  readonly onBack: () => void;
}

/** A screen below "/training" or "/trainer", loaded when somebody goes there. */
export interface Part {
  /** As it stands in the address: small letters and digits, no word about anyone. */
  readonly name: string;
  readonly load: () => Promise<ComponentType<PartProps>>;
}

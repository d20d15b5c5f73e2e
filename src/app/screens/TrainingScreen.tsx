import { lazy, Suspense } from 'react';
import type { Deps } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { Overview } from './training/Overview.tsx';
import { loadModulePart, TRAINING_PARTS } from './training/parts.ts';
import { lazyParts, partScreen } from './training/PartScreen.tsx';
import { toTraining } from './training/ways.ts';

const SCREENS = lazyParts(TRAINING_PARTS);
const ModulePart = lazy(async () => ({ default: await loadModulePart() }));

/** Learning the guide: the overview, or the part that the address names. */
export function TrainingScreen(props: {
  readonly desk: Desk;
  readonly deps: Deps;
  readonly part: string | null;
  readonly stream: StreamId | null;
}) {
  const { desk, deps, part } = props;
  const onBack = () => go(toTraining);
  if (part === null) return <Overview desk={desk} clock={deps.clock} />;
  return (
    partScreen(SCREENS, { ...props, onBack }) ?? (
      <Suspense>
        <ModulePart {...props} key={part} part={part} onBack={onBack} />
      </Suspense>
    )
  );
}

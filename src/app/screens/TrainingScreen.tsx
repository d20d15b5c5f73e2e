import type { Deps } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { trainingTexts } from '../../i18n/training-overview.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { maySee } from '../may-see.ts';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { lazyParts, partScreen } from './training/PartScreen.tsx';
import { TRAINING_PARTS } from './training/parts.ts';

const SCREENS = lazyParts(TRAINING_PARTS);

/** Learning the guide: the overview, or the part that the address names. */
export function TrainingScreen(props: {
  readonly desk: Desk;
  readonly deps: Deps;
  readonly part: string | null;
  readonly stream: StreamId | null;
}) {
  const onBack = () => go({ name: 'training', part: null, stream: null });
  return partScreen(SCREENS, { ...props, onBack }) ?? <Overview desk={props.desk} />;
}

function Overview({ desk }: { readonly desk: Desk }) {
  const t = useTexts(trainingTexts);
  const teaches = maySee(desk.me.role, 'trainer');
  return (
    <Page
      title={t.title}
      actions={
        teaches && (
          <Button onClick={() => go({ name: 'trainer', part: null, stream: null })}>
            {t.trainerView}
          </Button>
        )
      }
    >
      <p>{t.intro}</p>
    </Page>
  );
}

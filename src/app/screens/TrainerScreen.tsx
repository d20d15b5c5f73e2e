import type { Deps } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { trainerTexts } from '../../i18n/trainer.ts';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import type { Desk } from '../port.ts';
import { go, pathOf, type Route } from '../routes.ts';
import { TRAINER_PARTS } from './trainer/parts.ts';
import { lazyParts, partScreen } from './training/PartScreen.tsx';
import './places/places.css';

const SCREENS = lazyParts(TRAINER_PARTS);

/** Teaching the guide: the overview, or the part that the address names. */
export function TrainerScreen(props: {
  readonly desk: Desk;
  readonly deps: Deps;
  readonly part: string | null;
  readonly stream: StreamId | null;
}) {
  const onBack = () => go({ name: 'trainer', part: null, stream: null });
  return partScreen(SCREENS, { ...props, onBack }) ?? <Overview />;
}

function Overview() {
  const t = useTexts(trainerTexts);
  return (
    <Page title={t.title}>
      <p>{t.intro}</p>
      <ul role="list" className="places">
        {TRAINER_PARTS.map(({ name, label, about }) => {
          const to: Route = { name: 'trainer', part: name, stream: null };
          if (!label) return null;
          return (
            <li key={name}>
              <a
                className="place"
                href={pathOf(to)}
                onClick={(event) => {
                  event.preventDefault();
                  go(to);
                }}
              >
                <strong>{t[label]}</strong>
                {about && <span>{t[about]}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </Page>
  );
}

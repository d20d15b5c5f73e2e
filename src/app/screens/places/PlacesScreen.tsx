import { lazy, Suspense, useCallback, useEffect, type ComponentType } from 'react';
import type { Deps } from '../../../base/deps.ts';
import type { StreamId } from '../../../base/ids.ts';
import { placeTexts } from '../../../i18n/places.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Page } from '../../../kit/page.tsx';
import { dayAt } from '../../../people/model/days.ts';
import type { Desk } from '../../port.ts';
import { go, pathOf } from '../../routes.ts';
import { useAsked } from '../use-desk.ts';
import type { PlaceProps } from './place.ts';
import { PLACES } from './places.ts';
import './places.css';

const SCREENS: readonly { readonly name: string; readonly Screen: ComponentType<PlaceProps> }[] =
  PLACES.map(({ name, load }) => ({
    name,
    Screen: lazy(async () => ({ default: await load() })),
  }));

/** The overview of the programme, or the place that the address names. */
export function PlacesScreen(props: {
  readonly desk: Desk;
  readonly deps: Deps;
  readonly place: string | null;
  readonly stream: StreamId | null;
}) {
  const { desk, deps, place, stream } = props;
  // What interviewers were answered, and talks that came in, are noted in the register as long as anybody reads it.
  useAsked(
    desk,
    useCallback(async () => (await import('./assigning.ts')).settleHeld(desk), [desk]),
  );
  // Where most go from here: two thousand people are on their way while somebody reads what there is.
  useEffect(() => {
    void import('./PeoplePlace.tsx');
    void import('./register-rows.ts').then(({ prepareRegister }) =>
      prepareRegister(desk.journal, dayAt(deps.clock.now())),
    );
  }, [desk, deps]);
  const chosen = SCREENS.find(({ name }) => name === place);
  // Around both: where the overview stood before, it stays until the place is fetched. A place that came with a frame of
  // its own would be kept back by React for 300 ms.
  return (
    <Suspense>
      {chosen ? (
        <chosen.Screen
          key={stream}
          desk={desk}
          deps={deps}
          stream={stream}
          onBack={() => go({ name: 'places' })}
        />
      ) : (
        <Overview />
      )}
    </Suspense>
  );
}

function Overview() {
  const t = useTexts(placeTexts);
  return (
    <Page title={t.title}>
      <p>{t.intro}</p>
      <ul role="list" className="places">
        {PLACES.map(({ name, label, about }) => (
          <li key={name}>
            <a
              className="place"
              href={pathOf({ name: 'place', place: name, stream: null })}
              onClick={(event) => {
                event.preventDefault();
                go({ name: 'place', place: name, stream: null });
              }}
            >
              <strong>{t[label]}</strong>
              <span>{t[about]}</span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}

import { lazy, Suspense, useCallback } from 'react';
import type { Deps } from '../../base/deps.ts';
import { homeTexts } from '../../i18n/home.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';
import { arrived } from '../late-flags.ts';
import { homeRows } from './home-rows.ts';
import { OnTablet, ToDo, Waiting } from './HomeItems.tsx';
import { OfficeLine } from './OfficeLine.tsx';
import { useAsked } from './use-desk.ts';

const HomePromises = lazy(async () => ({
  default: (await import('./HomePromises.tsx')).HomePromises,
}));
const HomeSafety = lazy(async () => ({
  default: (await import('./HomeSafety.tsx')).HomeSafety,
}));
const HomeGiven = lazy(async () => ({
  default: (await import('./HomeGiven.tsx')).HomeGiven,
}));
const HomeRoom = lazy(async () => ({ default: (await import('./HomeRoom.tsx')).HomeRoom }));
const NewReport = lazy(async () => ({ default: (await import('./NewReport.tsx')).NewReport }));

/** What nobody has taken over, what I have to do now, what is only on this tablet, and what I am waiting for. */
export function Home({ desk, deps }: { readonly desk: Desk; readonly deps: Deps }) {
  const t = useTexts(homeTexts);
  const rows = useAsked(
    desk,
    useCallback(() => homeRows(desk), [desk]),
  );
  const status = desk.status();
  const toDo = rows?.filter((row) => row.status !== 'completed') ?? [];
  const done = rows?.filter((row) => row.status === 'completed') ?? [];
  const onTablet = done.filter((row) => !arrived(row.delivery));
  const waiting = done.filter((row) => arrived(row.delivery) && !row.approved);
  const approved = done.filter((row) => row.approved);
  return (
    <Page wide title={t.greeting(desk.me.name)} tab={t.title}>
      {status.breaker === 'open' && <Notice tone="warn">{t.reserve}</Notice>}
      {status.restored > 0 && <Notice>{t.restored(status.restored)}</Notice>}
      {status.damaged > 0 && <Notice tone="danger">{t.damaged}</Notice>}
      <Suspense>
        <HomeSafety desk={desk} clock={deps.clock} rows={rows ?? []} />
      </Suspense>
      <div className="row">
        <Button variant="primary" onClick={() => go({ name: 'new' })}>
          {t.newInterview}
        </Button>
        <Suspense>
          <NewReport desk={desk} deps={deps} />
        </Suspense>
      </div>
      <Suspense>
        <HomeGiven desk={desk} clock={deps.clock} />
      </Suspense>
      <div className="home-columns">
        <div className="stack">
          <section className="card">
            <h2>{t.toDo}</h2>
            {rows && toDo.length === 0 && <p className="hint">{t.nothingToDo}</p>}
            <ul role="list" className="home-list">
              {toDo.map((row) => (
                <ToDo key={row.stream} row={row} />
              ))}
            </ul>
          </section>
          {/* It comes a moment later: above the buttons it would push them away under a finger. */}
          {desk.me.class === 'real' && (
            <Suspense>
              <HomeRoom status={status} />
            </Suspense>
          )}
        </div>
        <div className="stack">
          <Suspense>
            {rows?.some((row) => row.endedAt !== null) && (
              <HomePromises desk={desk} clock={deps.clock} rows={rows} />
            )}
          </Suspense>
          <section className="card">
            <h2>{t.onTablet}</h2>
            {rows && onTablet.length === 0 && <p className="hint">{t.onTabletNone}</p>}
            <ul role="list" className="home-list">
              {onTablet.map((row) => (
                <OnTablet key={row.stream} row={row} desk={desk} />
              ))}
            </ul>
          </section>
          <section className="card">
            <h2>{t.waitingFor}</h2>
            {rows && waiting.length === 0 && <p className="hint">{t.waitingNone}</p>}
            <ul role="list" className="home-list">
              {waiting.map((row) => (
                <Waiting key={row.stream} row={row} />
              ))}
            </ul>
          </section>
          {approved.length > 0 && (
            <section className="card">
              <h2>{t.done}</h2>
              <ul role="list" className="home-list">
                {approved.map((row) => (
                  <Waiting key={row.stream} row={row} />
                ))}
              </ul>
            </section>
          )}
          <OfficeLine desk={desk} />
        </div>
      </div>
    </Page>
  );
}

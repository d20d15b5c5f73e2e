import { useCallback } from 'react';
import type { StreamId } from '../../base/ids.ts';
import { dateTime } from '../../i18n/format.ts';
import { homeTexts } from '../../i18n/home.ts';
import { InterviewSummary } from '../../interview/model/summary.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import type { Delivery, Desk } from '../port.ts';
import { go } from '../routes.ts';
import { standingBy } from './standing-by.ts';
import { OfficeLine } from './OfficeLine.tsx';
import { useAsked } from './use-desk.ts';
import { saveFile } from './save-file.ts';

interface Row extends InterviewSummary {
  readonly stream: StreamId;
  readonly delivery: Delivery | null;
  readonly approved: boolean;
}

/** What I have to do now, what is only on this tablet, and what I am waiting for. */
export function Home({ desk }: { readonly desk: Desk }) {
  const t = useTexts(homeTexts);
  const rows = useAsked(
    desk,
    useCallback(() => ownRows(desk), [desk]),
  );
  const status = desk.status();
  const toDo = rows?.filter((row) => row.status !== 'completed') ?? [];
  const done = rows?.filter((row) => row.status === 'completed') ?? [];
  const onTablet = done.filter((row) => !arrived(row.delivery));
  const waiting = done.filter((row) => arrived(row.delivery));
  return (
    <Page
      wide
      title={t.greeting(desk.me.name)}
    >
      {status.breaker === 'open' && <Notice tone="warn">{t.reserve}</Notice>}
      {status.restored > 0 && <Notice>{t.restored(status.restored)}</Notice>}
      {status.damaged > 0 && <Notice tone="danger">{t.damaged}</Notice>}
      <div className="row">
        <Button variant="primary" onClick={() => go({ name: 'new' })}>
          {t.newInterview}
        </Button>
      </div>
      <div className="home-columns">
        <section className="card">
          <h2>{t.toDo}</h2>
          {rows && toDo.length === 0 && <p className="hint">{t.nothingToDo}</p>}
          <ul role="list" className="home-list">
            {toDo.map((row) => (
              <ToDo key={row.stream} row={row} />
            ))}
          </ul>
        </section>
        <div className="stack">
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
          <OfficeLine desk={desk} />
        </div>
      </div>
    </Page>
  );
}

const arrived = (delivery: Delivery | null): boolean =>
  delivery?.state === 'received' || delivery?.state === 'opened';

/** My own interviews, with how far each has come; others' are in the inbox. */
async function ownRows(desk: Desk): Promise<readonly Row[]> {
  const [interviews, reviews, deliveries] = await Promise.all([
    desk.journal.list('interview'),
    desk.journal.list('review'),
    desk.deliveries(),
  ]);
  const standing = standingBy(reviews);
  return interviews.flatMap(({ stream, data }) => {
    const summary = InterviewSummary.safeParse(data);
    if (!summary.success || summary.data.interviewer !== desk.me.member) return [];
    return [
      {
        ...summary.data,
        stream,
        delivery: deliveries.get(stream) ?? null,
        approved: standing(stream, summary.data.revision) === 'approved',
      },
    ];
  });
}

function ToDo({ row }: { readonly row: Row }) {
  const t = useTexts(homeTexts);
  const { language } = useLanguage();
  const talking = row.status === 'talking' || row.status === 'paused';
  const said = {
    talking: { status: t.statusTalking, act: t.resume },
    paused: { status: t.statusPaused, act: t.resumePaused },
    writing: { status: t.statusWriting, act: t.writeMemo },
    reopened: { status: t.statusReopened, act: t.mend },
    completed: { status: '', act: '' },
  }[row.status];
  return (
    <li className="home-item">
      <div className="home-line">
        <strong>{row.code}</strong>
        <span className="tag" data-tone={row.status === 'reopened' ? 'danger' : undefined}>
          {said.status}
        </span>
      </div>
      <p className="hint">
        {t.started(dateTime(row.startedAt, language))} · {t.progress(row.done, row.of)}
      </p>
      <div className="row">
        <Button
          variant="primary"
          onClick={() => go({ name: talking ? 'talk' : 'after', stream: row.stream })}
        >
          {said.act}
        </Button>
      </div>
    </li>
  );
}

function OnTablet({ row, desk }: { readonly row: Row; readonly desk: Desk }) {
  const t = useTexts(homeTexts);
  const { delivery } = row;
  const toFile = async () => {
    const file = await desk.saveFile('interview', row.stream);
    if (file.ok) saveFile(`${row.stream.slice(0, 8)}.aterblick`, file.value, 'application/zip');
    else reportError(new Error(file.error.type));
  };
  return (
    <li className="home-item">
      <div className="home-line">
        <strong>{row.code}</strong>
        <DeliveryTag delivery={delivery ?? { state: 'onTablet' }} />
      </div>
      {delivery?.state === 'sending' && (
        <progress value={delivery.percent} max={100} aria-label={row.code} />
      )}
      <div className="row">
        {(delivery === null || delivery.state === 'refused') && (
          <Button onClick={() => void desk.deliver('interview', row.stream)}>
            {t.deliverAgain}
          </Button>
        )}
        <Button onClick={() => void toFile()}>{t.saveFile}</Button>
      </div>
    </li>
  );
}

function Waiting({ row }: { readonly row: Row }) {
  const t = useTexts(homeTexts);
  return (
    <li className="home-line">
      <strong>{row.code}</strong>
      {row.approved ? (
        <span className="tag" data-tone="ok">
          {t.approved}
        </span>
      ) : (
        <DeliveryTag delivery={row.delivery ?? { state: 'onTablet' }} />
      )}
    </li>
  );
}

/** The four things the person sees, and a refusal in words. */
function DeliveryTag({ delivery }: { readonly delivery: Delivery }) {
  const t = useTexts(homeTexts);
  const { language } = useLanguage();
  switch (delivery.state) {
    case 'onTablet':
      return <span className="tag">{t.deliveryOnTablet}</span>;
    case 'sending':
      return <span className="tag">{t.deliverySending(delivery.percent)}</span>;
    case 'received':
      return (
        <span className="tag" data-tone="ok">
          {t.deliveryReceived(dateTime(delivery.at, language))}
        </span>
      );
    case 'opened':
      return (
        <span className="tag" data-tone="ok">
          {t.deliveryOpened(dateTime(delivery.at, language), delivery.by)}
        </span>
      );
    case 'refused':
      return (
        <span className="tag" data-tone="danger">
          {t.deliveryRefused}
        </span>
      );
  }
}

import { useCallback } from 'react';
import type { Clock } from '../../base/deps.ts';
import type { StreamId } from '../../base/ids.ts';
import { dateTime } from '../../i18n/format.ts';
import { safetyTexts } from '../../i18n/safety.ts';
import { ConcernSummary } from '../../interview/model/concern.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { arrived, lateFlags } from '../late-flags.ts';
import type { Delivery, Desk } from '../port.ts';
import { go } from '../routes.ts';
import { DeliveryTag } from './HomeItems.tsx';
import type { HomeRow } from './home-rows.ts';
import { useAsked } from './use-desk.ts';

interface Report extends ConcernSummary {
  readonly stream: StreamId;
  readonly delivery: Delivery | null;
}

/** My own drafts for reports that are not handed over, or of which the office has no copy yet. */
async function reportsOf(desk: Desk): Promise<readonly Report[]> {
  const [streams, deliveries] = await Promise.all([
    desk.journal.list('concern'),
    desk.deliveries(),
  ]);
  return streams.flatMap(({ stream, data }) => {
    const known = ConcernSummary.safeParse(data).data;
    const delivery = deliveries.get(stream) ?? null;
    if (!known || known.author !== desk.me.member || known.removedAt !== undefined) return [];
    return known.handedOverAt !== null && arrived(delivery) ? [] : [{ ...known, stream, delivery }];
  });
}

/** First on the start page and red: what nobody has taken over yet. Nothing when there is nothing. */
export function HomeSafety(props: {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly rows: readonly HomeRow[];
}) {
  const { desk, rows } = props;
  const t = useTexts(safetyTexts);
  const reports = useAsked(
    desk,
    useCallback(() => reportsOf(desk), [desk]),
  );
  const flags = rows.filter((row) => row.flag !== null && !arrived(row.flag));
  const late = lateFlags(props.clock.now(), flags);
  const cards = rows.filter((row) => row.unsettled > 0);
  if (flags.length + cards.length + (reports?.length ?? 0) === 0) return null;
  return (
    <section className="notice" data-tone="danger" aria-labelledby="home-safety">
      <h2 id="home-safety">{t.first}</h2>
      <ul role="list" className="home-list">
        {flags.map(
          (row) =>
            row.flag && (
              <FlagOnWay key={row.stream} row={row} flag={row.flag} late={late.includes(row)} />
            ),
        )}
        {cards.map((row) => (
          <li key={row.stream} className="home-item">
            <div className="home-line">
              <strong>{t.cards(row.unsettled, row.code)}</strong>
              <Button onClick={() => go({ name: 'cards', stream: row.stream })}>{t.toCards}</Button>
            </div>
          </li>
        ))}
        {reports?.map((report) => (
          <ReportItem key={report.stream} report={report} />
        ))}
      </ul>
    </section>
  );
}

/** A message to the supervisor, until it has arrived: it must never be waited for in silence. */
function FlagOnWay(props: {
  readonly row: HomeRow;
  readonly flag: Delivery;
  readonly late: boolean;
}) {
  const s = useTexts(safetyTexts);
  return (
    <li className="home-item">
      <div className="home-line">
        <strong>{s.flagFor(props.row.code)}</strong>
        <DeliveryTag delivery={props.flag} />
      </div>
      <p>{props.late ? s.late : s.flagWaits}</p>
    </li>
  );
}

function ReportItem({ report }: { readonly report: Report }) {
  const t = useTexts(safetyTexts);
  const { language } = useLanguage();
  const { kind, code, handedOverAt, begunAt, delivery, stream } = report;
  return (
    <li className="home-item">
      <div className="home-line">
        <strong>{code ? t.reportOf(t[kind], code) : t[kind]}</strong>
        {handedOverAt === null && (
          <span className="tag" data-tone="danger">
            {t.notHandedOver}
          </span>
        )}
        <DeliveryTag delivery={delivery ?? { state: 'onTablet' }} />
      </div>
      <p className="hint">{t.begunAt(dateTime(begunAt, language))}</p>
      {handedOverAt !== null && <p>{t.copyWaits}</p>}
      <div className="row">
        <Button onClick={() => go({ name: 'concern', stream })}>{t.toReport}</Button>
      </div>
    </li>
  );
}

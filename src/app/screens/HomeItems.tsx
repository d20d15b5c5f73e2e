import { lazy, Suspense, useState } from 'react';
import { dateTime } from '../../i18n/format.ts';
import { homeTexts } from '../../i18n/home.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { Delivery, Desk } from '../port.ts';
import { go } from '../routes.ts';
import type { HomeRow } from './home-rows.ts';
import type { AnyProblem } from './problem.tsx';
import { saveFile } from '../../kit/save-file.ts';

const ProblemNotice = lazy(async () => ({
  default: (await import('./ProblemNotice.tsx')).ProblemNotice,
}));

export function ToDo({ row }: { readonly row: HomeRow }) {
  const t = useTexts(homeTexts);
  const { language } = useLanguage();
  const talking = ['preparing', 'talking', 'paused'].includes(row.status);
  const said = {
    preparing: { status: t.statusPreparing, act: t.prepare },
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

export function OnTablet({ row, desk }: { readonly row: HomeRow; readonly desk: Desk }) {
  const t = useTexts(homeTexts);
  const { delivery } = row;
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const toFile = async () => {
    const file = await desk.saveFile('interview', row.stream);
    if (file.ok) saveFile(`${row.stream.slice(0, 8)}.aterblick`, file.value, 'application/zip');
    setProblem(file.ok ? null : file.error);
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
        <ToAfter row={row} />
      </div>
      {problem && (
        <Suspense>
          <ProblemNotice problem={problem} />
        </Suspense>
      )}
    </li>
  );
}

export function Waiting({ row }: { readonly row: HomeRow }) {
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
      <ToAfter row={row} />
    </li>
  );
}

/** What goes on when an interview is handed over: the copy, the follow-up, the transcript, and any yes taken back. */
function ToAfter({ row }: { readonly row: HomeRow }) {
  const t = useTexts(homeTexts);
  return (
    <Button
      aria-label={t.afterOf(row.code)}
      onClick={() => go({ name: 'after', stream: row.stream })}
    >
      {t.after}
    </Button>
  );
}

/** The four things the person sees, and a refusal in words. */
export function DeliveryTag({ delivery }: { readonly delivery: Delivery }) {
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

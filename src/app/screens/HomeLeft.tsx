import { useCallback, useState } from 'react';
import { leftTexts } from '../../i18n/left.ts';
import { listLeft, writeLeft } from '../../interview/left.ts';
import type { LeftSummary } from '../../interview/model/left.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { goingHere } from '../going.ts';
import type { Desk } from '../port.ts';
import { useAsked } from './use-desk.ts';

/** A line, without a word of it, for each of my interviews that has left this tablet. */
export function HomeLeft({
  desk,
}: {
  readonly desk: Pick<Desk, 'journal' | 'subscribe' | 'syncNow'>;
}) {
  const t = useTexts(leftTexts);
  const left = useAsked(
    desk,
    useCallback(async () => {
      const [all, going] = await Promise.all([listLeft(desk.journal), goingHere(desk.journal)]);
      // What was taken back or erased meanwhile is with nobody.
      return all.filter(({ interview, state }) => state !== 'back' && !going.has(interview));
    }, [desk]),
  );
  if (!left || left.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{t.title}</h2>
      <p className="hint">{t.help}</p>
      <ul role="list" className="home-list">
        {left.map((each) => (
          <Line key={each.interview} desk={desk} left={each} />
        ))}
      </ul>
    </section>
  );
}

function Line(props: {
  readonly desk: Pick<Desk, 'journal' | 'syncNow'>;
  readonly left: LeftSummary;
}) {
  const { desk, left } = props;
  const t = useTexts(leftTexts);
  const [failed, setFailed] = useState(false);
  const { run: fetchAgain, busy } = useOnce(async () => {
    const fact = { type: 'InterviewWanted', version: 1, data: {} } as const;
    const kept = await writeLeft(desk.journal, left.interview, fact);
    setFailed(!kept.ok);
    if (kept.ok) desk.syncNow();
  });
  return (
    <li className="home-item">
      <p role="status">{left.state === 'wanted' ? t.coming(left.code) : t.line(left.code)}</p>
      {left.state === 'gone' && (
        <Button aria-label={t.fetchOf(left.code)} disabled={busy} onClick={() => fetchAgain()}>
          {t.fetch}
        </Button>
      )}
      {failed && (
        <Notice tone="danger" live>
          {t.notKept}
        </Notice>
      )}
    </li>
  );
}

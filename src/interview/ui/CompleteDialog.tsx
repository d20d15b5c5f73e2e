import { afterTexts } from '../../i18n/after.ts';
import { cardActTexts } from '../../i18n/card-acts.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { complete, obstacles, type Obstacle } from '../model/act.ts';
import { unsettledCards } from '../model/summary.ts';
import type { InterviewSession } from '../session.ts';
import type { InterviewPorts } from './ports.ts';
import { useSnapshot } from './use-session.ts';

/** Completing makes the record official (TF 2 kap. 10 §): explained first, and blocked with reasons. */
export function CompleteDialog(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly onClose: () => void;
  readonly onMemo: (field: string) => void;
}) {
  const { session, ports } = props;
  const t = useTexts(afterTexts);
  const { language } = useLanguage();
  const { state } = useSnapshot(session);
  const c = useTexts(cardActTexts);
  const waiting = unsettledCards(state).length;
  const open = obstacles(state, session.guide);
  const { run: finish, busy } = useOnce(async () => {
    const facts = complete(session.snapshot().state, session.guide, language);
    if (!facts.ok) return;
    const kept = await session.act(facts.value);
    if (!kept.ok) return;
    await ports.deliver('interview', session.stream);
    props.onClose();
  });
  const goTo = (obstacle: Obstacle) => {
    if (obstacle.type === 'memoMissing') return props.onMemo(obstacle.field);
    session.moveTo({ question: obstacle.question, caret: 0 });
    return ports.onTalk(session.stream);
  };
  return (
    <Dialog title={t.completeTitle} onClose={props.onClose}>
      {waiting > 0 && <Notice tone="warn">{c.completeAnyway(waiting)}</Notice>}
      {open.length > 0 ? (
        <>
          <h3>{t.obstaclesTitle}</h3>
          <ul role="list" className="stack">
            {open.map((obstacle) => (
              <li key={JSON.stringify(obstacle)}>
                <button type="button" className="choice" onClick={() => goTo(obstacle)}>
                  <ObstacleText session={session} obstacle={obstacle} />
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{t.completeExplain}</p>
          <p>{t.completeWhere}</p>
        </>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.back}</Button>
        <Button variant="primary" disabled={busy || open.length > 0} onClick={finish}>
          {t.completeNow}
        </Button>
      </div>
    </Dialog>
  );
}

function ObstacleText(props: { readonly session: InterviewSession; readonly obstacle: Obstacle }) {
  const t = useTexts(afterTexts);
  const local = useLocal();
  const { session, obstacle } = props;
  switch (obstacle.type) {
    case 'noConsent':
      return t.obstacleConsent;
    case 'questionOpen': {
      const place = session.snapshot().route.find(obstacle.question);
      return t.obstacleQuestion(place ? local(place.question.text) : obstacle.question);
    }
    case 'memoMissing': {
      const field = session.guide.memoTemplate.fields.find((each) => each.id === obstacle.field);
      return t.obstacleMemo(field ? local(field.label) : obstacle.field);
    }
  }
}

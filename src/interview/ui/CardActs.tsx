import { cardActTexts } from '../../i18n/card-acts.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { SupportCard } from '../../guide/model/guide.ts';
import { closingQuestion, lighterQuestion } from '../model/lighter.ts';
import { actsOf, knowledgeOf, type CardAct } from './card-acts.ts';
import { goToConcern } from './go-to-concern.ts';
import type { ToolProps } from './tool-props.ts';
import { useSnapshot } from './use-session.ts';

/** Opens a part of the card that is folded, and takes the caret there. */
function reveal(id: string): void {
  const place = document.getElementById(id);
  const folded = place?.querySelector('details');
  if (folded) folded.open = true;
  place?.scrollIntoView({ block: 'nearest' });
  place?.querySelector<HTMLElement>('textarea, input, summary')?.focus();
}

/** What can be done from a card, as buttons in the guide's order, and what is good to know. */
export function CardActs(
  props: ToolProps & { readonly card: SupportCard; readonly onTools: () => void },
) {
  const { card, session, ports, question } = props;
  const t = useTexts(cardActTexts);
  const { state, route } = useSnapshot(session);
  const light = lighterQuestion(route, state, question.id);
  const closing = closingQuestion(route);
  const sound = ports.sound?.desk.current() ?? undefined;
  const leaving = (then: () => void) => () => {
    props.onClose();
    then();
  };
  const report = (kind: 'concern' | 'misconduct') => () =>
    void goToConcern(session, ports, kind, question.id);
  const acts: Record<CardAct, (() => void) | undefined> = {
    concern: report('concern'),
    misconduct: report('misconduct'),
    note: () => reveal('card-note'),
    log: () => reveal('card-log'),
    flag: () => reveal('card-flag'),
    contacts: () => reveal('card-contacts'),
    settle: () => reveal('card-settle'),
    pause: leaving(props.onPause),
    stop: leaving(props.onStop),
    hide: props.onClose,
    light: light && (() => props.onGo(light)),
    closing: closing && (() => props.onGo(closing)),
    mark: leaving(() =>
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('textarea[data-qid]')?.focus(),
      ),
    ),
    // Only where sound is being recorded there is something to turn off.
    soundOff: sound && leaving(() => void sound.stop()),
    tools: props.onTools,
  };
  const offered = actsOf(card).flatMap((act) => {
    const run = acts[act];
    return run ? [{ act, run }] : [];
  });
  const known = knowledgeOf(card);
  return (
    <>
      {offered.length > 0 && (
        <section className="stack">
          <h3>{t.acts}</h3>
          <div className="row">
            {offered.map(({ act, run }) => (
              <Button key={act} onClick={run}>
                {t[act]}
              </Button>
            ))}
          </div>
        </section>
      )}
      {known.length > 0 && (
        <section className="stack">
          <h3>{t.know}</h3>
          <ul className="talk-points">
            {known.map((sentence) => (
              <li key={sentence}>{t[sentence]}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

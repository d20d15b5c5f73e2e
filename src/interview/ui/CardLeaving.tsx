import { useState } from 'react';
import * as z from 'zod/mini';
import type { SupportCard } from '../../guide/model/guide.ts';
import { cardActTexts } from '../../i18n/card-acts.ts';
import { clockTime, dateTime } from '../../i18n/format.ts';
import { interviewTexts } from '../../i18n/interview.ts';
import { Button } from '../../kit/button.tsx';
import { RadioChoice } from '../../kit/choice.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { may } from '../model/act.ts';
import { CardOutcome } from '../model/event.ts';
import type { CardState } from '../model/state.ts';
import type { InterviewSession } from '../session.ts';
import type { InterviewPorts } from './ports.ts';
import { useSnapshot } from './use-session.ts';

const Leaving = z.object({
  outcome: z.nullable(CardOutcome),
  to: z.string(),
  way: z.string(),
  when: z.string(),
  reason: z.string(),
});
type Leaving = z.infer<typeof Leaving>;
const NOTHING: Leaving = { outcome: null, to: '', way: '', when: '', reason: '' };

/** True when a card with this outcome says all that ends it (domain.md section 4). */
const isEnough = ({ outcome, to, way, when, reason }: Leaving): boolean =>
  outcome === 'handedOver'
    ? [to, way, when].every((each) => each.trim() !== '')
    : outcome !== null && reason.trim() !== '';

/** How a critical card is left. What is typed is a draft on every input, and there after a crash. */
export function CardLeaving(props: {
  readonly session: InterviewSession;
  readonly ports: InterviewPorts;
  readonly card: SupportCard;
}) {
  const { session, ports, card } = props;
  const t = useTexts(cardActTexts);
  const talk = useTexts(interviewTexts);
  const { language } = useLanguage();
  const { state } = useSnapshot(session);
  const closed = state.cards.get(card.id)?.closed ?? null;
  const key = `card.${card.id}`;
  const [typed, setTyped] = useState<Leaving>(
    () => Leaving.safeParse(session.draftOf(key)).data ?? NOTHING,
  );
  const [failed, setFailed] = useState(false);
  const change = (part: Partial<Leaving>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    session.draft(key, next);
  };
  const { run: keep, busy } = useOnce(async () => {
    const { outcome, ...said } = typed;
    if (!outcome) return;
    const handed = outcome === 'handedOver';
    const data = {
      card: card.id,
      outcome,
      to: handed ? said.to.trim() : '',
      way: handed ? said.way.trim() : '',
      when: handed ? said.when.trim() : '',
      reason: handed ? '' : said.reason.trim(),
    };
    const kept = await session.act([{ type: 'CardClosed', version: 1, data }], [key]);
    setFailed(!kept.ok);
    if (!kept.ok) return;
    setTyped(NOTHING);
    await tell(session, ports);
  });
  const text = (part: 'to' | 'way' | 'when' | 'reason', label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      value={typed[part]}
      onChange={(event) => change({ [part]: event.target.value })}
    />
  );
  return (
    <section className="stack talk-leave" id="card-settle" aria-label={t.left}>
      {closed && <CardLeft closed={closed} />}
      {may(state, 'settleCard') && closed?.outcome !== 'handedOver' && (
        <>
          <p className="hint">{t.leftHelp}</p>
          <RadioChoice
            legend={t.left}
            value={typed.outcome}
            options={CardOutcome.options.map((value) => ({ value, label: t[value] }))}
            onChange={(outcome) =>
              change(
                outcome === 'handedOver' && typed.when === ''
                  ? { outcome, when: clockTime(ports.deps.clock.now(), language) }
                  : { outcome },
              )
            }
          />
          {typed.outcome === 'handedOver' && (
            <>
              {text('to', t.to)}
              {text('way', t.way, t.wayHelp)}
              {text('when', t.when)}
            </>
          )}
          {typed.outcome === 'postponed' && text('reason', t.reason)}
          {typed.outcome === 'notNeeded' && text('reason', t.notNeededReason)}
          {failed && (
            <Notice tone="danger" live>
              {talk.notSavedHelp}
            </Notice>
          )}
          <div className="row">
            <Button variant="primary" disabled={busy || !isEnough(typed)} onClick={keep}>
              {t.keep}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** In words how a card was left, and when that was noted. */
export function CardLeft({ closed }: { readonly closed: NonNullable<CardState['closed']> }) {
  const t = useTexts(cardActTexts);
  const { language } = useLanguage();
  const { outcome, to, way, when, reason, at } = closed;
  const said = {
    handedOver: t.keptHandedOver(to, way, when),
    postponed: t.keptPostponed(reason),
    notNeeded: t.keptNotNeeded(reason),
  }[outcome];
  return (
    <p role="status" className="talk-kept">
      {said} <span className="hint">{t.keptAt(dateTime(at, language))}</span>
    </p>
  );
}

/** The supervisor learns of it at once: with the flag if there is one, and with the record if that is delivered. */
async function tell(session: InterviewSession, ports: InterviewPorts): Promise<void> {
  const { state } = session.snapshot();
  if (state.flags.length > 0) await ports.deliver('safety', session.stream);
  if (state.status === 'completed') await ports.deliver('interview', session.stream);
}

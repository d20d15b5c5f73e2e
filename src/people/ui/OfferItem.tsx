import { useState } from 'react';
import { partialDate } from '../../i18n/format.ts';
import { offerTexts } from '../../i18n/offers.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { mayRemind } from '../model/offering.ts';
import { ANSWERS } from '../model/participant.ts';
import type { Program } from '../model/program.ts';
import type { Listed } from '../model/register.ts';
import { NoteForm } from './NoteForm.tsx';
import type { OfferPorts } from './offer-ports.ts';

const NO_ANSWER = 'noAnswer';

/** One offer: its answer, which may be corrected, and reminders up to the limit that the office has set. */
export function OfferItem(props: {
  readonly offer: Listed['offers'][number];
  readonly rules: Pick<Program, 'reminders'>;
  readonly ports: OfferPorts;
}) {
  const { offer, rules, ports } = props;
  const { today, write } = ports;
  const t = useTexts(offerTexts);
  const { language } = useLanguage();
  const [doing, setDoing] = useState<'answer' | 'remind' | 'remove' | null>(null);
  const dayWords = (day: string) => partialDate(day, language);
  const done = (kept: boolean) => {
    if (kept) setDoing(null);
    return kept;
  };
  const [failed, setFailed] = useState(false);
  const { run: remove, busy } = useOnce(async () => {
    const data = { offer: offer.offer };
    setFailed(!(await write([{ type: 'OfferRemoved', version: 1, data }])));
  });
  const who = ports.members.find(({ member }) => member === offer.by)?.name ?? '';
  const last = [offer.on, ...offer.reminders].reduce((a, b) => (a > b ? a : b));
  return (
    <div className="stack">
      <p>
        {t.made(offer.wave, t[offer.way], dayWords(offer.on), who)}
        {'. '}
        <strong>
          {offer.answer ? t.answered(t[offer.answer.answer], dayWords(offer.answer.on)) : t.waiting}
        </strong>
      </p>
      {offer.reminders.length > 0 && (
        <p className="hint">{t.reminded(offer.reminders.map(dayWords).join(', '))}</p>
      )}
      {doing === null && (
        <div className="row">
          <Button onClick={() => setDoing('answer')}>
            {offer.answer ? t.changeAnswer : t.answer}
          </Button>
          {mayRemind(offer, rules) && (
            <Button onClick={() => setDoing('remind')}>{t.remind}</Button>
          )}
          <Button variant="plain" onClick={() => setDoing('remove')}>
            {t.removeOffer}
          </Button>
        </div>
      )}
      {offer.answer === null && !mayRemind(offer, rules) && (
        <p className="hint">{t.remindersUsed(rules.reminders)}</p>
      )}
      {doing === 'answer' && (
        <NoteForm
          title={t.answerTitle}
          hint={t.noReason}
          choice={{
            initial: offer.answer?.answer ?? ANSWERS[0],
            options: [...ANSWERS, ...(offer.answer ? ([NO_ANSWER] as const) : [])].map((value) => ({
              value,
              label: t[value],
            })),
          }}
          today={today}
          after={offer.on}
          onCancel={() => setDoing(null)}
          onSave={async ({ value, on }) => {
            const answer = value === NO_ANSWER ? null : value;
            return done(
              await write([
                { type: 'OfferAnswered', version: 1, data: { offer: offer.offer, answer, on } },
              ]),
            );
          }}
        />
      )}
      {doing === 'remind' && (
        <NoteForm
          title={t.remind}
          today={today}
          after={last}
          onCancel={() => setDoing(null)}
          onSave={async ({ on }) =>
            // Asked again here: a colleague's reminder may have come in while this stood open.
            mayRemind(offer, rules) &&
            done(
              await write([{ type: 'ReminderSent', version: 1, data: { offer: offer.offer, on } }]),
            )
          }
        />
      )}
      {doing === 'remove' && (
        <div className="stack">
          <p>{t.removeSure}</p>
          {failed && (
            <Notice tone="danger" live>
              {t.notSaved}
            </Notice>
          )}
          <div className="row">
            <Button onClick={() => setDoing(null)}>{t.cancel}</Button>
            <Button variant="danger" disabled={busy} onClick={remove}>
              {t.remove}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

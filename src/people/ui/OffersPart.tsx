import { useState } from 'react';
import { partialDate } from '../../i18n/format.ts';
import { offerTexts } from '../../i18n/offers.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import {
  lastOffer,
  offerableFrom,
  settledStanding,
  type AskingRules,
} from '../model/accounting.ts';
import { NOT_ASKED_REASONS, OFFER_WAYS } from '../model/participant.ts';
import type { Program } from '../model/program.ts';
import type { Known } from '../model/register.ts';
import { comingWave } from '../model/waves.ts';
import { NoteForm } from './NoteForm.tsx';
import { OfferItem } from './OfferItem.tsx';
import type { OfferPorts } from './offer-ports.ts';
import { SelectField } from '../../kit/select-field.tsx';

/** The reasons' names in the catalogue: `protectedData` and `other` are taken there. */
export const reasonKey = (reason: (typeof NOT_ASKED_REASONS)[number]) =>
  reason === 'protectedData' ? 'protectedReason' : reason === 'other' ? 'otherReason' : reason;

/** Who was offered an interview, how and by whom, and what became of it; or why the person is not asked. */
export function OffersPart(props: {
  readonly person: Known;
  readonly rules: AskingRules & Pick<Program, 'reminders'>;
  readonly ports: OfferPorts;
}) {
  const { person, rules, ports } = props;
  const { today, write } = ports;
  const t = useTexts(offerTexts);
  const { language } = useLanguage();
  const dayWords = (day: string) => partialDate(day, language);
  const [doing, setDoing] = useState<'offer' | 'notAsk' | 'hold' | null>(null);
  const [by, setBy] = useState(ports.me);
  const done = (kept: boolean) => {
    if (kept) setDoing(null);
    return kept;
  };
  const [failed, setFailed] = useState(false);
  const wave = comingWave(person.held);
  const { run: askAfterAll, busy } = useOnce(async () => {
    const data = { wave, reason: null, on: today };
    setFailed(!(await write([{ type: 'NotAsked', version: 1, data }])));
  });
  const offer = lastOffer(person, wave);
  const spared = person.notAsked.find((each) => each.wave === wave);
  const saidNo = settledStanding(person, wave) === 'mayNotAsk';
  const early = !offerableFrom(person, wave, rules, today).now;
  return (
    <section className="card" aria-labelledby="offers">
      <h2 id="offers">{t.offers}</h2>
      {person.offers.length === 0 && !spared && <p className="hint">{t.noOffers}</p>}
      {person.held.map((each) => (
        <p key={`${each.wave} ${each.interview ?? each.on}`}>
          {t.held(each.wave, dayWords(each.on))}
        </p>
      ))}
      <ul role="list" className="stack">
        {person.offers.map((each) => (
          <li key={each.offer}>
            <OfferItem offer={each} rules={rules} ports={ports} />
          </li>
        ))}
      </ul>
      {spared && (
        <div className="row">
          <p>{t.notAsked(t[reasonKey(spared.reason)], dayWords(spared.on))}</p>
          <Button disabled={busy} onClick={askAfterAll}>
            {t.takeBack}
          </Button>
        </div>
      )}
      {failed && (
        <Notice tone="danger" live>
          {t.notSaved}
        </Notice>
      )}
      {doing === null && (
        <div className="row">
          <Button
            variant={early || offer || spared ? 'normal' : 'primary'}
            onClick={() => setDoing('offer')}
          >
            {t.offer}
          </Button>
          {!offer && !spared && <Button onClick={() => setDoing('notAsk')}>{t.notAsk}</Button>}
          {offer?.answer?.answer === 'accepted' && (
            <Button onClick={() => setDoing('hold')}>{t.hold}</Button>
          )}
        </div>
      )}
      {doing === 'offer' && (
        <NoteForm
          title={t.way}
          {...(saidNo ? { hint: t.saidNoOffer } : early ? { hint: t.early } : {})}
          choice={{
            initial: OFFER_WAYS[0],
            options: OFFER_WAYS.map((value) => ({ value, label: t[value] })),
          }}
          more={
            <SelectField
              label={t.by}
              value={by}
              options={ports.members.map(({ member, name }) => ({ value: member, label: name }))}
              onChange={setBy}
            />
          }
          today={today}
          after={null}
          onCancel={() => setDoing(null)}
          onSave={async ({ value, on }) =>
            done(
              await write([
                {
                  type: 'OfferMade',
                  version: 1,
                  data: { offer: ports.newLocalId(), wave, way: value ?? OFFER_WAYS[0], on, by },
                },
              ]),
            )
          }
        />
      )}
      {doing === 'notAsk' && (
        <NoteForm
          title={t.notAskTitle}
          hint={t.notAskHelp}
          choice={{
            initial: NOT_ASKED_REASONS[0],
            options: NOT_ASKED_REASONS.map((value) => ({ value, label: t[reasonKey(value)] })),
          }}
          today={today}
          after={null}
          onCancel={() => setDoing(null)}
          onSave={async ({ value, on }) =>
            done(await write([{ type: 'NotAsked', version: 1, data: { wave, reason: value, on } }]))
          }
        />
      )}
      {doing === 'hold' && (
        <NoteForm
          title={t.holdTitle}
          today={today}
          after={offer?.on ?? null}
          onCancel={() => setDoing(null)}
          onSave={async ({ on }) =>
            done(
              await write([
                { type: 'InterviewHeld', version: 1, data: { wave, interview: null, on } },
              ]),
            )
          }
        />
      )}
    </section>
  );
}

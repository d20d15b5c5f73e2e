import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Clock } from '../../base/deps.ts';
import { concernTexts } from '../../i18n/concern.ts';
import { clockTime, dateTime } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { holdsIdentityNumber } from '../../people/model/identity-number.ts';
import type { ConcernDraft, ConcernSession } from '../concern.ts';
import { CONCERN_FIELDS, type ConcernField } from '../model/concern.ts';
import { fieldWords } from '../model/concern-words.ts';
import { ConcernPaper, FieldTimes } from './ConcernPaper.tsx';
import { RemoveReport } from './RemoveReport.tsx';
import { SaveStatus, SaveTrouble } from './SaveStatus.tsx';
import './concern.css';

/** What the screen of a report gets from app/. */
export interface ConcernPorts {
  readonly clock: Clock;
  /** Seals the draft as it stands into the outbox. */
  readonly deliver: () => Promise<void>;
  readonly saveFile: () => Promise<'saved' | 'notMade'>;
  readonly saveFileLabel: string;
  readonly print: () => void;
  /** Back to the talk if one is going on, else to the start page; the screen shows nothing of it from then on. */
  readonly onBack: () => void;
  readonly backTo: 'talk' | 'home';
  readonly author: string;
}

/** One draft for a report: what it needs, to whom it was handed over, and a paper for the hand-over. */
export function ConcernForm(props: {
  readonly session: ConcernSession;
  readonly ports: ConcernPorts;
}) {
  const { session, ports } = props;
  const t = useTexts(concernTexts);
  const { language } = useLanguage();
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const name = state.kind === 'concern' ? t.concernDraft : t.misconductDraft;
  // What a crash left half-written is kept before anything else happens.
  useEffect(() => {
    void Promise.all(CONCERN_FIELDS.map((field) => session.settle(field))).then((settled) => {
      if (settled.some((each) => each.ok && each.value === 'changed')) void ports.deliver();
    });
    // Once for each opened draft.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session]);
  return (
    <>
      <div className="concern-screen">
        <Page
          title={state.code ? t.forCode(name, state.code) : name}
          tab={name}
          actions={
            <>
              <SaveStatus session={session} />
              <Button onClick={ports.onBack}>{t.hide}</Button>
            </>
          }
        >
          <SaveTrouble
            session={session}
            saveFileLabel={ports.saveFileLabel}
            onSaveFile={ports.saveFile}
          />
          <p className="row">
            <span className="tag" data-tone={state.handedOverAt === null ? 'danger' : 'ok'}>
              {state.handedOverAt === null
                ? t.notHandedOver
                : t.isHandedOver(dateTime(state.handedOverAt, language))}
            </span>
            <span className="hint">{t.begunAt(dateTime(state.begunAt, language))}</span>
          </p>
          <p>{t.notTheReport}</p>
          <p className="hint">
            {t.apart} {t.noNumbers}
          </p>
          {CONCERN_FIELDS.map((field) => (
            <Field key={field} field={field} session={session} ports={ports} />
          ))}
          <HandOver session={session} ports={ports} />
          <div className="row" data-end="">
            <RemoveReport
              session={session}
              onRemoved={() => {
                void ports.deliver();
                ports.onBack();
              }}
            />
            <Button onClick={ports.print}>{t.print}</Button>
            <Button onClick={ports.onBack}>{ports.backTo === 'talk' ? t.toTalk : t.toHome}</Button>
          </div>
        </Page>
      </div>
      <div className="concern-print" aria-hidden="true">
        <ConcernPaper state={state} author={ports.author} heading="h1" />
      </div>
    </>
  );
}

function useText(session: ConcernSession, field: ConcernDraft) {
  const [text, setText] = useState(() => session.value(field));
  return {
    text,
    write: (next: string) => {
      setText(next);
      session.draft(field, next);
    },
  };
}

function Field(props: {
  readonly field: ConcernField;
  readonly session: ConcernSession;
  readonly ports: ConcernPorts;
}) {
  const { field, session, ports } = props;
  const t = useTexts(concernTexts);
  const { language } = useLanguage();
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const { text, write } = useText(session, field);
  const { label, hint } = fieldWords(t, state.kind, field);
  const settle = async () => {
    const kept = await session.settle(field);
    if (kept.ok && kept.value === 'changed') await ports.deliver();
  };
  return (
    <div className="stack">
      <TextArea
        label={label}
        hint={hint}
        value={text}
        data-field={field}
        rows={field === 'said' ? 6 : 3}
        onChange={(event) => write(event.target.value)}
        onBlur={() => void settle()}
      />
      {holdsIdentityNumber(text) && <Notice tone="warn">{t.looksLikeNumber}</Notice>}
      <div className="row">
        {(field === 'said' || field === 'told') && (
          <Button
            variant="plain"
            aria-label={t.addTimeTo(label)}
            onClick={() => {
              write(`${text}${text === '' ? '' : '\n'}${clockTime(ports.clock.now(), language)} `);
              document.querySelector<HTMLElement>(`textarea[data-field=${field}]`)?.focus();
            }}
          >
            {t.addTime}
          </Button>
        )}
        <FieldTimes kept={state.fields.get(field)} />
      </div>
    </div>
  );
}

/** To whom, in what way and when: only then it is no longer red (domain.md section 3). */
function HandOver(props: { readonly session: ConcernSession; readonly ports: ConcernPorts }) {
  const { session, ports } = props;
  const t = useTexts(concernTexts);
  const { language } = useLanguage();
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const to = useText(session, 'to');
  const way = useText(session, 'way');
  const when = useText(session, 'when');
  const { run: handOver, busy } = useOnce(async () => {
    const kept = await session.handOver();
    if (!kept.ok) return;
    for (const part of [to, way, when]) part.write('');
    await ports.deliver();
  });
  const enough = [to, way, when].every(({ text }) => text.trim() !== '');
  return (
    <section className="card" aria-labelledby="concern-hand-over">
      <h2 id="concern-hand-over">{t.handOverTitle}</h2>
      {state.handOvers.map((done) => (
        <p key={done.at} className="concern-words">
          {t.handedOver(done.to, done.way, done.when)}{' '}
          <span className="hint">{t.notedAt(dateTime(done.at, language))}</span>
        </p>
      ))}
      {state.handOvers.length > 0 && state.handedOverAt === null && (
        <Notice tone="warn">{t.changedSince}</Notice>
      )}
      <p className="hint">{t.handOverHelp}</p>
      <TextField label={t.to} value={to.text} onChange={(event) => to.write(event.target.value)} />
      <TextField
        label={t.way}
        hint={t.wayHelp}
        value={way.text}
        onChange={(event) => way.write(event.target.value)}
      />
      <TextField
        label={t.when}
        value={when.text}
        onChange={(event) => when.write(event.target.value)}
      />
      <div className="row">
        <Button variant="primary" disabled={busy || !enough} onClick={handOver}>
          {t.handOver}
        </Button>
        <Button
          variant="plain"
          aria-label={t.addTimeTo(t.when)}
          onClick={() => when.write(clockTime(ports.clock.now(), language))}
        >
          {t.addTime}
        </Button>
      </div>
    </section>
  );
}

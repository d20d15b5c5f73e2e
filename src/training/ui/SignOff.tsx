import { useState } from 'react';
import type { Guide } from '../../guide/model/guide.ts';
import { longDate, partialDate } from '../../i18n/format.ts';
import { signoffTexts } from '../../i18n/training-signoff.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { SignoffState } from '../model/signoff.ts';
import type { Standing } from '../model/standing.ts';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import './trainer.css';

/** How a sign-off went: `waits` is kept on this computer and goes out later. */
export type Signed = 'sent' | 'waits' | 'notSaved';

/** One person: what is left until they are ready, and the trainer's sign-off. */
export function SignOff(props: {
  readonly person: Standing;
  readonly guide: Pick<Guide, 'title' | 'version'>;
  /** What readiness lacks besides the sign-off, in words; null when it is not known. */
  readonly left: readonly string[] | null;
  readonly state: SignoffState | undefined;
  readonly nameOf: (member: Standing['member']) => string;
  /** Why this person's sign-off is not written here; null: it may be. */
  readonly barred: 'yourself' | 'onlyTrainer' | null;
  readonly onSign: (note: string) => Promise<Signed>;
  readonly onTakeBack: (reason: string) => Promise<Signed>;
}) {
  const { person, guide, left, state, barred } = props;
  const { name, signed } = person;
  const t = useTexts(signoffTexts);
  const { language } = useLanguage();
  const local = useLocal();
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean } | null>(
    null,
  );
  const tell = (outcome: Signed, done: string) =>
    setSaid(
      outcome === 'notSaved'
        ? { text: t.notSaved, failed: true }
        : { text: outcome === 'waits' ? `${done} ${t.notSent}` : done, failed: false },
    );
  const { run: sign, busy } = useOnce(async () => {
    const outcome = await props.onSign(note);
    tell(outcome, t.done(name));
    if (outcome !== 'notSaved') setNote('');
  });
  return (
    <>
      {barred === 'onlyTrainer' ? (
        <p>{t.notSeenHere}</p>
      ) : (
        <>
          <Left left={left} name={name} />
          {person.shared && <Practice person={person} />}
        </>
      )}
      <section className="card" aria-labelledby="signoff-now">
        <h2 id="signoff-now">{t.title}</h2>
        <p>{t.guide(local(guide.title), guide.version)}</p>
        {signed ? (
          <>
            <p>{t.signedBy(props.nameOf(signed.by), longDate(signed.at, language))}</p>
            {signed.isDue ? (
              <Notice tone="warn">
                <p>{t.renewNow}</p>
              </Notice>
            ) : (
              signed.renewBy && <p>{t.holdsUntil(partialDate(signed.renewBy, language))}</p>
            )}
          </>
        ) : (
          <p>{t.state_none}</p>
        )}
        {state?.takenBack && (
          <p>
            {t.takenBackBy(
              props.nameOf(state.takenBack.by),
              longDate(state.takenBack.at, language),
              state.takenBack.reason,
            )}
          </p>
        )}
        {said && (
          <Notice live tone={said.failed ? 'danger' : 'info'}>
            <p>{said.text}</p>
          </Notice>
        )}
        {barred ? (
          <Notice>
            <p>{t[barred]}</p>
          </Notice>
        ) : (
          <>
            <TextArea
              label={t.note}
              hint={t.noteHint}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <div className="row">
              <Button variant="primary" disabled={busy} onClick={sign}>
                {signed ? t.signAgain(name) : t.sign(name)}
              </Button>
              {signed && <Button onClick={() => setAsking(true)}>{t.takeBack}</Button>}
            </div>
          </>
        )}
      </section>
      {asking && (
        <TakeBackDialog
          name={name}
          onClose={() => setAsking(false)}
          onTakeBack={async (reason) => {
            const outcome = await props.onTakeBack(reason);
            if (outcome === 'notSaved') return false;
            tell(outcome, t.takenBack(name));
            setAsking(false);
            return true;
          }}
        />
      )}
    </>
  );
}

function Left(props: { readonly left: readonly string[] | null; readonly name: string }) {
  const { left, name } = props;
  const t = useTexts(signoffTexts);
  return (
    <section className="stack" aria-labelledby="signoff-left">
      <h2 id="signoff-left">{t.what}</h2>
      {left === null ? (
        <p>{t.notShared(name)}</p>
      ) : left.length === 0 ? (
        <p>{t.nothingLeft}</p>
      ) : (
        <>
          <ul className="signoff-list">
            {left.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <p className="hint">{t.stillLeft}</p>
        </>
      )}
    </section>
  );
}

function Practice({ person }: { readonly person: Standing }) {
  const t = useTexts(signoffTexts);
  const { language } = useLanguage();
  return (
    <section className="stack" aria-labelledby="signoff-practice">
      <h2 id="signoff-practice">{t.practice}</h2>
      {person.held.length === 0 ? (
        <p>{t.noPractice}</p>
      ) : (
        <ul className="signoff-list">
          {person.held.map((each) => (
            <li key={`${each.case} ${each.guide.version} ${each.at}`}>
              {t.practiceRow(
                each.case,
                each.reached,
                each.of,
                t.practiceWhen(each.guide.version, longDate(each.at, language)),
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

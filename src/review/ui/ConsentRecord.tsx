import { consentItemTexts } from '../../i18n/consent-items.ts';
import { dateTime, longDate } from '../../i18n/format.ts';
import { recordTexts } from '../../i18n/record.ts';
import {
  consentRows,
  foldConsent,
  withdrawnRows,
  type ConsentRow,
  type Signature,
} from '../../interview/model/consent-items.ts';
import { SIGNATURE_FIELD } from '../../interview/model/signature.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { ReadingDesk } from './desk.ts';
import './consent-record.css';

const rowsOf = (desk: ReadingDesk): ConsentRow[] =>
  consentRows(foldConsent(desk.session.events()), desk.guide);

/** What was taken back, before anything is read: an interview whose ground is gone is blocked (domain.md section 4). */
export function Withdrawn({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(consentItemTexts);
  const local = useLocal();
  const gone = withdrawnRows(rowsOf(desk));
  if (gone.length === 0) return null;
  const blocked = gone.some(({ required }) => required);
  return (
    <Notice tone={blocked ? 'danger' : 'warn'}>
      {blocked && (
        <p>
          <strong>{t.blocked}</strong>
        </p>
      )}
      <p>{t.someWithdrawn}</p>
      <ul className="review-items">
        {gone.map(({ id, label }) => (
          <li key={id}>{local(label)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What the participant said yes and no to and when, who else was asked, and how the yes was given. */
export function Consent({ desk }: { readonly desk: ReadingDesk }) {
  const t = useTexts(consentItemTexts);
  const record = useTexts(recordTexts);
  const { language } = useLanguage();
  const { consent, age, guardian } = desk.now.interview;
  const rows = rowsOf(desk);
  const { signed } = foldConsent(desk.session.events());
  const by = (state: ConsentRow['said']['state']) =>
    rows.filter(({ said }) => said.state === state);
  return (
    <section className="review-section" aria-labelledby="review-consent">
      <h2 id="review-consent">{record.consent}</h2>
      {!consent && <p>{record.consentMissing}</p>}
      {age && (
        <p>
          {t.ageTitle}: {t[`age_${age}`]}
        </p>
      )}
      {guardian && (
        <p>
          {t.guardianTitle}: {t[`guardian_${guardian}`]}
        </p>
      )}
      {consent && (
        <>
          <p>{consent.saidBack ? record.consentSaidBack : record.consentNotSaidBack}</p>
          <Rows title={t.saidWithdrawn} rows={by('withdrawn')} />
          <Rows title={record.consentYes} rows={by('yes')} />
          <Rows title={record.consentNo} rows={by('no')} />
          <Rows title={record.consentNotAsked} rows={by('unasked')} />
          <p className="hint">
            {record.consentVersion(consent.textVersion, longDate(consent.at, language))}
          </p>
        </>
      )}
      {[...signed.values()].map((signature) => (
        <Signed key={signature.by} signature={signature} />
      ))}
    </section>
  );
}

function Rows(props: { readonly title: string; readonly rows: readonly ConsentRow[] }) {
  const t = useTexts(consentItemTexts);
  const { language } = useLanguage();
  const local = useLocal();
  if (props.rows.length === 0) return null;
  return (
    <div className="stack">
      <h3>{props.title}</h3>
      <ul className="review-items">
        {props.rows.map(({ id, label, said }) => (
          <li key={id}>
            {local(label)}
            {said.state !== 'unasked' && (
              <span className="hint">
                {' '}
                {said.again.map(
                  ({ moment, at }) => `${t[`againAt_${moment}`](dateTime(at, language))}. `,
                )}
                {said.state === 'withdrawn' && t.withdrawnSince(dateTime(said.at, language))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Signed({ signature }: { readonly signature: Signature }) {
  const t = useTexts(consentItemTexts);
  const { language } = useLanguage();
  const { by, how, at, textVersion, path } = signature;
  const words = t[`signed_${how}`](t[`by_${by}`], dateTime(at, language), textVersion);
  return (
    <figure className="consent-signed">
      <figcaption>{words}</figcaption>
      {path !== null && (
        <svg
          viewBox={`0 0 ${SIGNATURE_FIELD.width} ${SIGNATURE_FIELD.height}`}
          role="img"
          aria-label={words}
        >
          <path d={path} />
        </svg>
      )}
    </figure>
  );
}

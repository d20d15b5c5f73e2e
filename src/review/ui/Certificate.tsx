import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { MemberId } from '../../base/ids.ts';
import { erasingTexts } from '../../i18n/erasing.ts';
import { dateTime } from '../../i18n/format.ts';
import type { Going } from '../../interview/model/withdrawal.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { PrintSheet } from '../../kit/print-sheet.tsx';

interface CertificateProps {
  readonly going: Going;
  readonly nameOf: (member: MemberId) => string;
}

/** What is left of an erased interview: that it is gone, by which decision, and who approved. */
export function Certificate(props: CertificateProps) {
  const { going } = props;
  const t = useTexts(erasingTexts);
  const { language } = useLanguage();
  const [printing, setPrinting] = useState(false);
  const last = going.approvals.at(-1);
  const print = () => {
    flushSync(() => setPrinting(true));
    window.print();
    setPrinting(false);
  };
  return (
    <li className="card stack">
      <strong>{going.code}</strong>
      {last && <p>{t.erasedOn(dateTime(last.at, language))}</p>}
      <details>
        <summary>{t.certificate}</summary>
        <Says {...props} />
      </details>
      <div className="row">
        <Button onClick={print}>{t.print}</Button>
      </div>
      {printing && (
        <PrintSheet lang={language}>
          <h1>{t.certificate}</h1>
          <Says {...props} />
        </PrintSheet>
      )}
    </li>
  );
}

function Says({ going, nameOf }: CertificateProps) {
  const t = useTexts(erasingTexts);
  const { language } = useLanguage();
  const decisions = [...new Set(going.approvals.map(({ decision }) => decision))];
  const left = [...new Set(going.approvals.flatMap(({ leftBehind }) => leftBehind))];
  return (
    <>
      <p>{t.certificateSays(going.code)}</p>
      <p>{going.erased.map((material) => t[`material_${material}`]).join(', ')}.</p>
      {going.withdrawn && (
        <p>{t.withdrawnAt(dateTime(going.withdrawn.at, language), nameOf(going.withdrawn.by))}</p>
      )}
      <p>{t.certificateDecision(decisions.join(', '))}</p>
      <ul>
        {going.approvals.map(({ by, at }) => (
          <li key={by}>{t.approvedBy(nameOf(by), dateTime(at, language))}</li>
        ))}
      </ul>
      {left.length > 0 && (
        <>
          <p>
            <strong>{t.leftTitle}</strong>
          </p>
          <ul>
            {left.map((each) => (
              <li key={each}>{t[`left_${each}`]}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

import { useState } from 'react';
import type { Guide } from '../../guide/model/guide.ts';
import { caseCheckTexts } from '../../i18n/training-case-check.ts';
import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { Button } from '../../kit/button.tsx';
import { Check } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { useOnce } from '../../kit/use-once.ts';
import { checkCase } from '../model/case-check.ts';
import { caseFile } from '../model/case-file.ts';
import type { CasePlace } from '../model/case-made.ts';
import type { OpenCase } from '../own-cases.ts';
import { ToMendList } from './ToMendList.tsx';

export interface PublishPorts {
  /** The version that is published now; null when it could not be kept. */
  readonly publish: () => Promise<number | null>;
  readonly withdraw: () => Promise<boolean>;
  /** Erases a case that nobody else has. */
  readonly erase: () => Promise<boolean>;
  /** Plays the case as it stands. */
  readonly preview: () => void;
}

/** What is left to mend, and what can be done with the case. */
export function CasePublish(props: {
  readonly own: OpenCase['own'];
  /** Something stands in the form that is not published. */
  readonly isChanged: boolean;
  readonly form: OpenCase['form'];
  readonly guide: Guide;
  readonly ports: PublishPorts;
  readonly onGo: (place: CasePlace) => void;
}) {
  const { own, isChanged, form, guide, ports } = props;
  const t = useTexts(caseCheckTexts);
  const { notSaved } = useTexts(ownCaseTexts);
  const { made, toMend } = checkCase(form, guide);
  const [invented, setInvented] = useState(false);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean } | null>(
    null,
  );
  const tell = (text: string | null) =>
    setSaid(text === null ? { text: notSaved, failed: true } : { text, failed: false });
  const { run: publish, busy } = useOnce(async () => {
    if (!invented) return setSaid({ text: t.inventedMissing, failed: true });
    const version = await ports.publish();
    tell(version === null ? null : t.published(version));
    setInvented(false);
  });
  const { run: withdraw, busy: withdrawing } = useOnce(async () =>
    tell((await ports.withdraw()) ? t.withdrawn : null),
  );
  const { run: erase, busy: erasing } = useOnce(async () => {
    if (!(await ports.erase())) tell(null);
    setAsking(false);
  });
  const { published, version } = own;
  return (
    <div className="stack">
      {toMend.length > 0 ? (
        <ToMendList toMend={toMend} guide={guide} onGo={props.onGo} />
      ) : (
        <p>{t.nothingToMend}</p>
      )}
      {said && (
        <Notice live tone={said.failed ? 'danger' : 'info'}>
          <p>{said.text}</p>
        </Notice>
      )}
      {made && (
        <section className="card" aria-labelledby="case-preview">
          <h3 id="case-preview">{t.preview}</h3>
          <p>{t.previewHow}</p>
          <div className="row">
            <Button onClick={ports.preview}>{t.preview}</Button>
          </div>
        </section>
      )}
      {toMend.length === 0 && (
        <section className="card" aria-labelledby="case-publish">
          <h3 id="case-publish">{t.publish}</h3>
          {published && !isChanged ? (
            <p>{t.unchanged}</p>
          ) : (
            <>
              <p>{t.publishHow}</p>
              <Check label={t.invented} checked={invented} onChange={setInvented} />
              <div className="row">
                <Button variant="primary" disabled={busy} onClick={publish}>
                  {t.publish}
                </Button>
              </div>
            </>
          )}
        </section>
      )}
      <div className="row">
        {made && (
          <Button
            onClick={() =>
              saveFile(
                `${t.saveName(made.persona.alias.toLowerCase().replace(/[^a-zåäö]/g, ''))}.json`,
                caseFile(made),
                'application/json',
              )
            }
          >
            {t.save}
          </Button>
        )}
        {published && (
          <Button disabled={withdrawing} onClick={withdraw}>
            {t.withdraw}
          </Button>
        )}
        {version === 0 && (
          <Button variant="danger" onClick={() => setAsking(true)}>
            {t.erase}
          </Button>
        )}
      </div>
      {made && <p className="hint">{t.saveHow}</p>}
      {asking && (
        <Dialog title={t.eraseTitle} onClose={() => setAsking(false)}>
          <p>{t.eraseWhat}</p>
          <div className="row" data-end>
            <Button onClick={() => setAsking(false)}>{t.eraseNo}</Button>
            <Button variant="danger" disabled={erasing} onClick={erase}>
              {t.eraseYes}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

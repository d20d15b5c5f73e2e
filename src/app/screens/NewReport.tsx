import { useState } from 'react';
import type { Deps } from '../../base/deps.ts';
import { safetyTexts } from '../../i18n/safety.ts';
import { beginConcern } from '../../interview/concern.ts';
import { ConcernKind } from '../../interview/model/concern.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import type { Desk } from '../port.ts';
import { go } from '../routes.ts';

/** A draft for a report that comes from no interview on this tablet. */
export function NewReport({ desk, deps }: { readonly desk: Desk; readonly deps: Deps }) {
  const t = useTexts(safetyTexts);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const { run: begin, busy } = useOnce(async (kind: ConcernKind) => {
    const begun = await beginConcern(
      desk.journal,
      { kind, interview: null, code: null },
      { author: desk.me.member, random: deps.random, now: deps.clock.now() },
    );
    setFailed(!begun.ok);
    if (!begun.ok) return;
    // Its screen must not wait for the sealing.
    void desk.deliver('concern', begun.value);
    go({ name: 'concern', stream: begun.value });
  });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t.newReport}</Button>
      {asking && (
        <Dialog title={t.newReportTitle} onClose={() => setAsking(false)}>
          <p>{t.apart}</p>
          {failed && (
            <Notice tone="danger" live>
              {t.notBegun}
            </Notice>
          )}
          <div className="row">
            {ConcernKind.options.map((kind) => (
              <Button key={kind} disabled={busy} onClick={() => begin(kind)}>
                {t[kind]}
              </Button>
            ))}
          </div>
          <div className="row" data-end="">
            <Button onClick={() => setAsking(false)}>{t.close}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

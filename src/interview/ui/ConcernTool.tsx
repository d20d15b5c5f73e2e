import { useEffect, useState } from 'react';
import { concernTexts } from '../../i18n/concern.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { openConcernOf } from '../concern.ts';
import type { ConcernKind } from '../model/concern.ts';
import { goToConcern } from './go-to-concern.ts';
import type { ToolProps } from './tool-props.ts';

export const ConcernTool = (props: ToolProps) => <ReportTool {...props} kind="concern" />;
export const MisconductTool = (props: ToolProps) => <ReportTool {...props} kind="misconduct" />;

/** The way from the talk to a draft for a report; one that waits is gone on with. */
function ReportTool(props: ToolProps & { readonly kind: ConcernKind }) {
  const { session, ports, kind, question } = props;
  const t = useTexts(concernTexts);
  const [waiting, setWaiting] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let here = true;
    void openConcernOf(ports.journal, session.stream, kind).then((found) => {
      if (here) setWaiting(found !== undefined);
    });
    return () => {
      here = false;
    };
  }, [ports, session, kind]);
  const { run: open, busy } = useOnce(async () => {
    setFailed(!(await goToConcern(session, ports, kind, question.id)));
  });
  return (
    <Dialog title={t[kind]} onClose={props.onClose}>
      <p>{t.apart}</p>
      <p>{t.notTheReport}</p>
      {failed && (
        <Notice tone="danger" live>
          {t.notBegun}
        </Notice>
      )}
      <div className="row" data-end="">
        <Button onClick={props.onClose}>{t.close}</Button>
        <Button variant="primary" disabled={busy} onClick={open}>
          {waiting ? t.goOn : t.begin}
        </Button>
      </div>
    </Dialog>
  );
}

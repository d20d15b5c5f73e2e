import { lazy, Suspense, useState } from 'react';
import { checkingTexts } from '../../i18n/checking.ts';
import { recordTexts } from '../../i18n/record.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { Anchor } from '../model/event.ts';
import type { ReadingDesk } from './desk.ts';

const Differences = lazy(async () => ({
  default: (await import('./Differences.tsx')).Differences,
}));

/** Says that a text was changed since it was decided about, and shows how when one wants to see it. */
export function ChangedText(props: {
  readonly desk: ReadingDesk;
  readonly anchor: Anchor;
  readonly heading: string;
}) {
  const t = useTexts(checkingTexts);
  const record = useTexts(recordTexts);
  const [shown, setShown] = useState(false);
  return (
    <>
      <div className="row">
        <span className="tag" data-tone="ok">
          {record.changed}
        </span>
        <Button
          variant="plain"
          className="review-link"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? t.hideChanges : t.showChanges}
          <span className="visually-hidden">: {props.heading}</span>
        </Button>
      </div>
      {shown && (
        <Suspense>
          <Differences desk={props.desk} anchor={props.anchor} />
        </Suspense>
      )}
    </>
  );
}

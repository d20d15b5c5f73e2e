import { takenTexts } from '../i18n/taken.ts';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';
import { Page } from '../kit/page.tsx';

/** This tab has let the vault go to another one. */
export function Taken() {
  const t = useTexts(takenTexts);
  return (
    <Page title={t.title}>
      <p>{t.text}</p>
      <div className="row">
        <Button onClick={() => location.reload()}>{t.open}</Button>
      </div>
    </Page>
  );
}

import { homeTexts } from '../i18n/home.ts';
import { Button } from '../kit/button.tsx';
import { useTexts } from '../kit/language.tsx';
import { Page } from '../kit/page.tsx';

/** This tab has let the vault go to another one. */
export function Taken() {
  const t = useTexts(homeTexts);
  return (
    <Page title={t.takenTitle}>
      <p>{t.takenText}</p>
      <div className="row">
        <Button onClick={() => location.reload()}>{t.takenOpen}</Button>
      </div>
    </Page>
  );
}

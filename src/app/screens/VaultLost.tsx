import { vaultLostTexts } from '../../i18n/vault-lost.ts';
import { Button } from '../../kit/button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import './screens.css';

/** In place of the doors where a vault was: setting up anew is the last thing to do, not the first. */
export function VaultLost(props: { readonly onReopen: () => void; readonly onAnew: () => void }) {
  const t = useTexts(vaultLostTexts);
  return (
    <Page title={t.title} actions={<LanguageSwitch />}>
      <div className="stack start-intro">
        <p>{t.what}</p>
        <p>
          <strong>{t.wait}</strong>
        </p>
        <ol className="stack">
          <li>{t.room}</li>
          <li>{t.reopen}</li>
          <li>{t.call}</li>
        </ol>
      </div>
      <div className="row">
        <Button variant="primary" onClick={props.onReopen}>
          {t.again}
        </Button>
      </div>
      <section className="stack" aria-labelledby="lost-helped">
        <h2 id="lost-helped">{t.helped}</h2>
        <p className="hint">{t.helpedText}</p>
        <div className="row">
          <Button onClick={props.onAnew}>{t.anew}</Button>
        </div>
      </section>
    </Page>
  );
}

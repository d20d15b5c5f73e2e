import type { Millis } from '../../base/ids.ts';
import { erasingTexts } from '../../i18n/erasing.ts';
import { dateTime } from '../../i18n/format.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';

/** In the place of an interview that was taken back: not one word of it. */
export function Blocked(props: {
  readonly at: Millis;
  readonly onErasing: () => void;
  readonly onBack: () => void;
}) {
  const t = useTexts(erasingTexts);
  return (
    <Page
      title={t.blockedTitle}
      actions={
        <Button variant="plain" onClick={props.onBack}>
          {t.back}
        </Button>
      }
    >
      <BlockedNotice at={props.at} onErasing={props.onErasing} />
    </Page>
  );
}

/** Why there is nothing to read. */
export function BlockedNotice(props: { readonly at: Millis; readonly onErasing: () => void }) {
  const t = useTexts(erasingTexts);
  const { language } = useLanguage();
  return (
    <section className="stack">
      <p>{t.blocked(dateTime(props.at, language))}</p>
      <div className="row">
        <Button onClick={props.onErasing}>{t.toErasing}</Button>
      </div>
    </section>
  );
}

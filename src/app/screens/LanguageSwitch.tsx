import { LANGUAGES, type Language } from '../../i18n/catalogue.ts';
import { startTexts } from '../../i18n/start.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';

/** Svenska / English, each in its own language, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const texts = useTexts(startTexts);
  const { language, setLanguage } = useLanguage();
  const names = { sv: texts.swedish, en: texts.english } satisfies Record<Language, string>;
  return (
    <div className="row" role="group" aria-label={texts.language}>
      {LANGUAGES.map((each) => (
        <Button
          key={each}
          lang={each}
          variant="plain"
          aria-pressed={language === each}
          onClick={() => setLanguage(each)}
        >
          {names[each]}
        </Button>
      ))}
    </div>
  );
}

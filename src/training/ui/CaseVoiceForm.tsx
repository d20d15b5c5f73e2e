import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { Button } from '../../kit/button.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { NO_REPLY, VOICES, type CaseForm } from '../model/case-form.ts';
import { metWords } from '../model/met.ts';
import { ReplyFields } from './ReplyFields.tsx';

const MOST_LINES = 6;

/** What the person says where nothing is written for the question. */
export function CaseVoiceForm(props: {
  readonly voice: CaseForm['voice'];
  readonly english: boolean;
  readonly onChange: (voice: CaseForm['voice']) => void;
}) {
  const { voice, english, onChange } = props;
  const t = useTexts(ownCaseTexts);
  const { language } = useLanguage();
  return (
    <div className="stack">
      <p className="hint">{t.voiceIntro}</p>
      {VOICES.map((name) => {
        const lines = voice[name];
        const change = (now: (typeof voice)[typeof name]) => onChange({ ...voice, [name]: now });
        return (
          <fieldset className="case-group" key={name}>
            <legend>{metWords(name, language)}</legend>
            {lines.map((line, at) => (
              <div className="stack" key={at}>
                <ReplyFields
                  label={t.lineAt(at + 1)}
                  reply={line}
                  english={english}
                  plain
                  onChange={(reply) => change(lines.map((each, i) => (i === at ? reply : each)))}
                />
                {lines.length > 1 && (
                  <div className="row">
                    <Button
                      variant="plain"
                      onClick={() => change(lines.filter((_, i) => i !== at))}
                    >
                      {t.removeLine(at + 1)}
                    </Button>
                  </div>
                )}
              </div>
            ))}
            {lines.length < MOST_LINES && (
              <div className="row">
                <Button onClick={() => change([...lines, NO_REPLY])}>{t.addLine}</Button>
              </div>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}

import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { TextArea } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { isEmpty, type TypedText } from '../model/case-form.ts';

/** A text in Swedish, and in English too where the trainer writes both. */
export function BothField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly text: TypedText;
  /** Whether both are shown; what is hidden stays as it is. */
  readonly english: boolean;
  readonly rows?: number;
  readonly onChange: (text: TypedText) => void;
}) {
  const { label, hint, text, english, rows = 2, onChange } = props;
  const t = useTexts(ownCaseTexts);
  return (
    <>
      <TextArea
        label={english ? t.inSwedish(label) : label}
        hint={hint}
        rows={rows}
        maxLength={4000}
        lang="sv"
        value={text.sv}
        onChange={(event) => onChange({ ...text, sv: event.currentTarget.value })}
      />
      {english && (
        <TextArea
          label={t.inEnglish(label)}
          rows={isEmpty(text) ? rows : 2}
          maxLength={4000}
          lang="en"
          value={text.en}
          onChange={(event) => onChange({ ...text, en: event.currentTarget.value })}
        />
      )}
    </>
  );
}

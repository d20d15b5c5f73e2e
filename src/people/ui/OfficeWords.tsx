import { useState, type FormEvent } from 'react';
import { letterTexts } from '../../i18n/letters.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useKept } from '../../kit/use-kept.ts';
import { useOnce } from '../../kit/use-once.ts';
import { OFFICE_PLACEHOLDERS } from '../model/letter.ts';
import type { Program } from '../model/program.ts';

type Words = Program['placeholders'];

/** The office's own words, which every letter uses: the name of the municipality, the board, whom to call. */
export function OfficeWords(props: {
  readonly words: Words;
  readonly onSave: (words: Words) => Promise<boolean>;
}) {
  const [words, setWords] = useKept(props.words);
  const t = useTexts(letterTexts);
  const textOf = (name: string) => words.find((each) => each.name === name)?.text ?? '';
  const [written, setWritten] = useState<ReadonlyMap<string, string>>(new Map());
  const [kept, setKept] = useState<boolean | null>(null);
  const { run: save, busy } = useOnce(async () => {
    const own: readonly string[] = OFFICE_PLACEHOLDERS;
    const now = OFFICE_PLACEHOLDERS.map((name) => ({
      name,
      text: (written.get(name) ?? textOf(name)).trim(),
    }));
    // Placeholders that the form does not know stay as they are.
    const all = [...words.filter(({ name }) => !own.includes(name)), ...now];
    const ok = await props.onSave(all);
    setKept(ok);
    if (!ok) return;
    setWords(all);
    // What was typed meanwhile is not kept yet.
    setWritten((since) => new Map([...since].filter(([name, text]) => written.get(name) !== text)));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const empty = OFFICE_PLACEHOLDERS.some((name) => textOf(name) === '');
  // Decided once: it must not fold together under the hands of whoever fills it in.
  const [openAtFirst] = useState(empty);
  return (
    <details open={openAtFirst}>
      <summary>{t.office}</summary>
      <form className="stack" onSubmit={submit}>
        <p className="hint">{t.officeHelp}</p>
        {OFFICE_PLACEHOLDERS.map((name) => (
          <TextField
            key={name}
            label={t[`field_${name}`]}
            maxLength={400}
            value={written.get(name) ?? textOf(name)}
            onChange={(event) => {
              setKept(null);
              setWritten(new Map(written).set(name, event.currentTarget.value));
            }}
          />
        ))}
        <div className="row">
          <Button type="submit" disabled={busy}>
            {t.saveOffice}
          </Button>
          <span role="status">{kept && written.size === 0 ? t.officeSaved : ''}</span>
        </div>
        {kept === false && (
          <Notice tone="danger" live>
            {t.officeNotSaved}
          </Notice>
        )}
      </form>
    </details>
  );
}

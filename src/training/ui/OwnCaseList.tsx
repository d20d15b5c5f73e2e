import { useState } from 'react';
import type { StreamId } from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useOnce } from '../../kit/use-once.ts';
import { SelectField } from '../../kit/select-field.tsx';
import type { PracticeCase } from '../model/case.ts';
import { readCaseFile, type CaseFileProblem } from '../model/case-file.ts';
import type { CaseForm } from '../model/case-form.ts';
import type { ListedCase } from '../own-cases.ts';
import { usePlaceWords } from './ToMendList.tsx';
import './trainer.css';

/** What a new case begins as. */
export interface NewCase {
  readonly alias: string;
  /** Copied from this one; null: empty. */
  readonly from: PracticeCase | null;
}

/** The office's own cases, and three ways to a new one: empty, as a copy, from a file. */
export function OwnCaseList(props: {
  readonly cases: readonly ListedCase[];
  /** Cases to begin with a copy of. */
  readonly models: readonly PracticeCase[];
  readonly guide: Guide;
  readonly onOpen: (stream: StreamId) => void;
  /** False when it could not be kept. */
  readonly onNew: (begun: NewCase) => Promise<boolean>;
  readonly onFile: (form: CaseForm) => Promise<boolean>;
}) {
  const { cases, models, guide } = props;
  const t = useTexts(ownCaseTexts);
  const [alias, setAlias] = useState('');
  const [from, setFrom] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const fileSentence = useFileSentence(guide);
  const { run: begin, busy } = useOnce(async () => {
    if (alias.trim() === '') return setMissing(true);
    const model = models.find(({ id }) => id === from) ?? null;
    const kept = await props.onNew({ alias: alias.trim(), from: model });
    setSaid(kept ? null : t.notSaved);
  });
  const { run: read } = useOnce(async (file: File) => {
    const made = readCaseFile(await file.text());
    if (!made.ok) return setSaid(fileSentence(made.error));
    setSaid((await props.onFile(made.value)) ? null : t.notSaved);
  });
  return (
    <>
      <p className="hint">{t.intro}</p>
      {cases.length === 0 && <p>{t.none}</p>}
      <ul role="list" className="who-list">
        {cases.map((each) => (
          <li key={each.stream}>
            <button type="button" className="who-row" onClick={() => props.onOpen(each.stream)}>
              <strong>{each.alias.trim() || t.nameless}</strong>
              <span>
                {each.published !== null
                  ? t.state_published(each.published)
                  : each.isOut
                    ? t.state_withdrawn
                    : t.state_draft}
                {each.isOut && each.isChanged && <> · {t.changed}</>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {said && (
        <Notice tone="danger" live>
          <p>{said}</p>
        </Notice>
      )}
      <section className="card" aria-labelledby="new-case">
        <h2 id="new-case">{t.make}</h2>
        <TextField
          label={t.alias}
          hint={t.aliasHint}
          maxLength={40}
          value={alias}
          error={missing && alias.trim() === '' ? t.aliasMissing : undefined}
          onChange={(event) => setAlias(event.currentTarget.value)}
        />
        <SelectField
          label={t.from}
          value={from}
          options={[
            { value: '', label: t.fromEmpty },
            ...models.map(({ id, persona }) => ({ value: id, label: t.fromCopy(persona.alias) })),
          ]}
          onChange={setFrom}
        />
        <div className="row">
          <Button variant="primary" disabled={busy} onClick={begin}>
            {t.begin}
          </Button>
        </div>
      </section>
      <section className="card" aria-labelledby="case-file">
        <h2 id="case-file">{t.file}</h2>
        <p id="case-file-hint" className="hint">
          {t.fileHint}
        </p>
        <input
          className="input"
          type="file"
          accept=".json,application/json"
          aria-labelledby="case-file"
          aria-describedby="case-file-hint"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file, mended, can be chosen once more.
            event.currentTarget.value = '';
            if (file) read(file);
          }}
        />
      </section>
    </>
  );
}

/** Why a file is not read, and what to do. */
function useFileSentence(guide: Guide) {
  const t = useTexts(ownCaseTexts);
  const placeIn = usePlaceWords(guide);
  return (problem: CaseFileProblem): string =>
    problem.type === 'wrong'
      ? t.file_wrong(problem.places.map(placeIn).join('; '))
      : t[`file_${problem.type}`];
}

import { QuestionId } from '../../base/ids.ts';
import type { Guide } from '../../guide/model/guide.ts';
import { checkpointTexts } from '../../i18n/training-checkpoints.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import type { TypedCheckpoint } from '../model/case-form.ts';
import {
  READY_KINDS,
  ReadyKind,
  readyOf,
  SUBJECTS,
  type ReadyParams,
} from '../model/ready-checkpoint.ts';
import { BothField } from './BothField.tsx';

const SECONDS = [5, 10, 15, 20, 30] as const;
const QUESTIONS = [0, 1, 2, 3, 5, 10] as const;

/** One checkpoint: where it belongs, what must have happened, and why. */
export function CaseCheckpoint(props: {
  readonly checkpoint: TypedCheckpoint;
  readonly guide: Guide;
  readonly english: boolean;
  readonly onChange: (checkpoint: TypedCheckpoint) => void;
}) {
  const { checkpoint, guide, english } = props;
  const { at, kind, params } = checkpoint;
  const t = useTexts(checkpointTexts);
  const local = useLocal();
  const questions = guide.sections.flatMap((section) => section.questions);
  const change = (changes: Partial<TypedCheckpoint>) =>
    props.onChange({ ...checkpoint, ...changes });
  const setParams = (changes: Partial<ReadyParams>) =>
    change({ params: { ...params, ...changes } });
  // A condition that came with the one before does not belong to another.
  const { given: _given, kept: _kept, ...bare } = checkpoint;
  const place = at === 'after' ? 'after' : 'question';
  const asks = kind ? readyOf(kind).asks : [];
  return (
    <div className="stack">
      <SelectField
        label={t.at}
        value={at}
        options={[
          ...questions.map(({ id, text }, i) => ({ value: id, label: `${i + 1}. ${local(text)}` })),
          { value: 'after', label: t.afterTalk },
        ]}
        onChange={(chosen) => {
          const next = chosen === 'after' ? 'after' : QuestionId.parse(chosen);
          const where = next === 'after' ? 'after' : 'question';
          const fits = kind === null || readyOf(kind).at.includes(where);
          const other = where === 'after' ? 'memoWritten' : 'invited';
          if (kind === null) return change({ at: next });
          props.onChange({ ...bare, at: next, kind: fits ? kind : other });
        }}
      />
      <SelectField
        label={t.kind}
        value={kind ?? 'kept'}
        options={[
          ...(kind === null ? [{ value: 'kept', label: t.kind_kept }] : []),
          ...READY_KINDS.filter((each) => readyOf(each).at.includes(place)).map((each) => ({
            value: each,
            label: t[`kind_${each}`],
          })),
        ]}
        onChange={(chosen) => {
          const next = ReadyKind.safeParse(chosen).data;
          if (next) props.onChange({ ...bare, kind: next });
        }}
      />
      <div className="case-pair">
        {asks.includes('card') && (
          <SelectField
            label={t.card}
            value={params.card ?? ''}
            options={[
              { value: '', label: t.anyCard },
              ...guide.situations.map(({ id, title }) => ({ value: id, label: local(title) })),
            ]}
            onChange={(chosen) =>
              setParams({ card: guide.situations.find(({ id }) => id === chosen)?.id ?? null })
            }
          />
        )}
        {asks.includes('subject') && (
          <SelectField
            label={t.subject}
            value={params.subject}
            options={SUBJECTS.map((value) => ({ value, label: t[`topic_${value}`] }))}
            onChange={(subject) => setParams({ subject })}
          />
        )}
        {asks.includes('questions') && (
          <SelectField
            label={t.within}
            value={`${params.questions}`}
            options={choices(QUESTIONS, params.questions).map((value) => ({
              value,
              label: value === '0' ? t.sameQuestion : value,
            }))}
            onChange={(value) => setParams({ questions: Number(value) })}
          />
        )}
        {asks.includes('seconds') && (
          <SelectField
            label={t.seconds}
            value={`${params.seconds}`}
            options={choices(SECONDS, params.seconds).map((value) => ({ value, label: value }))}
            onChange={(value) => setParams({ seconds: Number(value) })}
          />
        )}
      </div>
      <BothField
        label={t.expect}
        text={checkpoint.expect}
        english={english}
        onChange={(expect) => change({ expect })}
      />
      <BothField
        label={t.motive}
        text={checkpoint.motive}
        english={english}
        onChange={(motive) => change({ motive })}
      />
    </div>
  );
}

/** The usual ones, and the one that a file brought. */
const choices = (usual: readonly number[], now: number): readonly string[] =>
  [...new Set([...usual, now])].sort((a, b) => a - b).map(String);

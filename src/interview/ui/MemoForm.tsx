import { useState } from 'react';
import type { MemoField, Option } from '../../guide/model/guide.ts';
import { afterTexts } from '../../i18n/after.ts';
import { RadioChoice, Scale } from '../../kit/choice.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import type { MemoKeeper, MemoValue } from '../memo.ts';

/** One part of the memo, from the guide's template. */
export function MemoPart(props: {
  readonly title: string;
  readonly help?: string;
  readonly fields: readonly MemoField[];
  readonly keeper: MemoKeeper;
}) {
  return (
    <section className="card">
      <h2>{props.title}</h2>
      {props.help && <p className="hint">{props.help}</p>}
      {props.fields.map((field) => (
        <MemoFieldView key={field.id} field={field} keeper={props.keeper} />
      ))}
    </section>
  );
}

/** Recording is off until the office has a retention decision (domain.md 0.3): nothing was documented by sound. */
const DOCUMENTATION = 'documentation';
const BY_SOUND = ['audio', 'both'];

function MemoFieldView({
  field,
  keeper,
}: {
  readonly field: MemoField;
  readonly keeper: MemoKeeper;
}) {
  const t = useTexts(afterTexts);
  const local = useLocal();
  const [value, setValue] = useState<MemoValue | undefined>(() => keeper.value(field.id));
  const type = (next: MemoValue) => {
    setValue(next);
    keeper.draft(field.id, next);
  };
  const pick = (next: MemoValue) => {
    type(next);
    void keeper.settle(field.id);
  };
  const settle = () => void keeper.settle(field.id);
  const label = field.required ? local(field.label) : `${local(field.label)} (${t.optional})`;
  const { answer } = field;
  const offered = (option: Option) => !(field.id === DOCUMENTATION && BY_SOUND.includes(option.id));
  switch (answer.kind) {
    case 'text':
      return (
        <div id={`memo-${field.id}`}>
          <TextArea
            label={label}
            hint={local(field.help)}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => type(event.target.value)}
            onBlur={settle}
          />
        </div>
      );
    case 'list': {
      const lines = Array.isArray(value) ? value : [];
      return (
        <fieldset className="group" id={`memo-${field.id}`}>
          <legend>{label}</legend>
          <p className="hint">{local(field.help)}</p>
          {Array.from({ length: answer.count }, (_, i) => (
            <TextField
              key={i}
              label={t.listItem(i + 1)}
              value={lines[i] ?? ''}
              onChange={(event) =>
                type(
                  Array.from({ length: answer.count }, (_line, k) =>
                    k === i ? event.target.value : (lines[k] ?? ''),
                  ),
                )
              }
              onBlur={settle}
            />
          ))}
        </fieldset>
      );
    }
    case 'scale':
      return (
        <div id={`memo-${field.id}`}>
          <Scale
            legend={label}
            min={answer.min}
            max={answer.max}
            minLabel={answer.minLabel ? local(answer.minLabel) : t.scaleLow}
            maxLabel={answer.maxLabel ? local(answer.maxLabel) : t.scaleHigh}
            value={typeof value === 'number' ? value : null}
            onChange={pick}
          />
          <p className="hint">{local(field.help)}</p>
        </div>
      );
    case 'choice':
      return (
        <div id={`memo-${field.id}`}>
          <RadioChoice
            legend={label}
            options={answer.options.filter(offered).map((option) => ({
              value: option.id,
              label: local(option.label),
            }))}
            value={typeof value === 'string' ? value : null}
            onChange={pick}
          />
        </div>
      );
  }
}

import { lazy, Suspense } from 'react';
import type { Question } from '../../guide/model/guide.ts';
import { CheckChoice, RadioChoice, Scale } from '../../kit/choice.tsx';
import { useLocal } from '../../kit/language.tsx';
import { datesKey } from '../model/dates.ts';
import type { AnswerValue } from '../model/event.ts';
import type { InterviewSession } from '../session.ts';

/** One question in the guide asks for it. */
const DateAnswer = lazy(async () => ({ default: (await import('./DateAnswer.tsx')).DateAnswer }));

/** The value of an answer: a scale, options or dates, to be touched by either of the two at the table. */
export function ValueField(props: {
  readonly session: InterviewSession;
  readonly question: Question;
  readonly value: AnswerValue | null;
  readonly onChange: (value: AnswerValue | null) => void;
}) {
  const local = useLocal();
  const { answer } = props.question;
  const { value } = props;
  switch (answer.kind) {
    case 'narrative':
    case 'none':
      return null;
    case 'scale':
      return (
        <Scale
          legend={local(props.question.text)}
          hideLegend
          min={answer.min}
          max={answer.max}
          minLabel={local(answer.minLabel)}
          maxLabel={local(answer.maxLabel)}
          value={value?.kind === 'scale' ? value.value : null}
          onChange={(step) => props.onChange({ kind: 'scale', value: step })}
        />
      );
    case 'choice': {
      const options = answer.options.map((option) => ({
        value: option.id,
        label: local(option.label),
      }));
      const chosen = value?.kind === 'choice' ? value.options : [];
      return answer.multiple ? (
        <CheckChoice
          legend={local(props.question.text)}
          hideLegend
          options={options}
          values={chosen}
          onChange={(ids) =>
            props.onChange(ids.length > 0 ? { kind: 'choice', options: ids } : null)
          }
        />
      ) : (
        <RadioChoice
          legend={local(props.question.text)}
          hideLegend
          options={options}
          value={chosen[0] ?? null}
          onChange={(id) => props.onChange({ kind: 'choice', options: [id] })}
        />
      );
    }
    case 'date':
      return (
        <Suspense>
          <DateAnswer
            spec={answer}
            value={value?.kind === 'date' ? value : null}
            draft={props.session.draftOf(datesKey(props.question.id))}
            onDraft={(typed) => props.session.draft(datesKey(props.question.id), typed)}
            onChange={props.onChange}
          />
        </Suspense>
      );
  }
}

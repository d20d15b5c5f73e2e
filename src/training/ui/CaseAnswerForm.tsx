import type { Question } from '../../guide/model/guide.ts';
import { checkpointTexts } from '../../i18n/training-checkpoints.ts';
import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useLocal, useTexts } from '../../kit/language.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { NO_REPLY, type TypedAnswer, type TypedAsked } from '../model/case-form.ts';
import { Topic } from '../model/topic.ts';
import { CaseValueField } from './CaseValueField.tsx';
import { ReplyFields } from './ReplyFields.tsx';

const MOST_ASKED = 6;

/** All that the person may say at one question of the guide. */
export function CaseAnswerForm(props: {
  readonly question: Question;
  readonly answer: TypedAnswer;
  readonly english: boolean;
  readonly onChange: (answer: TypedAnswer) => void;
}) {
  const { question, answer, english } = props;
  const t = useTexts(ownCaseTexts);
  const topics = useTexts(checkpointTexts);
  const local = useLocal();
  const change = (changes: Partial<TypedAnswer>) => props.onChange({ ...answer, ...changes });
  const changeAsked = (at: number, asked: TypedAsked) =>
    change({ asked: answer.asked.map((each, i) => (i === at ? asked : each)) });
  return (
    <div className="stack">
      <ReplyFields
        label={t.say}
        reply={answer.reply}
        english={english}
        onChange={(reply) => change({ reply })}
      />
      <CaseValueField
        spec={question.answer}
        value={answer.value}
        onChange={(value) => change({ value })}
      />
      {question.probes.length > 0 && (
        <fieldset className="case-group">
          <legend>{t.probes}</legend>
          {question.probes.map((probe, at) => (
            <ReplyFields
              key={at}
              label={local(probe)}
              reply={answer.probes[at] ?? NO_REPLY}
              english={english}
              onChange={(reply) =>
                change({
                  probes: question.probes.map((_, i) =>
                    i === at ? reply : (answer.probes[i] ?? NO_REPLY),
                  ),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <fieldset className="case-group">
        <legend>{t.asked}</legend>
        {answer.asked.map((asked, at) => (
          <div className="stack" key={at}>
            <ReplyFields
              label={t.askedAt(at + 1)}
              reply={asked.reply}
              english={english}
              onChange={(reply) => changeAsked(at, { ...asked, reply })}
            />
            <div className="case-pair">
              <SelectField
                label={t.topic}
                value={asked.topic ?? ''}
                options={[
                  { value: '', label: t.anyTopic },
                  ...Topic.options.map((value) => ({ value, label: topics[`topic_${value}`] })),
                ]}
                onChange={(value) =>
                  changeAsked(at, { ...asked, topic: Topic.safeParse(value).data ?? null })
                }
              />
              <TextField
                label={t.words}
                hint={t.wordsHint}
                maxLength={1000}
                value={asked.words}
                onChange={(event) =>
                  changeAsked(at, { ...asked, words: event.currentTarget.value })
                }
              />
            </div>
            <div className="row">
              <Button
                variant="plain"
                onClick={() => change({ asked: answer.asked.filter((_, i) => i !== at) })}
              >
                {t.removeAsked(at + 1)}
              </Button>
            </div>
          </div>
        ))}
        {answer.asked.length < MOST_ASKED && (
          <div className="row">
            <Button
              onClick={() =>
                change({ asked: [...answer.asked, { reply: NO_REPLY, topic: null, words: '' }] })
              }
            >
              {t.addAsked}
            </Button>
          </div>
        )}
      </fieldset>
      <ReplyFields
        label={t.silent}
        reply={answer.silent}
        english={english}
        onChange={(silent) => change({ silent })}
      />
    </div>
  );
}

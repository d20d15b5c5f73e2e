import type { Question } from '../../guide/model/guide.ts';
import { cueTexts } from '../../i18n/training-case.ts';
import { practiceTexts } from '../../i18n/training-practice.ts';
import { useLocal, useTexts } from '../../kit/language.tsx';
import type { PracticeCase, Reply } from '../model/case.ts';
import { useValueWords } from './value-said.ts';

/** What whoever plays the case answers at one question, and what only comes when it is asked for. */
export function RoleQuestion(props: {
  readonly played: PracticeCase;
  readonly question: Question;
}) {
  const { played, question } = props;
  const t = useTexts(practiceTexts);
  const local = useLocal();
  const valueWords = useValueWords(question);
  const answer = played.answers[question.id];
  if (!answer) {
    return <Line title={t.roleVoice} reply={played.voice.open[0]} alias={played.persona.alias} />;
  }
  const value = valueWords(answer.value);
  const { alias } = played.persona;
  return (
    <div className="stack">
      <Line title={t.roleAsked} reply={answer} alias={alias} />
      {value && <p className="hint">{t.shows(value)}</p>}
      {question.probes.map((probe, index) => {
        const reply = answer.probes?.[`${index}`];
        return (
          reply && (
            <Line key={probe.sv} title={t.roleProbe(local(probe))} reply={reply} alias={alias} />
          )
        );
      })}
      {answer.ifAsked?.map((reply) => (
        <Line key={reply.say.sv} title={t.roleMore} reply={reply} alias={alias} />
      ))}
      {answer.ifSilent && <Line title={t.roleSilence} reply={answer.ifSilent} alias={alias} />}
    </div>
  );
}

function Line(props: {
  readonly title: string;
  readonly reply: Reply | undefined;
  readonly alias: string;
}) {
  const { reply } = props;
  const t = useTexts(practiceTexts);
  const c = useTexts(cueTexts);
  const local = useLocal();
  if (!reply) return null;
  return (
    <div className="role-line">
      <h3>{props.title}</h3>
      {reply.afterSilence !== undefined && <p>{t.roleWait(reply.afterSilence)}</p>}
      {reply.behaviour && <p className="case-cue">{c[`cue_${reply.behaviour}`]}</p>}
      <p>{local(reply.say)}</p>
      {reply.wants && <p>{t[`wants_${reply.wants}`](props.alias)}</p>}
    </div>
  );
}

import { useEffect, useRef, useState, useSyncExternalStore, type FormEvent } from 'react';
import type { QuestionId } from '../../base/ids.ts';
import type { Question } from '../../guide/model/guide.ts';
import { cueTexts } from '../../i18n/training-case.ts';
import { practiceTexts } from '../../i18n/training-practice.ts';
import { sayingTexts } from '../../i18n/training-sayings.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import { sayingOf } from '../model/replying.ts';
import { askedAs } from '../model/asking.ts';
import { judgeQuestion } from '../model/question-kind.ts';
import { topicsOf } from '../model/saying.ts';
import type { PracticeSession } from '../session.ts';
import { CUE_SIGNS } from './cue-signs.ts';
import { exchangeAt } from './exchange.ts';
import { KindHint } from './KindHint.tsx';
import { useValueWords } from './value-said.ts';
import './practice-panel.css';

/**
 * The young person's side of one question: what the trainee says is tapped or typed here, and the case answers. That
 * nobody taps is heard too; nothing shows how long.
 */
export function CasePanel(props: {
  readonly session: PracticeSession;
  readonly question: QuestionId;
}) {
  const { session } = props;
  const { run, waits } = useSyncExternalStore(session.subscribe, session.snapshot);
  const t = useTexts(practiceTexts);
  const question = session.guide.sections
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === props.question);
  useEffect(() => {
    session.standAt(props.question);
    const touched = () => session.touched();
    for (const name of SIGNS) window.addEventListener(name, touched, { capture: true });
    return () => {
      for (const name of SIGNS) window.removeEventListener(name, touched, { capture: true });
      session.standAt(null);
    };
  }, [session, props.question]);
  if (!question) return null;
  const { alias } = session.played.persona;
  const byPerson = run.by === 'person';
  const asked = run.put.some((each) => each.question === question.id && each.how === 'guide');
  return (
    <section className="case-panel" aria-label={byPerson ? t.panelPerson(alias) : t.panel(alias)}>
      {byPerson && <p className="hint">{t.panelPersonHelp}</p>}
      <Exchange session={session} question={question} waits={waits} />
      <OwnJudged session={session} question={question} />
      <div className="row">
        <Button
          variant={asked ? 'normal' : 'primary'}
          onClick={() => void session.put({ how: 'guide', question: question.id })}
        >
          {asked ? t.putAgain : t.put}
        </Button>
      </div>
      <Probes session={session} question={question} />
      {byPerson && <Sayings session={session} question={question} />}
      <Own session={session} question={question} />
    </section>
  );
}

/** What counts as touching the tablet: as for the lock, but for scrolling, which reading may need. */
const SIGNS = ['pointerdown', 'keydown', 'input'] as const;

interface PanelProps {
  readonly session: PracticeSession;
  readonly question: Question;
}

/** What was said at this question, as the two said it; what comes is read out when it comes. */
function Exchange({ session, question, waits }: PanelProps & { readonly waits: boolean }) {
  const { run } = useSyncExternalStore(session.subscribe, session.snapshot);
  const t = useTexts(practiceTexts);
  const c = useTexts(cueTexts);
  const local = useLocal();
  const valueWords = useValueWords(question);
  const { alias } = session.played.persona;
  const log = useRef<HTMLDivElement>(null);
  const said = run.put.length;
  const seen = useRef(said);
  useEffect(() => {
    if (said === seen.current) return;
    seen.current = said;
    // On a small screen the answer would lie above what is in view.
    [...(log.current?.querySelectorAll('.case-you') ?? [])]
      .at(-1)
      ?.scrollIntoView?.({ block: 'nearest' });
  }, [said]);
  return (
    <div className="case-said" ref={log} role="log" aria-live="polite" aria-label={alias}>
      {exchangeAt(run, question.id).map((said, index) => {
        if (said.who === 'trainee') {
          const probe = said.probe === null ? undefined : question.probes[said.probe];
          return (
            <p key={index} className="case-you">
              <strong>{t.you}: </strong>
              {said.text ?? (probe ? local(probe) : t.asked)}
            </p>
          );
        }
        if (said.who === 'wish') {
          return (
            <p key={index} className="case-wish">
              <strong>{t[`wants_${said.wants}`](alias)}</strong> {t.wantsHelp}
            </p>
          );
        }
        const saying = sayingOf(session.played, said.reply);
        const answer = session.played.answers[question.id];
        const value = said.reply === question.id ? valueWords(answer?.value) : null;
        return (
          <div key={index} className="case-reply">
            {said.cue && (
              <p className="case-cue">
                <span aria-hidden="true">{CUE_SIGNS[said.cue]}</span> {c[`cue_${said.cue}`]}
              </p>
            )}
            {saying && (
              <p>
                <strong>{alias}: </strong>
                {local(saying.say)}
              </p>
            )}
            {value && <p className="hint">{t.shows(value)}</p>}
          </div>
        );
      })}
      {waits && (
        <p className="case-cue">
          <span aria-hidden="true">{CUE_SIGNS.silence}</span> {t.waits}
        </p>
      )}
    </div>
  );
}

function Probes({ session, question }: PanelProps) {
  const t = useTexts(practiceTexts);
  const local = useLocal();
  if (question.probes.length === 0) return null;
  return (
    <div className="case-probes" role="group" aria-label={t.probes}>
      {question.probes.map((text, probe) => (
        <Button
          key={text.sv}
          onClick={() => void session.put({ how: 'probe', question: question.id, probe })}
        >
          {local(text)}
        </Button>
      ))}
    </div>
  );
}

/** What was said aloud and can be looked for, at a tap; folded, so that it does not tell what to say. */
function Sayings({ session, question }: PanelProps) {
  const t = useTexts(sayingTexts);
  const topics = topicsOf(session.played);
  if (topics.length === 0) return null;
  // Of what kind it was is not known: the words are ours and not theirs.
  const say = (text: string) =>
    void session.put({ how: 'own', question: question.id, text, judged: null });
  return (
    <details>
      <summary>{t.title}</summary>
      <p className="hint">{t.help}</p>
      <div className="case-probes" role="group" aria-label={t.title}>
        {topics.map((topic) => (
          <Button key={topic} onClick={() => say(t[topic])}>
            {t[topic]}
          </Button>
        ))}
      </div>
    </details>
  );
}

/** What kind of question the trainee's own words were, beside what they brought: further down the bar would hide it. */
function OwnJudged({ session, question }: PanelProps) {
  const { run } = useSyncExternalStore(session.subscribe, session.snapshot);
  const { language } = useLanguage();
  const last = run.put.findLast((each) => each.question === question.id);
  return last?.judged ? <KindHint judged={last.judged} language={language} /> : null;
}

/** The trainee's own words. */
function Own({ session, question }: PanelProps) {
  const t = useTexts(practiceTexts);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const say = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words === '') return;
    const judged = askedAs(words, judgeQuestion(words, language));
    void session.put({ how: 'own', question: question.id, text: words, judged });
    setText('');
  };
  return (
    <form className="case-own" onSubmit={say}>
      <TextArea
        label={t.own}
        hint={t.ownHint}
        rows={2}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <Button type="submit" disabled={text.trim() === ''}>
          {t.say}
        </Button>
      </div>
    </form>
  );
}

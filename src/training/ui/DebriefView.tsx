import type { ReactNode } from 'react';
import type { Guide } from '../../guide/model/guide.ts';
import { dateTime } from '../../i18n/format.ts';
import { debriefTexts } from '../../i18n/training-debrief.ts';
import { kindTexts } from '../../i18n/training-kinds.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import type { Debrief } from '../model/debrief.ts';
import { QuestionKind } from '../model/question-kind.ts';
import { CourseList } from './CourseList.tsx';
import { CoursePicture } from './CoursePicture.tsx';
import { ReflectField } from './ReflectField.tsx';
import './debrief.css';

/**
 * Looking back on one practice: the talk as a picture, what the case shows, and three questions to think about. The
 * trainee writes in it (`onReflect`); a trainer who was sent it reads.
 */
export function DebriefView(props: {
  readonly debrief: Debrief;
  /** For the words of its questions and cards; without it their ids stand there. */
  readonly guide: Guide | null;
  readonly onReflect?: (question: 0 | 1 | 2, text: string) => void;
  /** What can be done with it. */
  readonly children?: ReactNode;
}) {
  const { debrief, guide } = props;
  const t = useTexts(debriefTexts);
  const { language } = useLanguage();
  const minutes = Math.max(1, Math.round(debrief.seconds / 60));
  return (
    <div className="debrief">
      <p>{t.intro}</p>
      <p className="hint">
        {t.when(dateTime(debrief.startedAt, language), minutes)}{' '}
        {debrief.by === 'person' && t.byPerson}
      </p>
      <Checkpoints debrief={debrief} />
      <section className="stack" aria-labelledby="debrief-course">
        <h2 id="debrief-course">{t.courseTitle}</h2>
        {debrief.course.length === 0 ? (
          <p className="hint">{t.courseEmpty}</p>
        ) : (
          <>
            <CoursePicture debrief={debrief} />
            <p className="hint">{t.legend}</p>
            <CourseList debrief={debrief} guide={guide} />
          </>
        )}
      </section>
      <Counts debrief={debrief} />
      <Reflections {...props} />
      {props.children}
    </div>
  );
}

function Checkpoints({ debrief }: { readonly debrief: Debrief }) {
  const t = useTexts(debriefTexts);
  const local = useLocal();
  return (
    <section className="stack" aria-labelledby="debrief-checkpoints">
      <h2 id="debrief-checkpoints">{t.checkpointsTitle}</h2>
      <p>{t.checkpointsOf(debrief.reached, debrief.of)}</p>
      {debrief.by === 'person' && <p className="hint">{t.unheardHelp(debrief.alias)}</p>}
      <ul role="list" className="debrief-checkpoints">
        {debrief.checkpoints.map(({ id, result, expect, motive, unheard }) => (
          <li key={id} data-result={result}>
            <p>
              <span className="tag" data-tone={TONES[result]}>
                <span aria-hidden="true">{SIGNS[result]}</span>{' '}
                {unheard ? t.result_unheard : t[`result_${result}`]}
              </span>{' '}
              {local(expect)}
            </p>
            {motive && (
              <p className="hint">
                {t.why}: {local(motive)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type CheckpointResult = Debrief['checkpoints'][number]['result'];
const SIGNS = {
  reached: '✓',
  missed: '✗',
  notMet: '–',
} as const satisfies Record<CheckpointResult, string>;
const TONES = {
  reached: 'ok',
  missed: 'danger',
  notMet: undefined,
} as const satisfies Record<CheckpointResult, string | undefined>;

/** Silences are told by nobody tapping, which says nothing where two people talk. */
const COUNTED = {
  tablet: ['guide', 'probe', 'silences', 'pauses'],
  person: ['guide', 'probe', 'pauses'],
} as const satisfies Record<Debrief['by'], readonly (keyof Debrief['counts'])[]>;

function Counts({ debrief }: { readonly debrief: Debrief }) {
  const t = useTexts(debriefTexts);
  const k = useTexts(kindTexts);
  const { counts, own } = debrief;
  const kinds = QuestionKind.options.filter((kind) => counts.own[kind] > 0);
  return (
    <section className="stack" aria-labelledby="debrief-counts">
      <h2 id="debrief-counts">{t.countsTitle}</h2>
      <dl className="debrief-counts">
        {COUNTED[debrief.by].map((what) => (
          <div key={what}>
            <dt>{t[`count_${what}`]}</dt>
            <dd>{counts[what]}</dd>
          </div>
        ))}
      </dl>
      <h3>{t.ownTitle}</h3>
      {kinds.length === 0 && <p className="hint">{t.ownNone}</p>}
      <dl className="debrief-counts">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{k[`kind_${kind}`]}</dt>
            <dd>{counts.own[kind]}</dd>
          </div>
        ))}
      </dl>
      <ul role="list" className="debrief-own">
        {own.map(({ text, kind, why }, index) => (
          <li key={index}>
            <p>”{text}”</p>
            <p className="hint">
              {k[`kind_${kind}`]}. {k[`why_${why}`]}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reflections(props: {
  readonly debrief: Debrief;
  readonly onReflect?: (question: 0 | 1 | 2, text: string) => void;
}) {
  const { debrief, onReflect } = props;
  const t = useTexts(debriefTexts);
  const local = useLocal();
  return (
    <section className="stack" aria-labelledby="debrief-reflect">
      <h2 id="debrief-reflect">{t.reflectTitle}</h2>
      {onReflect && <p className="hint">{t.reflectHelp}</p>}
      {([0, 1, 2] as const).map((question) => {
        const words = debrief.reflections[question];
        return (
          <div key={question} className="debrief-reflect">
            {onReflect ? (
              <ReflectField
                label={local(debrief.reflect[question])}
                words={words}
                onReflect={(text) => onReflect(question, text)}
              />
            ) : (
              <h3>{local(debrief.reflect[question])}</h3>
            )}
            {words !== '' && <p className={onReflect ? 'debrief-printed' : undefined}>{words}</p>}
          </div>
        );
      })}
    </section>
  );
}

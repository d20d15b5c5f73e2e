import { useEffect, useRef, useState } from 'react';
import type { Guide } from '../../guide/model/guide.ts';
import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { Check } from '../../kit/choice.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { hasEnglish, isWrittenInEnglish } from '../model/case-form.ts';
import type { CasePlace } from '../model/case-made.ts';
import type { CasePart, OpenCase } from '../own-cases.ts';
import { CaseAboutForm } from './CaseAboutForm.tsx';
import { CaseAnswers } from './CaseAnswers.tsx';
import { CaseCheckpoints } from './CaseCheckpoints.tsx';
import { CasePublish, type PublishPorts } from './CasePublish.tsx';
import { CaseVoiceForm } from './CaseVoiceForm.tsx';
import './own-cases.css';

const PARTS = ['about', 'answers', 'checkpoints', 'voice', 'publish'] as const;
type Part = (typeof PARTS)[number];

/** One case in its parts. What is typed is a draft at once; what was typed elsewhere meanwhile is not mixed in. */
export function CaseEditor(props: {
  readonly opened: OpenCase;
  readonly guide: Guide;
  /** False when it could not be kept. */
  readonly onDraft: (part: CasePart) => Promise<boolean>;
  readonly ports: Omit<PublishPorts, 'publish'> & {
    readonly publish: (form: OpenCase['form']) => ReturnType<PublishPorts['publish']>;
  };
}) {
  const { opened, guide, ports } = props;
  const t = useTexts(ownCaseTexts);
  const [form, setForm] = useState(opened.form);
  const [part, setPart] = useState<Part>('about');
  const [question, setQuestion] = useState<string | null>(null);
  // What is published is seen: English that is there already is shown until it is folded away.
  const [english, setEnglish] = useState(() => isWrittenInEnglish(opened.form));
  /** The parts whose last draft could not be kept. */
  const [unkept, setUnkept] = useState<ReadonlySet<CasePlace>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  /** Where the focus goes when the part is drawn: to its heading, or to the question that was asked for. */
  const goal = useRef<'heading' | 'question' | null>(null);
  useEffect(() => {
    const to =
      goal.current === 'question'
        ? document.getElementById(`answer-${question}`)
        : goal.current && heading.current;
    goal.current = null;
    to?.focus();
    to?.scrollIntoView?.({ block: 'start' });
  }, [part, question]);
  const show = (to: Part, asked: string | null = null) => {
    goal.current = asked ? 'question' : 'heading';
    setPart(to);
    setQuestion(asked);
  };
  const goTo = (place: CasePlace) => {
    // What is to be mended may stand in the English.
    if (hasEnglish(form)) setEnglish(true);
    return place === 'about' || place === 'checkpoints' || place === 'voice'
      ? show(place)
      : show('answers', place.slice('answers/'.length));
  };
  /** Every draft that is on its way. */
  const drafts = useRef<Promise<unknown>>(Promise.resolve());
  const [isDirty, setIsDirty] = useState(false);
  const keep = (typed: CasePart) => {
    setIsDirty(true);
    const keeping = props.onDraft(typed).then((kept) =>
      setUnkept((now) => {
        const others = [...now].filter((place) => place !== typed.place);
        return new Set(kept ? others : [...others, typed.place]);
      }),
    );
    drafts.current = Promise.all([drafts.current, keeping]);
  };
  // What is still on its way to the disk would be missing in the talk.
  const preview = () => void drafts.current.then(ports.preview);
  const publish = async () => {
    // What is still on its way to the disk would come back as a draft of what is published now.
    await drafts.current;
    const version = await ports.publish(form);
    if (version !== null) {
      setIsDirty(false);
      setUnkept(new Set());
    }
    return version;
  };
  return (
    <>
      <p className="hint">{t.draft}</p>
      {unkept.size > 0 && (
        <Notice tone="warn" live>
          <p>{t.draftNotKept}</p>
        </Notice>
      )}
      <nav className="case-parts" aria-label={t.parts}>
        {PARTS.map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            aria-current={each === part ? 'page' : undefined}
            onClick={() => show(each)}
          >
            {t[`part_${each}`]}
          </button>
        ))}
      </nav>
      <section className="stack" aria-labelledby="case-part">
        <h2 id="case-part" ref={heading} tabIndex={-1}>
          {t[`part_${part}`]}
        </h2>
        {part !== 'publish' && (
          <>
            <Check label={t.english} checked={english} onChange={setEnglish} />
            {!english && isWrittenInEnglish(form) && <p className="hint">{t.englishHidden}</p>}
          </>
        )}
        {part === 'about' && (
          <CaseAboutForm
            about={form.about}
            tracks={guide.tracks}
            english={english}
            onChange={(about) => {
              setForm({ ...form, about });
              keep({ place: 'about', value: about });
            }}
          />
        )}
        {part === 'answers' && (
          <CaseAnswers
            answers={form.answers}
            guide={guide}
            english={english}
            open={question}
            onOpen={setQuestion}
            onChange={(id, answer) => {
              setForm({ ...form, answers: { ...form.answers, [id]: answer } });
              keep({ place: `answers/${id}`, value: answer });
            }}
          />
        )}
        {part === 'checkpoints' && (
          <CaseCheckpoints
            checkpoints={form.checkpoints}
            guide={guide}
            english={english}
            onChange={(checkpoints) => {
              setForm({ ...form, checkpoints });
              keep({ place: 'checkpoints', value: checkpoints });
            }}
          />
        )}
        {part === 'voice' && (
          <CaseVoiceForm
            voice={form.voice}
            english={english}
            onChange={(voice) => {
              setForm({ ...form, voice });
              keep({ place: 'voice', value: voice });
            }}
          />
        )}
        {part === 'publish' && (
          <CasePublish
            own={opened.own}
            isChanged={opened.isChanged || isDirty}
            form={form}
            guide={guide}
            ports={{ ...ports, publish, preview }}
            onGo={goTo}
          />
        )}
      </section>
    </>
  );
}

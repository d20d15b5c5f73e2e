import { recordTexts } from '../../i18n/record.ts';
import { foldReadBack, type ReadBack, type ReadBackItem } from '../../interview/model/read-back.ts';
import { valueWords, type Speech } from '../../interview/model/value-words.ts';
import { useLanguage, useLocal, useTexts } from '../../kit/language.tsx';
import type { Anchor } from '../model/event.ts';
import { textUnder } from '../model/passage.ts';
import {
  memoItems,
  recordSections,
  type AskedItem,
  type MemoItem,
  type RecordSection,
} from '../model/record.ts';
import { ChangedText } from './ChangedText.tsx';
import { Commentable } from './Commentable.tsx';
import { ReadBackAnswer } from './ReadBackAnswer.tsx';
import type { ReadingDesk } from './desk.ts';
import { memoValueWords, outcomeWords } from './words.ts';

function useSpeech(): Speech {
  const t = useTexts(recordTexts);
  const { language } = useLanguage();
  const local = useLocal();
  return { t, language, local };
}

/** The questions as they were asked, each with how it ended and what was written. */
export function Record({ desk }: { readonly desk: ReadingDesk }) {
  const sections = recordSections(desk.now.interview, desk.guide);
  const read = foldReadBack(desk.session.events());
  return sections.map((section) => (
    <Section key={section.id} desk={desk} section={section} read={read} />
  ));
}

function Section(props: {
  readonly desk: ReadingDesk;
  readonly section: RecordSection;
  readonly read: ReadBack;
}) {
  const { t, local } = useSpeech();
  const { id, title, items } = props.section;
  return (
    <section className="review-section" aria-labelledby={`section-${id}`}>
      <h2 id={`section-${id}`}>{title ? local(title) : t.otherQuestions}</h2>
      {items.map((item) => (
        <AskedQuestion
          key={item.question}
          desk={props.desk}
          item={item}
          readBack={props.read.questions.get(item.question)}
        />
      ))}
    </section>
  );
}

function AskedQuestion(props: {
  readonly desk: ReadingDesk;
  readonly item: AskedItem;
  readonly readBack: ReadBackItem | undefined;
}) {
  const { desk, item, readBack } = props;
  const speech = useSpeech();
  const { t, local } = speech;
  const { answer, outcome, takenBack } = item.state;
  const { spec } = item;
  const heading = local(item.text);
  const anchor: Anchor = { kind: 'question', question: item.question };
  const silent =
    !answer?.text && !answer?.value && (outcome === 'answered' || outcome === 'partly');
  return (
    <article className="review-answer">
      <h3>{heading}</h3>
      <p className="row">
        <span className="tag" data-outcome={outcome ?? 'open'}>
          {outcomeWords(outcome, t)}
        </span>
      </p>
      {desk.now.changed.questions.has(item.question) && (
        <ChangedText desk={desk} anchor={anchor} heading={heading} />
      )}
      {answer?.value && (
        <p className="review-value">
          {valueWords(answer.value, spec, speech)}
          {spec?.kind === 'scale' && (
            <span className="hint">
              {t.scaleEnds(spec.min, local(spec.minLabel), spec.max, local(spec.maxLabel))}
            </span>
          )}
        </p>
      )}
      {takenBack && <p className="hint">{t.takenBack}</p>}
      {silent && !takenBack && spec?.kind !== 'none' && <p className="hint">{t.noText}</p>}
      <Commentable
        desk={desk}
        anchor={anchor}
        heading={heading}
        text={answer?.text ?? ''}
        verbatim={answer?.verbatim ?? []}
        thirdPerson={answer?.thirdPerson}
      />
      {readBack && <ReadBackAnswer interview={desk.now.interview} item={readBack} />}
    </article>
  );
}

/** The memo's parts A and B. */
export function Memo({ desk }: { readonly desk: ReadingDesk }) {
  const { t } = useSpeech();
  const groups = memoItems(desk.now.interview, desk.guide);
  const titles = { A: t.memoA, B: t.memoB } as const;
  return (
    <section className="review-section" aria-labelledby="review-memo">
      <h2 id="review-memo">{t.memo}</h2>
      {groups.length === 0 && <p className="hint">{t.memoMissing}</p>}
      {groups.map(({ part, items }) => (
        <div className="stack" key={part ?? 'other'}>
          <h3 className="review-part">{part ? titles[part] : t.memoOther}</h3>
          {items.map((item) => (
            <MemoField key={item.field} desk={desk} item={item} />
          ))}
        </div>
      ))}
    </section>
  );
}

function MemoField({ desk, item }: { readonly desk: ReadingDesk; readonly item: MemoItem }) {
  const speech = useSpeech();
  const heading = item.spec ? speech.local(item.spec.label) : item.field;
  const anchor: Anchor = { kind: 'memo', field: item.field };
  const words = memoValueWords(item, speech);
  return (
    <article className="review-answer">
      <h4>{heading}</h4>
      {desk.now.changed.memo.has(item.field) && (
        <ChangedText desk={desk} anchor={anchor} heading={heading} />
      )}
      {words !== null && <p className="review-value">{words}</p>}
      <Commentable
        desk={desk}
        anchor={anchor}
        heading={heading}
        text={words === null ? textUnder(desk.now.interview, anchor) : ''}
        verbatim={[]}
      />
    </article>
  );
}

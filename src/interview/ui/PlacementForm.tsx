import { useEffect, useRef } from 'react';
import { timelineTexts } from '../../i18n/timeline.ts';
import { Button } from '../../kit/button.tsx';
import { Check, RadioChoice } from '../../kit/choice.tsx';
import { TextArea } from '../../kit/field.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { homeWords } from '../model/placement-words.ts';
import { Home, odditiesOf } from '../model/timeline.ts';
import { toldBy, type TypedPlacement } from '../model/typed-placement.ts';
import { MonthField } from './DateAnswer.tsx';

const MOVES = ['planned', 'unplanned', 'unknown'] as const;

/** All of one placement as a plain form: nothing must be filled in, and nothing is corrected. */
export function PlacementForm(props: {
  readonly form: TypedPlacement;
  readonly talk: { readonly month: number; readonly minor: boolean };
  /** On every input; `chosen` when it is a choice and not a text that goes on. */
  readonly onChange: (form: TypedPlacement, chosen?: 'chosen') => void;
  /** A field was left. */
  readonly onLeave: () => void;
  readonly onRemove: () => void;
  readonly onDone: () => void;
}) {
  const { form, onChange } = props;
  const t = useTexts(timelineTexts);
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const odd = odditiesOf(toldBy(form), props.talk);
  return (
    <section className="card timeline-form" onBlur={props.onLeave}>
      <h3 ref={heading} tabIndex={-1}>
        {t.editing(homeWords(form, language))}
      </h3>
      <div className="row talk-dates">
        <MonthField
          label={t.start}
          parts={form.dates.from}
          error={undefined}
          onChange={(from) => onChange({ ...form, dates: { ...form.dates, from } })}
        />
        <MonthField
          label={t.end}
          parts={form.dates.to}
          error={undefined}
          onChange={(to) => onChange({ ...form, dates: { ...form.dates, to } })}
        />
      </div>
      <div role="status">
        {odd.map((oddity) => (
          <p key={oddity}>{t[oddity]}</p>
        ))}
      </div>
      <RadioChoice
        legend={t.home}
        options={Home.options.map((home) => ({ value: home, label: t[home] }))}
        value={form.home}
        onChange={(home) => onChange({ ...form, home }, 'chosen')}
      />
      <RadioChoice
        legend={t.move}
        options={MOVES.map((move) => ({
          value: move,
          label: move === 'unknown' ? t.moveUnknown : t[move],
        }))}
        value={form.move ?? 'unknown'}
        onChange={(move) => onChange({ ...form, move: move === 'unknown' ? null : move }, 'chosen')}
      />
      <TextArea
        label={t.words}
        rows={3}
        value={form.words}
        onChange={(event) => onChange({ ...form, words: event.target.value })}
      />
      <Check
        label={t.isLast}
        checked={form.last}
        onChange={(last) => onChange({ ...form, last }, 'chosen')}
      />
      <div className="row" data-end="">
        <Button onClick={props.onRemove}>{t.remove}</Button>
        <Button variant="primary" onClick={props.onDone}>
          {t.done}
        </Button>
      </div>
    </section>
  );
}

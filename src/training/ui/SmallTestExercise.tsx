import { useState, type FormEvent } from 'react';
import { smallTestTexts } from '../../i18n/training-small-test.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { partsThere, SMALL_TEST_PARTS, type SmallTest } from '../model/small-test.ts';
import type { ExerciseProps } from './exercise-props.ts';

/** Module 8: a small test with goal, measure, date and owner. What is written is not kept. */
export function SmallTestExercise({ today, onDone }: ExerciseProps) {
  const t = useTexts(smallTestTexts);
  const [test, setTest] = useState<SmallTest>({ goal: '', measure: '', date: '', owner: '' });
  const [checked, setChecked] = useState(false);
  const there = partsThere(test, today);
  const isWhole = there.length === SMALL_TEST_PARTS.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    onDone({ right: there.length, of: SMALL_TEST_PARTS.length });
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>{t.intro}</p>
      {SMALL_TEST_PARTS.map((part) => (
        <TextField
          key={part}
          label={t[part]}
          hint={t[`help_${part}`]}
          type={part === 'date' ? 'date' : 'text'}
          min={part === 'date' ? today : undefined}
          maxLength={part === 'date' ? undefined : 400}
          value={test[part]}
          error={checked && !there.includes(part) ? t.lacks : undefined}
          onChange={(event) => setTest({ ...test, [part]: event.currentTarget.value })}
        />
      ))}
      <div role="status">
        {checked && <Notice>{isWhole ? t.whole : t.some(there.length)}</Notice>}
      </div>
      <div className="row" data-end="">
        <Button type="submit" variant="primary">
          {t.check}
        </Button>
      </div>
    </form>
  );
}

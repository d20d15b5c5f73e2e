import { cueTexts } from '../../i18n/training-case.ts';
import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { Check } from '../../kit/choice.tsx';
import { useTexts } from '../../kit/language.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { Cue, Wish } from '../model/case.ts';
import type { TypedReply } from '../model/case-form.ts';
import { SILENCE_SECONDS } from '../model/replying.ts';
import { BothField } from './BothField.tsx';

/** What the person says, how it shows, and what they want by it. */
export function ReplyFields(props: {
  readonly label: string;
  readonly reply: TypedReply;
  readonly english: boolean;
  /** A line that fits everywhere (`voice`) waits for nothing and wants nothing. */
  readonly plain?: boolean;
  readonly onChange: (reply: TypedReply) => void;
}) {
  const { label, reply, english, plain = false, onChange } = props;
  const t = useTexts(ownCaseTexts);
  const cues = useTexts(cueTexts);
  return (
    <div className="stack">
      <BothField
        label={label}
        text={reply.say}
        english={english}
        onChange={(say) => onChange({ ...reply, say })}
      />
      <div className="case-pair">
        <SelectField
          label={t.cue}
          value={reply.behaviour ?? ''}
          options={[
            { value: '', label: t.noCue },
            ...Cue.options.map((value) => ({ value, label: cues[`cue_${value}`] })),
          ]}
          onChange={(value) => onChange({ ...reply, behaviour: Cue.safeParse(value).data ?? null })}
        />
        {!plain && (
          <SelectField
            label={t.wants}
            value={reply.wants ?? ''}
            options={[
              { value: '', label: t.noWish },
              ...Wish.options.map((value) => ({ value, label: t[`wants_${value}`] })),
            ]}
            onChange={(value) => onChange({ ...reply, wants: Wish.safeParse(value).data ?? null })}
          />
        )}
      </div>
      {!plain && (
        <Check
          label={t.delayed}
          checked={reply.seconds !== null}
          onChange={(delayed) => onChange({ ...reply, seconds: delayed ? SILENCE_SECONDS : null })}
        />
      )}
    </div>
  );
}

import { kindTexts } from '../../i18n/training-kinds.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { BetterWording, Judged } from '../model/question-kind.ts';

/**
 * What the trainee's own question is: its kind, why, and a better wording where there is one. It stands still and
 * counts nothing, as a colleague's quiet word would: a hint about the sentence, never a score of a person.
 */
export function KindHint(props: {
  readonly judged: Judged;
  readonly language: Language;
  /** Off where several hints appear at once: ten voices at a time tell a listener nothing. */
  readonly live?: boolean;
}) {
  const { kind, why, better, found } = props.judged;
  const t = kindTexts[props.language];
  return (
    <div
      className="notice"
      role={props.live === false ? undefined : 'status'}
      lang={props.language}
    >
      <p>
        <strong>{t[`kind_${kind}`]}</strong>
      </p>
      <p>{t[`why_${why}`]}</p>
      {better && <p>{betterSentence(better, found, t)}</p>}
    </div>
  );
}

function betterSentence(
  better: BetterWording,
  found: string | null,
  t: (typeof kindTexts)[Language],
): string {
  switch (better) {
    case 'tellAbout':
    case 'howWasIt':
    case 'howCome':
    case 'oneFirst':
      return t[`better_${better}`](found ?? '…');
    default:
      return t[`better_${better}`];
  }
}

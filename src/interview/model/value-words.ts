import { partialDate } from '../../i18n/format.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { RecordTexts } from '../../i18n/record.ts';
import type { AnswerSpec, LocalText } from '../../guide/model/guide.ts';
import type { AnswerValue } from './event.ts';

/** What the words are made with: the sentences, the chosen language, and how guide texts are read in it. */
export interface Speech {
  readonly t: RecordTexts;
  readonly language: Language;
  readonly local: (text: LocalText) => string;
}

/** An answer's value as one would say it: "7 av 10", the labels of choices, "maj 2012 till juni 2021". */
export function valueWords(
  value: AnswerValue,
  spec: AnswerSpec | undefined,
  speech: Speech,
): string {
  switch (value.kind) {
    case 'scale':
      return spec?.kind === 'scale' ? speech.t.scale(value.value, spec.max) : String(value.value);
    case 'choice': {
      const options = spec?.kind === 'choice' ? spec.options : [];
      return value.options.map((id) => labelOf(id, options, speech)).join(', ');
    }
    case 'date':
      return dateWords(value, speech);
  }
}

/** The label of an option; its id when the guide is not at hand. */
export const labelOf = (
  id: string,
  options: readonly { readonly id: string; readonly label: LocalText }[],
  { local }: Speech,
): string => {
  const option = options.find((each) => each.id === id);
  return option ? local(option.label) : id;
};

function dateWords(value: Extract<AnswerValue, { kind: 'date' }>, speech: Speech): string {
  const { t } = speech;
  const from = value.from && partialDate(value.from, speech.language);
  const to = value.to && partialDate(value.to, speech.language);
  const when = from && to ? t.dateSpan(from, to) : (from ?? (to && t.dateTo(to)));
  return [when, value.unknown ? t.dateUnknown : ''].filter(Boolean).join('. ');
}

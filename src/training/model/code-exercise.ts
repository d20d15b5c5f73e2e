import * as z from 'zod/mini';
import { QuestionId } from '../../base/ids.ts';
import { LocalText } from '../../guide/model/guide.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { ChoiceItem } from './choice-exercise.ts';

const Name = z.string().check(z.minLength(1), z.maxLength(40));

/** Module 7: five excerpts of the practice case with a key, and a memo out of which names have to go. */
export const Coding = z.object({
  /** Codes of the codebook (domain.md section 6) in words, as they are offered. */
  codes: z.record(Name, LocalText),
  excerpts: z.array(
    z.object({
      id: Name,
      question: QuestionId,
      /** What Saga answers to the question. */
      text: LocalText,
      offered: z.array(Name).check(z.minLength(2)),
      key: Name,
      why: LocalText,
    }),
  ),
  memo: LocalText,
  phrases: z.array(z.object({ id: Name, text: LocalText, reveals: z.boolean() })),
});
export type Coding = z.infer<typeof Coding>;

const QUOTED = {
  sv: (text: string) => `”${text}”`,
  en: (text: string) => `“${text}”`,
} as const;

/** The excerpts to be coded. */
export const codeItems = ({ codes, excerpts }: Coding, language: Language): readonly ChoiceItem[] =>
  excerpts.map(({ id, text, offered, key, why }) => ({
    id,
    prompt: QUOTED[language](text[language] ?? text.sv),
    options: offered.map((code) => ({
      value: code,
      label: codes[code]?.[language] ?? codes[code]?.sv ?? code,
    })),
    right: key,
    why: why[language] ?? why.sv,
  }));

/** The phrases that were judged rightly: marked where they reveal, left where they do not. */
export const judgedRight = ({ phrases }: Coding, marked: readonly string[]): number =>
  phrases.filter(({ id, reveals }) => marked.includes(id) === reveals).length;

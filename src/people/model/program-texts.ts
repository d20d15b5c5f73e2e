import * as z from 'zod/mini';
import { LocalText } from '../../guide/model/guide.ts';

/**
 * The parts of a guide's file that letters are made of. The guide that an interview opens with leaves them out, so
 * that it starts faster; they are read when somebody makes a letter.
 */
export const GuideTexts = z.object({
  scripts: z.object({ invitation: LocalText, thankYou: LocalText }),
  informationSheet: z.object({
    sections: z.array(z.object({ id: z.string(), title: LocalText, text: LocalText })),
  }),
  consent: z.object({
    title: LocalText,
    intro: LocalText,
    items: z.array(
      z.object({ id: z.string(), ask: z.optional(z.literal('closing')), label: LocalText }),
    ),
    guardian: z.object({ text: LocalText }),
    withdrawalText: LocalText,
  }),
});
export type GuideTexts = z.infer<typeof GuideTexts>;

const Titled = z.object({ title: LocalText });
const Written = z.object({ title: LocalText, text: LocalText });

/** What the letters need beside the guide: headings, the reminder, the guardian's letter (data/letters.json). */
export const MoreTexts = z.object({
  invitation: Titled,
  reminder: Written,
  information: Titled,
  consent: z.object({ tick: LocalText }),
  guardian: Written,
  thanks: Titled,
  greeting: LocalText,
  sender: LocalText,
  signature: LocalText,
});
export type MoreTexts = z.infer<typeof MoreTexts>;

export type LetterTexts = GuideTexts & { readonly more: MoreTexts };

/** @throws ZodError when a shipped file has been damaged: nothing here comes from a person. */
export const readLetterTexts = (guide: unknown, more: unknown): LetterTexts => ({
  ...GuideTexts.parse(guide),
  more: MoreTexts.parse(more),
});

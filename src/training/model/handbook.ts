import * as z from 'zod/mini';
import { LocalText, type Guide } from '../../guide/model/guide.ts';
import type { Language } from '../../i18n/catalogue.ts';

const HandbookId = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/));

/** A provision, and the day from which it reads so where that is recent. Law is data (DESIGN section 6). */
export const LawRef = z.object({
  ref: LocalText,
  inForce: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
});
export type LawRef = z.infer<typeof LawRef>;

/** The base document (basdokument, domain.md K10) as a handbook: chapters of short sections. */
export const Handbook = z.object({
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  /** As of when the provisions were read. */
  lawNote: LocalText,
  chapters: z
    .array(
      z.object({
        id: HandbookId,
        title: LocalText,
        about: LocalText,
        sections: z
          .array(
            z.object({
              id: HandbookId,
              title: LocalText,
              paragraphs: z.array(LocalText).check(z.minLength(1)),
              points: z.array(LocalText),
              law: z.array(LawRef),
            }),
          )
          .check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
});
export type Handbook = z.infer<typeof Handbook>;

/** A chapter as it is read, in one language. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly sections: readonly ChapterSection[];
}

export interface ChapterSection {
  /** Unique in the whole handbook. */
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly points: readonly string[];
  readonly law: readonly { readonly ref: string; readonly inForce: string | null }[];
}

/** The chapter that the guide's own motives go on in. */
const MOTIVES = 'motives';

/**
 * The handbook in one language. Its chapter on the motives ends with every question of the guide in use and why it
 * is asked, so that it can never say something else than the guide.
 */
export function chaptersOf(
  { chapters }: Handbook,
  guide: Pick<Guide, 'sections'> | undefined,
  language: Language,
): readonly Chapter[] {
  const say = (text: LocalText): string => text[language] ?? text.sv;
  return chapters.map((chapter) => ({
    id: chapter.id,
    title: say(chapter.title),
    about: say(chapter.about),
    sections: [
      ...chapter.sections.map((section) => ({
        id: `${chapter.id}-${section.id}`,
        title: say(section.title),
        paragraphs: section.paragraphs.map(say),
        points: section.points.map(say),
        law: section.law.map(({ ref, inForce = null }) => ({ ref: say(ref), inForce })),
      })),
      ...(chapter.id === MOTIVES && guide ? motivesOf(guide, say) : []),
    ],
  }));
}

const motivesOf = (
  { sections }: Pick<Guide, 'sections'>,
  say: (text: LocalText) => string,
): readonly ChapterSection[] =>
  sections.map((section) => ({
    id: `${MOTIVES}-guide-${section.id}`,
    title: say(section.title),
    paragraphs: [say(section.purpose)],
    points: section.questions.flatMap(({ text, motive }) =>
      motive ? [`${say(text)} – ${say(motive)}`] : [],
    ),
    law: [],
  }));

import { err, ok, type Result } from '../../base/result.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { LocalText } from '../../guide/model/guide.ts';
import type { LetterTexts } from './program-texts.ts';

/** What the office sends or hands over, in the order in which it is needed. */
export const LETTERS = [
  'invitation',
  'reminder',
  'information',
  'consent',
  'guardian',
  'thanks',
] as const;
export type LetterKind = (typeof LETTERS)[number];

/** One paragraph of a letter; a `box` is ticked by hand. */
export interface LetterBlock {
  readonly kind: 'title' | 'heading' | 'text' | 'hint' | 'box';
  readonly text: string;
}

/** Where a placeholder's words come from, and so where to fill one that is empty. */
export type FilledIn = 'person' | 'letter' | 'office';

const FILLED_IN: Readonly<Record<string, FilledIn>> = {
  FIRST_NAME: 'person',
  INTERVIEWER: 'letter',
  LESSON: 'letter',
  CHANGE: 'letter',
};

/** Every other placeholder is the office's own: a municipality may add some to its texts. */
export const filledIn = (placeholder: string): FilledIn => FILLED_IN[placeholder] ?? 'office';

/** The office's placeholders that the shipped letters use, in the order in which a form asks for them. */
export const OFFICE_PLACEHOLDERS = ['MUNICIPALITY', 'BOARD', 'DPO_CONTACT', 'PHONE'] as const;

const PLACEHOLDER = /\{([A-Z][A-Z0-9_]*)\}/g;

/** A letter as it stands in the texts, with its placeholders. */
export function letterTemplate(
  kind: LetterKind,
  texts: LetterTexts,
  language: Language,
): readonly LetterBlock[] {
  const { scripts, informationSheet, consent, more } = texts;
  const say = (text: LocalText): string => text[language] ?? text.sv;
  const title = (text: LocalText): LetterBlock => ({ kind: 'title', text: say(text) });
  const part = (text: LocalText): LetterBlock => ({ kind: 'text', text: say(text) });
  /** The greeting stands on a line of its own. */
  const body = (text: LocalText): LetterBlock[] =>
    say(text)
      .split(/(?<=^Hej \{FIRST_NAME\}!|^Hello \{FIRST_NAME\}!)\s+/)
      .map((each) => ({ kind: 'text', text: each }));
  const end = [part(more.greeting), part(more.sender)];
  switch (kind) {
    case 'invitation':
      return [title(more.invitation.title), ...body(scripts.invitation), ...end];
    case 'reminder':
      return [title(more.reminder.title), ...body(more.reminder.text), ...end];
    case 'thanks':
      return [title(more.thanks.title), ...body(scripts.thankYou), ...end];
    case 'information':
      return [
        title(more.information.title),
        ...informationSheet.sections.flatMap((section): LetterBlock[] => [
          { kind: 'heading', text: say(section.title) },
          part(section.text),
        ]),
      ];
    case 'consent':
      return [
        title(consent.title),
        part(consent.intro),
        part(more.consent.tick),
        // What is asked at the end of the talk is not signed for before it.
        ...consent.items.flatMap(({ ask, label }): LetterBlock[] =>
          ask === 'closing' ? [] : [{ kind: 'box', text: say(label) }],
        ),
        part(consent.withdrawalText),
        part(more.signature),
      ];
    case 'guardian':
      return [
        title(more.guardian.title),
        part(more.guardian.text),
        { kind: 'box', text: say(consent.guardian.text) },
        part(more.signature),
      ];
  }
}

/** The names of the placeholders in a letter, each once. */
export const placeholdersIn = (template: readonly LetterBlock[]): readonly string[] => [
  ...new Set(
    template.flatMap(({ text }) => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)),
  ),
];

/** True for a letter to one person; the others are the same for everyone. */
export const isPersonal = (template: readonly LetterBlock[]): boolean =>
  placeholdersIn(template).some((name) => filledIn(name) === 'person');

/**
 * Puts words in the place of every placeholder. What is put in is not looked through again: nobody's name can become
 * a placeholder.
 * @returns the letter, or the names of those that are empty: a letter with a hole in it cannot be made.
 */
export function fillLetter(
  template: readonly LetterBlock[],
  values: ReadonlyMap<string, string>,
): Result<readonly LetterBlock[], { readonly missing: readonly string[] }> {
  const valueOf = (name: string) => (values.get(name) ?? '').trim();
  const missing = placeholdersIn(template).filter((name) => valueOf(name) === '');
  if (missing.length > 0) return err({ missing });
  return ok(
    template.map(({ kind, text }) => ({
      kind,
      text: text.replace(PLACEHOLDER, (_, name: string) => valueOf(name)),
    })),
  );
}

/** The name one is spoken to by, of "Ada Lind" as of "Lind, Ada"; empty when there is none. */
export function firstNameOf(name: string): string {
  const given = name.includes(',') ? name.slice(name.indexOf(',') + 1) : name;
  return given.trim().split(/\s+/)[0] ?? '';
}

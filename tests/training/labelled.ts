import type { Language } from '../../src/i18n/catalogue.ts';
import { QuestionKind } from '../../src/training/model/question-kind.ts';
import * as z from 'zod/mini';
import en from './questions-en.json' with { type: 'json' };
import sv from './questions-sv.json' with { type: 'json' };

/*
 * Invented questions with the kind that a person would give them (docs/training/question-kinds.md says by which
 * rules). They are read by tests only, never shipped.
 */
const Labelled = z.record(QuestionKind, z.array(z.string()));
const files = { sv: Labelled.parse(sv), en: Labelled.parse(en) };

export interface LabelledQuestion {
  readonly text: string;
  readonly kind: QuestionKind;
}

/** All the labelled questions of a language. */
export const labelled = (language: Language): LabelledQuestion[] =>
  QuestionKind.options.flatMap((kind) => files[language][kind].map((text) => ({ text, kind })));

/**
 * Which third of the set was held apart while the rules were written: 32-bit FNV-1a over the UTF-8 bytes, modulo 3.
 * The text alone decides, so that nobody chose.
 */
export function heldApart(text: string): boolean {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash % 3 === 0;
}

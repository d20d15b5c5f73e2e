import * as z from 'zod/mini';
import type { Language } from '../../src/i18n/catalogue.ts';
import { QuestionKind } from '../../src/training/model/question-kind.ts';
import en1 from './draw1-en.json' with { type: 'json' };
import en2 from './draw2-en.json' with { type: 'json' };
import en3 from './draw3-en.json' with { type: 'json' };
import en4 from './draw4-en.json' with { type: 'json' };
import sv1 from './draw1-sv.json' with { type: 'json' };
import sv2 from './draw2-sv.json' with { type: 'json' };
import sv3 from './draw3-sv.json' with { type: 'json' };
import sv4 from './draw4-sv.json' with { type: 'json' };

/*
 * Invented questions with the kind that a person would give them (docs/training/question-kinds.md says by which
 * rules, and how each draw was used). They are read by tests only, never shipped.
 */
const Labelled = z.record(QuestionKind, z.array(z.string()));
const draws = {
  sv: [sv1, sv2, sv3, sv4].map((draw) => Labelled.parse(draw)),
  en: [en1, en2, en3, en4].map((draw) => Labelled.parse(draw)),
};

export interface LabelledQuestion {
  readonly text: string;
  readonly kind: QuestionKind;
}

/** One draw of labelled questions: the first is the set of which a third was held apart. */
export function labelled(language: Language, draw: 1 | 2 | 3 | 4): LabelledQuestion[] {
  const kinds = draws[language][draw - 1];
  return QuestionKind.options.flatMap((kind) =>
    (kinds?.[kind] ?? []).map((text) => ({ text, kind })),
  );
}

/**
 * Which third of the first draw was held apart while the rules were written: 32-bit FNV-1a over the UTF-8 bytes,
 * modulo 3. The text alone decides, so that nobody chose.
 */
export function heldApart(text: string): boolean {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash % 3 === 0;
}

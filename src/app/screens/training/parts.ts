import type { Part } from './part.ts';

/** Every screen below "/training". */
export const TRAINING_PARTS: readonly Part[] = [];

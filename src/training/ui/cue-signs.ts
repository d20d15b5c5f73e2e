import type { Cue } from '../model/case.ts';

/** A small sign beside the words of each cue; the words say all. */
export const CUE_SIGNS = {
  talkative: '≋',
  short: '–',
  silence: '…',
  hesitates: '‥',
  looksAway: '↘',
  looksAtYou: '↔',
  smiles: '⌣',
  sighs: '≀',
  tearful: '⁖',
  praise: '♡',
  humour: '⌣',
  irony: '∼',
  asksBack: '?',
  skip: '⇥',
  pause: '‖',
  withdrawAudio: '⊘',
  disclosure: '↓',
  childAtRisk: '»',
  suicidalityHint: '—',
} as const satisfies Record<Cue, string>;
